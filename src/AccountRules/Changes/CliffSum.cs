using AccountRules.Numbers;

namespace AccountRules.Changes;

/// <summary>Counts who stands right below the cuts of a rule, and what they would be paid more past them.</summary>
/// <param name="rule">The rule, as the policy has it; one without a scale has no cuts.</param>
/// <param name="distance">How far below.</param>
internal sealed class CliffSum(Rule rule, decimal distance)
{
    private readonly List<decimal>[] jumps = [.. rule.Grades.Select(_ => new List<decimal>())];

    public void Add(object fact, DateOnly asOf, Verdict verdict)
    {
        // The value as people read it lies on the true one's side of every number with fewer digits.
        if (verdict.Grade >= 0 && CutAbove(verdict.Grade) is { At: var at } && rule.ValueOf(fact, asOf) >= at - distance)
            jumps[verdict.Grade].Add((rule.PayableOf(fact, rule.VerdictOf(verdict.Grade + 1)) ?? 0) - (rule.PayableOf(fact, verdict) ?? 0));
    }

    public IReadOnlyList<PolicyCliff> Cliffs =>
    [
        .. from grade in Enumerable.Range(0, rule.Grades.Count)
           where !rule.Grades[grade].IsProvisional && CutAbove(grade) is not null
           select Cliff(grade),
    ];

    private PolicyCliff Cliff(int grade)
    {
        var (below, above) = (Outcome.Of(rule, grade), Outcome.Of(rule, grade + 1));
        var (all, total) = (jumps[grade], new ExactTotal());
        all.Sort();
        foreach (var jump in all)
            total.Add(jump);

        return new(
            CutAbove(grade)!.Value, below.Beside(above), above.Beside(below), above.Factor - below.Factor, all.Count,
            rule.Pays ? total.Value : null, rule.Pays && all.Count > 0 ? all[(all.Count - 1) / 2] : null);
    }

    /// <summary>Where the next band of the same scale begins: a rule's grades are its bands, once for each state that a fact can be in.</summary>
    private Cut? CutAbove(int grade) => rule.PlaceOf(grade) is var (scale, band) && band + 1 < scale.Count ? scale[band + 1].Cut : null;
}
