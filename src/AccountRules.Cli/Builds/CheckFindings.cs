namespace AccountRules.Cli.Builds;

/// <summary>What a build is told of a policy document that can be used: that it can, what in it is hardly meant, and what it leaves open.</summary>
internal static class CheckFindings
{
    /// <summary>The findings.</summary>
    /// <param name="path">The file.</param>
    /// <param name="policy">The policy in it.</param>
    public static IEnumerable<Finding> Of(string path, Policy policy)
    {
        Finding Finding(FindingKind kind, string name, string message, string? term = null) =>
            new(FindingRule.PolicyDocument, kind, name, message)
            {
                File = path,
                Place = new(term is null ? "" : $": {term}", term is null ? null : PolicyLines.Of(path).LineOf(term), Name: name),
            };

        yield return Finding(FindingKind.Passed, "can be used", $"{policy} is valid, {policy.Rules.Count} rules");
        foreach (var remark in policy.Remarks)
            yield return Finding(FindingKind.Remark, remark.Path, $"{remark.Says}.", remark.Path);

        // Many rules have a number that the documents leave open: they are one line.
        var open = string.Join(", ", policy.Rules.Where(r => r.Info.NotSet is not null).Select(r => $"{r.Id} ({r.Info.NotSet})"));
        if (open.Length > 0)
        {
            yield return Finding(
                FindingKind.Remark, "in force",
                $"not in force, since the documents state no number and the policy sets none: {open}; set it, or all is undetermined.");
        }

        var some = string.Join(", ", policy.Rules.Where(r => r.Info.NotSetForSome is not null).Select(r => $"{r.Info.OpenFor} ({r.Info.NotSetForSome})"));
        if (some.Length > 0)
            yield return Finding(FindingKind.Remark, "in force for all", $"in force, but not for {some}; set it, or these are undetermined.");
    }
}
