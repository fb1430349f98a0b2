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
                Place = new(
                    term is null ? "" : $": {term}", term is null || policy is PolicyHistory ? null : PolicyLines.Of(path).LineOf(term), Name: name),
            };

        if (policy is PolicyHistory history)
        {
            foreach (var version in history.Versions)
            {
                var from = version.Terms.EffectiveFrom is { } day ? $"from {day:O} on" : "from the beginning";
                yield return Finding(FindingKind.Passed, version.Version, $"{version} is valid, {version.Rules.Count} rules, in force {from}");
            }

            foreach (var remark in policy.Remarks)
                yield return Finding(FindingKind.Remark, remark.Path, $"{remark.Says}.", remark.Path);

            foreach (var version in history.Versions)
            {
                foreach (var finding in OpenOf(version, Finding))
                    yield return finding with { Message = $"version {version.Version}: {finding.Message}" };
            }

            yield break;
        }

        yield return Finding(FindingKind.Passed, "can be used", $"{policy} is valid, {policy.Rules.Count} rules");
        foreach (var remark in policy.Remarks)
            yield return Finding(FindingKind.Remark, remark.Path, $"{remark.Says}.", remark.Path);

        foreach (var finding in OpenOf(policy, Finding))
            yield return finding;
    }

    /// <summary>What a policy leaves open.</summary>
    private static IEnumerable<Finding> OpenOf(Policy policy, Func<FindingKind, string, string, string?, Finding> finding)
    {
        // Many rules have a number that the documents leave open: they are one line.
        var open = string.Join(", ", policy.Rules.Where(r => r.Info.NotSet is not null).Select(r => $"{r.Id} ({r.Info.NotSet})"));
        if (open.Length > 0)
        {
            yield return finding(
                FindingKind.Remark, "in force",
                $"not in force, since the documents state no number and the policy sets none: {open}; set it, or all is undetermined.", null);
        }

        var some = string.Join(", ", policy.Rules.Where(r => r.Info.NotSetForSome is not null).Select(r => $"{r.Info.OpenFor} ({r.Info.NotSetForSome})"));
        if (some.Length > 0)
            yield return finding(FindingKind.Remark, "in force for all", $"in force, but not for {some}; set it, or these are undetermined.", null);
    }
}
