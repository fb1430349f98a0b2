namespace AccountRules.Cli.Output;

/// <summary>The line of a measure as a rule cuts it: n cuts, and the n + 1 outcomes between them.</summary>
/// <param name="Where">Of which facts, such as <c>open</c>; empty where of all.</param>
/// <param name="Measure">What is measured, such as <c>day</c>.</param>
/// <param name="Cuts">The boundaries on it, ascending.</param>
/// <param name="Outcomes">The outcomes, lowest first.</param>
internal sealed record ScaleLine(string Where, string Measure, IReadOnlyList<PolicyBoundary> Cuts, IReadOnlyList<string> Outcomes)
{
    /// <summary>Where two lines differ: from which cut, if any, to which, and the outcomes there.</summary>
    /// <param name="From">Where it begins; <c>null</c> at the low end.</param>
    /// <param name="Until">Where it ends; <c>null</c> at the high end.</param>
    /// <param name="Old">The outcome on the old line.</param>
    /// <param name="New">The outcome on the new line.</param>
    public sealed record Difference(Cut? From, Cut? Until, string Old, string New);

    /// <summary>Where each band but the lowest begins: of whole values, above 90 is from 91.</summary>
    public IReadOnlyList<Cut> Starts =>
        [.. Cuts.Select(b => b.Cut.Edge == Edge.Above && b.Cases.Count > 1 && b.Cases.All(c => decimal.IsInteger(c.Value)) ? Cut.From(b.Cut.At + 1) : b.Cut)];

    /// <summary>The lines of a rule.</summary>
    /// <param name="boundaries">The boundaries of a policy.</param>
    /// <param name="ruleId">The rule's id.</param>
    public static IReadOnlyList<ScaleLine> Of(IEnumerable<PolicyBoundary> boundaries, string ruleId) =>
        [.. boundaries.Where(b => b.Rule.Id == ruleId).GroupBy(b => (b.Where, b.Measure))
            .Select(line => Of(line.Key.Where, line.Key.Measure, [.. line.OrderBy(b => b.Cut)]))];

    /// <summary>Where this line and another of the same measure differ.</summary>
    /// <param name="new">The other line.</param>
    public IEnumerable<Difference> To(ScaleLine @new)
    {
        Cut[] cuts = [.. Starts.Concat(@new.Starts).Distinct().Order()];
        Difference? last = null;
        for (var i = 0; i <= cuts.Length; i++)
        {
            Cut? from = i == 0 ? null : cuts[i - 1];
            Difference one = new(from, i == cuts.Length ? null : cuts[i], Past(from), @new.Past(from));
            if (last is not null && (last.Old, last.New) == (one.Old, one.New))
            {
                last = last with { Until = one.Until };
                continue;
            }

            if (last is not null && last.Old != last.New)
                yield return last;

            last = one;
        }

        if (last is not null && last.Old != last.New)
            yield return last;
    }

    /// <summary>The outcome right past a cut.</summary>
    private string Past(Cut? cut) => Outcomes[Starts.Count(start => start <= cut)];

    private static ScaleLine Of(string where, string measure, IReadOnlyList<PolicyBoundary> cuts) =>
        new(where, measure, cuts, [.. Enumerable.Range(0, cuts.Count + 1).Select(i => Fuller(
            i == 0 ? "" : Outcome(cuts[i - 1], isPast: true), i == cuts.Count ? "" : Outcome(cuts[i], isPast: false)))]);

    /// <summary>A case beside one cut leaves out what the outcomes of both sides share, so that the one beside the other may say more.</summary>
    private static string Fuller(string below, string above) => above.Length > below.Length ? above : below;

    private static string Outcome(PolicyBoundary boundary, bool isPast)
    {
        var position = isPast == (boundary.Cut.Edge == Edge.From) ? "at" : isPast ? "above" : "below";
        return boundary.Cases.FirstOrDefault(c => c.Position == position)?.Expected ?? "";
    }
}
