using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// A cut of a rule, where its outcome changes: which side owns the cut itself, on which clause it rests, and three cases around it. Immutable and safe for use
/// by many threads.
/// </summary>
public sealed class PolicyBoundary
{
    private readonly UnitName? unit;

    internal PolicyBoundary(Rule rule, string measure, string where, Cut cut, bool isRatio, UnitName? unit, IReadOnlyList<BoundaryCase> cases) =>
        (Rule, Measure, Where, Cut, IsRatio, this.unit, Cases) = (rule, measure, where, cut, isRatio, unit, cases);

    /// <summary>The rule.</summary>
    public Rule Rule { get; }

    /// <summary>What is measured, such as <c>attainment</c> or <c>day</c>.</summary>
    public string Measure { get; }

    /// <summary>Of which facts, such as <c>open</c>; empty where of all that are measured.</summary>
    public string Where { get; }

    /// <summary>The cut, with the side that owns it.</summary>
    public Cut Cut { get; }

    /// <summary>Whether values are ratios, 1 being 100 %.</summary>
    public bool IsRatio { get; }

    /// <summary>The clause that the boundary rests on; <c>null</c> where the rule has none.</summary>
    public Citation? Clause => Rule.Info.Citation;

    /// <summary>
    /// The cases just below, at and just above the cut: whole values are one apart, others one in the last place of the cut, of a ratio at least the fourth, of
    /// an amount the second. Where another cut lies so close, or no decimal, a case is left out.
    /// </summary>
    public IReadOnlyList<BoundaryCase> Cases { get; }

    /// <summary>The boundary in one line: <c>performance-pay: attainment above 80 %</c>.</summary>
    public override string ToString() =>
        $"{Rule.Id}: {(Where.Length == 0 ? "" : $"{Where}, ")}{Measure} {(Cut.Edge == Edge.From ? "from" : "above")} {Show(Cut.At)}";

    /// <summary>A value in words: a ratio as a percentage, an amount with its unit.</summary>
    /// <param name="value">The value.</param>
    public string Show(decimal value) => IsRatio ? Changes.Outcome.Percent(value) : Texts.Measured(value, Unit.Amount, unit);
}
