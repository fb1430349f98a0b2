using AccountRules.History;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>Orders the versions of a policy, and finds all that keeps them from being a history.</summary>
internal static class PolicyHistoryCheck
{
    /// <summary>The versions in order.</summary>
    /// <param name="versions">The versions, in any order.</param>
    /// <param name="source">What they come from, for the exception.</param>
    /// <exception cref="PolicyException">They do not make a history.</exception>
    public static IReadOnlyList<Policy> Ordered(IEnumerable<Policy> versions, string source)
    {
        ArgumentNullException.ThrowIfNull(versions);
        var all = versions.Select((policy, i) => new PolicyVersionSource(policy, $"version {i + 1}")).ToArray();
        var problems = Problems(all).Select(p => p.Problem).ToArray();
        return problems.Length == 0 ? Ordered(all) : throw new PolicyException(source, problems);
    }

    public static IReadOnlyList<Policy> Ordered(IEnumerable<PolicyVersionSource> versions) =>
        [.. versions.Select(v => v.Policy).OrderBy(policy => policy.Terms.EffectiveFrom ?? DateOnly.MinValue)];

    /// <summary>What keeps the versions from being a history, each with the one that it is found in.</summary>
    public static IEnumerable<(PolicyVersionSource? In, PolicyProblem Problem)> Problems(IReadOnlyList<PolicyVersionSource> versions)
    {
        if (versions.Count == 0)
            yield return (null, new("$", Line: null, "no version", "at least one policy document"));

        for (var i = 0; i < versions.Count; i++)
        {
            var (one, before) = (versions[i].Policy, versions.Take(i).ToArray());
            if (one is PolicyHistory)
                yield return Found(i, "$", "a history", "a single version");

            if (!ReferenceEquals(one.Terms.Rules, versions[0].Policy.Terms.Rules))
                yield return Found(i, "$", "another catalogue of rules", $"the catalogue of {versions[0].Source}");

            if (!string.Equals(one.Name, versions[0].Policy.Name, StringComparison.Ordinal))
            {
                yield return Found(
                    i, "$.policy", Quoted(one.Name), $"{Quoted(versions[0].Policy.Name)}, as in {versions[0].Source}: a history is of one policy");
            }

            if (Array.Find(before, v => string.Equals(v.Policy.Version, one.Version, StringComparison.Ordinal)) is { } named)
                yield return Found(i, "$.version", $"{Quoted(one.Version)} again", $"a version of its own; {named.Source} has this one");

            if (Array.Find(before, v => v.Policy.Terms.EffectiveFrom == one.Terms.EffectiveFrom) is { } dated)
            {
                yield return one.Terms.EffectiveFrom is { } from
                    ? Found(i, "$.effectiveFrom", $"{Texts.Date(from)} again", $"a first day of its own; {dated.Source} has this one")
                    : Found(i, "$.effectiveFrom", "no date", $"a first day, which only the first version may leave open, and {dated.Source} does");
            }

            foreach (var problem in TransitionProblems(one))
                yield return (versions[i], problem);
        }

        foreach (var problem in TooManyBeside(versions))
            yield return problem;

        (PolicyVersionSource? In, PolicyProblem Problem) Found(int index, string path, string found, string allowed) =>
            (versions[index], new(path, Line: null, $"{found} in {versions[index].Source}", allowed));
    }

    /// <summary>What the versions say that can be used, and what a host should know of: that there is no policy before the first of them.</summary>
    public static IReadOnlyList<PolicyRemark> Remarks(IReadOnlyList<Policy> versions) =>
    [
        .. versions[0].Terms.EffectiveFrom is { } first
            ? [new PolicyRemark(
                "$.effectiveFrom",
                $"no version is in force before {Texts.Date(first)}: what dates from before is not applicable; leave the date of version "
                + $"{Visible.Text(versions[0].Version)} out where it should judge that too")]
            : Array.Empty<PolicyRemark>(),
        .. versions.SelectMany(version => version.Remarks),
    ];

    /// <summary>The ways to take over that a rule does not admit.</summary>
    private static IEnumerable<PolicyProblem> TransitionProblems(Policy policy)
    {
        foreach (var declaration in policy.Terms.Rules)
        {
            if (policy.Terms.Transition.Of(declaration.Id) is not { } by)
                continue;

            var admitted = AdmittedTransitions.Of(policy.RuleOf(declaration));
            if (!admitted.Contains(by))
            {
                yield return new(
                    $"$.transition.{declaration.Id}", Line: null, $"{Camel(by)} in version {Visible.Text(policy.Version)}",
                    admitted.Count > 0
                        ? $"{string.Join(", ", admitted.Select(Camel))}, which the rule admits"
                        : "nothing: the rule goes by the one that it counts");
            }
        }
    }

