using AccountRules.Cli.Input;
using AccountRules.Cli.Output;

namespace AccountRules.Cli.Builds;

/// <summary>
/// What a build is told of two policies: of each rule every region in which they differ, at the line of the rule's first term that changed, or that it agrees.
/// </summary>
internal static class DiffFindings
{
    /// <summary>The findings.</summary>
    /// <param name="diff">The difference.</param>
    /// <param name="file">The new policy's document.</param>
    public static IReadOnlyList<Finding> Of(PolicyDiff diff, string file)
    {
        var lines = PolicyLines.Of(file);
        return
        [
            .. diff.NoEffect is { } reason
                ? [new Finding(FindingRule.PolicyDocument, FindingKind.Remark, "no change", reason) { File = file }] : Array.Empty<Finding>(),
            .. diff.Rules.SelectMany(rule => Of(rule, diff, file, lines)),
        ];
    }

    private static IEnumerable<Finding> Of(RuleDiff rule, PolicyDiff diff, string file, PolicyLines lines)
    {
        var asked = FindingRule.Of(rule.Rule);
        if (rule.Regions.Count == 0)
            return [new(asked, FindingKind.Passed, DiffOutput.Verdict(rule.Verdict), "")];

        var section = diff.New.Terms.Rules.Where(d => d.Id == rule.RuleId).Select(d => d.Section?.Name).FirstOrDefault();
        var term = diff.Terms.Select(t => t.Path).FirstOrDefault(t => section is not null && t.StartsWith($"{section}.", StringComparison.Ordinal));
        var place = term is not null && lines.LineOf(term) is { } line ? new FilePlace($":{line}", line) : default;
        return rule.Regions.Select(region =>
            new Finding(asked, FindingKind.Difference, region.Where, $"{region.Old} -> {region.New}") { File = file, Place = place });
    }
}
