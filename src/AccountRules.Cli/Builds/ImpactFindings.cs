using System.Globalization;
using AccountRules.Cli.Input;

namespace AccountRules.Cli.Builds;

/// <summary>
/// What a build is told of an impact: of each rule under which something changes how much, and what is paid more or less. Nothing of it fails.
/// </summary>
internal static class ImpactFindings
{
    private const int MostTold = 3;

    /// <summary>The findings.</summary>
    /// <param name="impact">The impact.</param>
    public static IEnumerable<Finding> Of(PolicyImpact impact) =>
        impact.Diff.NoEffect is { } reason ? [new(FindingRule.PolicyDocument, FindingKind.Remark, "no change", reason)] : impact.Rules.Select(Of);

    private static Finding Of(RuleImpact rule)
    {
        var told = rule.Transitions.Take(MostTold).Select(t => $"{Shown.Count(t.Count)} {t.From} -> {t.To}").ToArray();
        var more = rule.Transitions.Count > told.Length ? $"; {Shown.Count(rule.Transitions.Count - told.Length)} more" : "";
        var pay = rule.Pay is { } paid ? $"; pay {(paid.Difference > 0 ? "+" : "")}{paid.Difference.ToString(CultureInfo.InvariantCulture)}" : "";
        var name = $"{Shown.Count(rule.Changed)} of {Shown.Count(rule.Facts)} change";
        return new(
            FindingRule.Of(rule.Rule), rule.Changed > 0 ? FindingKind.Remark : FindingKind.Passed, name,
            rule.Changed > 0 ? $"{string.Join("; ", told)}{more}{pay}" : "");
    }
}
