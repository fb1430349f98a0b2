using System.Text.Json;
using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>
/// What is live or large in JSON, where it comes there by mistake or for a log: an assessment, an agenda entry and a change as their records, which are what an
/// API gives; a policy, a rule, a verdict and a snapshot of a monitor in a few properties. It is not read: the records are, and a policy from its document.
/// These types name this converter, so that serializers find it. Safe for use by many threads.
/// </summary>
/// <typeparam name="T">The type that is written, with those derived from it.</typeparam>
public sealed class PlainJsonConverter<T> : JsonConverter<T>
    where T : notnull
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeof(T).IsAssignableFrom(typeToConvert);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException(
        $"{What} is not read from JSON, which has what it says and not what it is made of: read the record of an assessment, an agenda entry or a change, and "
        + "a policy from its document.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(options);
        ((IPlainJson)value).Write(writer, options);
    }

    /// <summary>The type's name as words, such as <c>An agenda entry</c>.</summary>
    private static string What
    {
        get
        {
            var words = string.Concat(typeof(T).Name.Select((c, i) => char.IsUpper(c) ? $"{(i > 0 ? " " : "")}{char.ToLowerInvariant(c)}" : $"{c}"));
            return $"{("aeiou".Contains(words[0], StringComparison.Ordinal) ? "An" : "A")} {words}";
        }
    }
}