    /// <summary>
    /// A version that is kinder is asked beside all before it, and so is one by days, which multiplies what a rule asks: so there are few of them, and not
    /// both, since no version is the kinder one of a part of a period.
    /// </summary>
    private static IEnumerable<(PolicyVersionSource? In, PolicyProblem Problem)> TooManyBeside(IReadOnlyList<PolicyVersionSource> versions)
    {
        PolicyVersionSource[] later = [.. versions.OrderBy(v => v.Policy.Terms.EffectiveFrom ?? DateOnly.MinValue).Skip(1)];
        foreach (var id in versions.SelectMany(v => v.Policy.Terms.Rules).Select(d => d.Id).Distinct(StringComparer.Ordinal))
        {
            var (kinder, days) = (Count(VersionTransition.Kinder), Count(VersionTransition.ByDays));
            if (kinder > MostKinder)
                yield return Found($"kinder in {kinder} versions", "it in one: leave out older versions, or let them go by start");

            if (days > MostByDays)
                yield return Found($"byDays in {days} versions", $"it in {MostByDays}: leave out older versions, or let them go by period");

            if (kinder > 0 && days > 0)
                yield return Found("kinder in one version and byDays in another", "one of them in all versions of a rule");

            var rules = versions.Select(v => v.Policy.RuleOf(v.Policy.Terms.Rules.Single(d => d.Id == id))).ToArray();
            if (kinder > 0 && Array.Exists(rules, rule => rule.Grades.Any(g => g.Line is not null)))
            {
                yield return Found(
                    "kinder among versions of which one pays along a line",
                    "byStart, byPeriod or byDays: which pays more is then another question for each fact");
            }

            if (kinder + days > 0 && PaidOtherwise(rules) is { } group)
            {
                yield return Found(
                    $"{(days > 0 ? "byDays" : "kinder")} among versions that pay "
                    + $"{(group.Length == 0 ? "" : $"group {Quoted(group)} ")}in other currencies or bounds",
                    "one currency, atLeast and atMost of a group in all versions: amounts of different currencies are not added up or compared, and a bound "
                    + "is of a whole period");
            }

            if (rules.Sum(rule => rule.Grades.Count(g => !g.IsProvisional)) is var grades and > CategoryCheck.MostGrades)
                yield return Found($"{grades} bands in all versions of the rule", $"at most {CategoryCheck.MostGrades}: leave out older versions");

            if (kinder + days > 0 && versions.Select(v => JudgedOf(v.Policy)).Distinct().Skip(1).Any())
            {
                yield return Found(
                    $"{(days > 0 ? "byDays" : "kinder")} among versions of which some judge periods while they run",
                    "`judged` of the rule the same in all versions");
            }

            if (days > 0 && Count(VersionTransition.ByEvaluationDate) > 0 && versions.Any(v => JudgedOf(v.Policy) == PeriodJudgement.AsItStands))
            {
                yield return Found(
                    "byDays in one version and byEvaluationDate in another, where periods pay while they run",
                    "one of them, or `judged` of the rule onceEnded: which days a version pays is known once it has come");
            }

            PeriodJudgement? JudgedOf(Policy policy) => policy.RuleOf(policy.Terms.Rules.Single(d => d.Id == id)).Info.Judged;

            int Count(VersionTransition by) => later.Count(v => v.Policy.Terms.Transition.Of(id) == by);

            (PolicyVersionSource?, PolicyProblem) Found(string found, string allowed) => (later[^1], new($"$.transition.{id}", Line: null, found, allowed));
        }
    }

    /// <summary>A group that one version pays in another currency, or within other bounds, than another; <c>null</c> where there is none.</summary>
    private static string? PaidOtherwise(Rule[] rules) => rules.SelectMany(rule => rule.Payments.Keys).Distinct(StringComparer.Ordinal).FirstOrDefault(group =>
        rules.Select(rule => rule.Payments.GetValueOrDefault(group) ?? rule.Payments.GetValueOrDefault("")).OfType<PaySettings>()
            .Select(pays => (pays.Currency, pays.AtLeast, pays.AtMost)).Distinct().Skip(1).Any());

    private const int MostKinder = 1;
    private const int MostByDays = 2;

    private static string Camel(VersionTransition by) => char.ToLowerInvariant(by.ToString()[0]) + by.ToString()[1..];

    private static string Quoted(string text) => $"`{Visible.Text(text)}`";
}
