using System.Text.Json;
using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>
/// The bare outcome of a rule for one fact, 4 bytes: the standing with the grade (<see cref="Rule.GradeOf"/>) or the cause why there is none.
/// Texts and dates are read from the <see cref="Assessment"/>. Immutable; equal by value.
/// </summary>
[JsonConverter(typeof(PlainJsonConverter<Verdict>))]
public readonly record struct Verdict : IPlainJson
{
    /// <summary>One number, so that a verdict is passed, kept and compared as one: the code, the standing above it, and whether it is provisional.</summary>
    private readonly int bits;

    internal Verdict(short code, Standing standing, bool isProvisional) =>
        bits = (ushort)code | ((int)standing << StandingAt) | (isProvisional ? Provisional : 0);

    private const int StandingAt = 16;
    private const int Provisional = 1 << 24;

    /// <summary>The standing.</summary>
    public Standing Standing => (Standing)(byte)(bits >> StandingAt);

    /// <summary>Whether the fact's period has begun and has not ended, so that this may yet be another; see <see cref="Assessment.IsProvisional"/>.</summary>
    public bool IsProvisional => (bits & Provisional) != 0;

    /// <summary>The index of the grade in <see cref="Rule.Grades"/>; negative where the fact has none.</summary>
    internal int Grade => (short)bits;

    /// <summary>Why the fact has no grade; <see cref="Cause.None"/> where it has one.</summary>
    public Cause Cause => Grade < 0 ? Cause.At(-Grade) : Cause.None;

    void IPlainJson.Write(Utf8JsonWriter writer, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(PlainJson.Named(nameof(Standing), options), Standing.ToString());
        writer.WriteBoolean(PlainJson.Named(nameof(IsProvisional), options), IsProvisional);
        writer.WriteString(PlainJson.Named(nameof(Cause), options), Cause.IsNone ? null : Cause.Code);
        writer.WriteEndObject();
    }
}
