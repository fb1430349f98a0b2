using System.Globalization;

namespace AccountRules;

/// <summary>A cut on a scale: where a band begins, and which side owns the cut itself. Immutable; equal by value.</summary>
/// <param name="At">The cut, in the unit of the measure (days, ratio, amount).</param>
/// <param name="Edge">Which side owns the cut itself.</param>
public readonly record struct Cut(decimal At, Edge Edge) : IComparable<Cut>
{
    /// <summary>A cut whose own value belongs to the band below it: <c>Above(0.85m)</c> leaves 0.85 out.</summary>
    /// <param name="at">The cut, in the unit of the measure.</param>
    public static Cut Above(decimal at) => new(at, Edge.Above);

    /// <summary>A cut whose own value belongs to the band that it opens: <c>From(100000m)</c> takes 100000 in.</summary>
    /// <param name="at">The cut, in the unit of the measure.</param>
    public static Cut From(decimal at) => new(at, Edge.From);

    /// <summary>The first whole day of the band that a cut of days opens.</summary>
    internal int FirstDay => (int)At + (Edge == Edge.Above ? 1 : 0);

    /// <summary>Orders cuts along the scale; <c>from 5</c> lies before <c>above 5</c>.</summary>
    /// <param name="other">The cut to compare with.</param>
    public int CompareTo(Cut other) => At.CompareTo(other.At) is var order and not 0 ? order : Edge.CompareTo(other.Edge);

    /// <summary>Whether the first cut lies before the second.</summary>
    public static bool operator <(Cut left, Cut right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first cut lies after the second.</summary>
    public static bool operator >(Cut left, Cut right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first cut lies before the second, or is it.</summary>
    public static bool operator <=(Cut left, Cut right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first cut lies after the second, or is it.</summary>
    public static bool operator >=(Cut left, Cut right) => left.CompareTo(right) >= 0;

    /// <summary>The cut in the policy's words: <c>above 0.85</c> or <c>from 100000</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Edge == Edge.From ? "from" : "above")} {At}");
}
