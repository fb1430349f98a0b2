using AccountRules.Changes;

namespace AccountRules;

/// <summary>
/// What a policy does to the facts while the term lies from one place on, up to the next at which anything changes. Immutable and safe for use by many threads.
/// </summary>
public sealed class CurvePoint
{
    internal CurvePoint(CurvePlace place, decimal value, IReadOnlyList<long> counts, decimal? paid) =>
        (Place, Value, Counts, Paid) = (place, value, counts, paid);

    /// <summary>
    /// A value of the term at which it is so: where it begins, where that is a decimal and belongs to it; else the one with the fewest places behind that.
    /// </summary>
    public decimal Value { get; }

    /// <summary>Where it begins, exact: a number, or a fraction in lowest terms such as <c>2/3</c>, which no decimal is.</summary>
    public string Begins => Place.ToString();

    /// <summary>Whether it is so at <see cref="Begins"/> itself (<see cref="Edge.From"/>), or only behind it (<see cref="Edge.Above"/>).</summary>
    public Edge Edge => Place.Edge;

    /// <summary>How many facts have each of <see cref="RuleCurve.Outcomes"/>, in their order.</summary>
    public IReadOnlyList<long> Counts { get; }

    /// <summary>What they are paid, each payable amount rounded as it would be paid; <c>null</c> for rules that pay nothing.</summary>
    public decimal? Paid { get; }

    internal CurvePlace Place { get; }

    /// <summary>Where it begins: <c>from 0.82</c>, <c>above 2000</c>.</summary>
    public override string ToString() => $"{(Edge == Edge.From ? "from" : "above")} {Begins}";
}
