using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// The terms of the account report's score (key-account-manager, comprehensive reports on key account performance). The documents state no weight, so a report
/// has no score until <see cref="Weights"/> are given. Immutable; equal by value.
/// </summary>
public sealed record AccountReportTerms
{
    /// <summary>The section of the policy document.</summary>
    internal static TermSection<AccountReportTerms> Section { get; } = new TermSection<AccountReportTerms>("accountReport", new())
        .Sections(
            "weights", "What each rule counts for in the score of a report; the weights add up to exactly 1. The documents state none: there is no default.",
            t => t.Weights, (t, weights) => t with { Weights = weights }, ReportWeightTerms.Section, isLeftOpen: true)
        .Choice("missing", "How a part counts that is not known.", t => t.Missing, (t, missing) => t with { Missing = missing })
        .Sections(
            "bands", "The bands of the score, lowest first; none unless given.", t => t.Bands, (t, bands) => t with { Bands = bands },
            BandTerms.Section)
        .Checked((t, problems) => t.Check(problems));

    /// <summary>The rules of the score, each with its weight; none unless given.</summary>
    public TermList<ReportWeightTerms> Weights { get; init; } = [];

    /// <summary>How a part counts that is not known; it is left out, and the others count in proportion, unless given.</summary>
    public MissingPart Missing { get; init; }

    /// <summary>
    /// The bands of the score, lowest first, each from a number of points above 0 up to 100, which is compared with the exact score; none unless given.
    /// </summary>
    public TermList<BandTerms> Bands { get; init; } = [];

    private void Check(TermProblems problems)
    {
        for (var i = 0; i < Weights.Count; i++)
        {
            var rule = Weights[i].Rule;
            if (problems.Policy.Rules.All(d => d.Id != rule))
                problems.Add($"weights[{i}].rule", $"`{rule}`", $"one of {string.Join(", ", problems.Policy.Rules.Select(d => d.Id))}");
            else if (Weights.Take(i).Any(w => w.Rule == rule))
                problems.Add($"weights[{i}].rule", $"`{rule}` again", "each rule once");
        }

        problems.CheckWeights(Weights.Select(weight => weight.Weight), "weights");
        BandTerms.Check(Bands, problems);
        for (var i = 1; i < Bands.Count; i++)
        {
            if (Bands[i].From is { } from and not (> 0 and <= 100))
                problems.Add($"bands[{i}].from", Texts.Number(from), "above 0, up to 100");
        }
    }
}
