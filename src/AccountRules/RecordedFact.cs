using System.Text.Json.Serialization;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// The fact that was judged, as it was then: the documents' own fact, also where a host's object was read as one, flat and in JSON, enums by name. In JSON it
/// is that object. Immutable; equal where both say the same, whatever the order of properties, and whatever the zeros at the ends of numbers.
/// </summary>
[JsonConverter(typeof(RecordedFactJsonConverter))]
public sealed class RecordedFact : IEquatable<RecordedFact>
{
    private readonly object? fact;
    private readonly Type? type;

    internal RecordedFact(string json) => Json = json;

    /// <summary>A fact that never changes: its text is made when it is first asked for.</summary>
    private RecordedFact(object fact, Type type) => (this.fact, this.type) = (fact, type);

    /// <summary>The JSON text of the fact.</summary>
    public string Json => field ??= FactJson.Write(fact!, type!) ?? "null";

    private string Canonical => field ??= CanonicalJson.Of(Json);

    /// <summary>A copy of a fact; <c>null</c> where it cannot be copied.</summary>
    internal static RecordedFact? Of(object? fact, Type type) =>
        fact is null ? null
        : type.Assembly == typeof(RecordedFact).Assembly ? new(fact, type)
        : FactJson.Write(fact, type) is { } json ? new(json) : null;

    /// <inheritdoc/>
    public bool Equals(RecordedFact? other) =>
        other is not null && (ReferenceEquals(this, other) || string.Equals(Canonical, other.Canonical, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RecordedFact);

    /// <inheritdoc/>
    public override int GetHashCode() => Canonical.GetHashCode(StringComparison.Ordinal);

    /// <summary>The JSON text of the fact.</summary>
    public override string ToString() => Json;
}
