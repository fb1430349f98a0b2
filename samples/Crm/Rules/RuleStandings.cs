namespace AccountRules.Samples.Crm.Rules;

/// <summary>How the facts of an account stand under a rule: what runs, or is of the newest two periods, before what is over.</summary>
internal sealed class RuleStandings
{
    public RuleStandings(Rule rule, IReadOnlyList<Assessment> all)
    {
        Rule = rule;
        Counts = new(all.GroupBy(a => a.Standing).Select(g => new StandingCount { Standing = g.Key, Count = g.Count() }));
        var newest = all.Select(a => a.Period).Distinct().OrderDescending().Take(2).ToHashSet();
        bool IsOver(Assessment a) => a.Period is not null
            ? !newest.Contains(a.Period)
            : a.EndedOn is not null || a.Standing is Standing.Met or Standing.NotApplicable;
        Now = [.. all.Where(a => !IsOver(a)).OrderByDescending(a => a.Period).ThenBy(a => a.DueOn)];
        Over = [.. all.Where(IsOver).OrderByDescending(a => a.Period).ThenByDescending(a => a.EndedOn ?? a.DueOn)];
    }

    public Rule Rule { get; }

    public StandingCounts Counts { get; }

    public IReadOnlyList<Assessment> Now { get; }

    public IReadOnlyList<Assessment> Over { get; }
}
