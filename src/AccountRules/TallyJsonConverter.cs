using System.Text.Json;
using System.Text.Json.Serialization;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// A <see cref="Tally"/> in JSON: the number of facts of each standing under its name, their <c>Total</c>, and how many date from before the policy
/// (<c>BeforePolicy</c>) where some do. It is read as it was; what is no such object, or does not add up, is a <see cref="JsonException"/>. Names are as the
/// options' naming policy has them. <see cref="Tally"/> names this converter, so that serializers find it. Safe for use by many threads.
/// </summary>
public sealed class TallyJsonConverter : JsonConverter<Tally>
{
    private const string BeforePolicy = nameof(BeforePolicy);

    private static readonly string[] Names =
        [.. Enumerable.Range(0, Standings.Count).Select(i => ((Standing)i).ToString()), nameof(Tally.Total), BeforePolicy];

    /// <inheritdoc/>
    /// <exception cref="JsonException">It is no tally.</exception>
    public override Tally Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"A tally is an object such as {{\"Met\":3,\"Late\":1,\"Total\":4}}; found {reader.TokenType}.");

        var counts = new int?[Names.Length];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            var index = Array.FindIndex(Names, n => string.Equals(PlainJson.Named(n, options), name, Comparison(options)));
            if (index < 0 || counts[index] is not null)
            {
                throw new JsonException(
                    $"`{Visible.Text(name)}` of a tally is {(index < 0 ? "no standing" : "there twice")}; allowed, once each: {Allowed(options)}.");
            }

            if (!reader.Read() || reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out var count) || count < 0)
                throw new JsonException($"`{Visible.Text(name)}` of a tally is a whole number, 0 or more.");

            counts[index] = count;
        }

        return Of(counts);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Tally value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(options);
        writer.WriteStartObject();
        for (var i = 0; i < Standings.Count; i++)
            writer.WriteNumber(PlainJson.Named(Names[i], options), value[(Standing)i]);

        writer.WriteNumber(PlainJson.Named(nameof(Tally.Total), options), value.Total);
        if (value.BeforePolicy != 0)
            writer.WriteNumber(PlainJson.Named(BeforePolicy, options), value.BeforePolicy);

        writer.WriteEndObject();
    }

    private static Tally Of(int?[] counts)
    {
        var (total, beforePolicy, notApplicable) = (counts[^2], counts[^1] ?? 0, counts[(int)Standing.NotApplicable] ?? 0);
        var counted = Enumerable.Range(0, Standings.Count).Where(i => counts[i] > 0)
            .Select(i => new StandingCount { Standing = (Standing)i, Count = counts[i]!.Value }).ToArray();
        if (total != counted.Sum(c => c.Count) - notApplicable)
        {
            throw new JsonException(
                $"A tally has a total, which is the sum of all its standings but {nameof(Standing.NotApplicable)}: this one "
                + $"{(total is { } said ? $"says {Texts.Number(said)}" : "has none")}.");
        }

        return beforePolicy <= notApplicable
            ? Tally.Of(counted, beforePolicy)
            : throw new JsonException($"A tally has at most as many facts from before the policy as are {nameof(Standing.NotApplicable)}.");
    }

    private static StringComparison Comparison(JsonSerializerOptions options) =>
        options.PropertyNameCaseInsensitive ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private static string Allowed(JsonSerializerOptions options) => string.Join(", ", Names.Select(name => PlainJson.Named(name, options)));
}
