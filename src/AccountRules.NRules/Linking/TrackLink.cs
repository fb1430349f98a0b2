using NRules.RuleModel;

namespace AccountRules.NRules.Linking;

/// <summary>Links to the facts of a subject its track over the periods that the facts of all subjects hold.</summary>
internal sealed class TrackLink<TFact>(LifecycleRule<TFact> rule, Standing[] standings)
    where TFact : class
{
    private const string Key = "period";

    /// <summary>The subject of a fact; it is the same on every date.</summary>
    public string SubjectOf(TFact fact) => rule.Assess(fact, DateOnly.MinValue).Subject;

    /// <summary>The period of a fact; it is the same on every date.</summary>
    public Period PeriodOf(TFact fact) => rule.Assess(fact, DateOnly.MinValue).Period!.Value;

    /// <summary>Whether a period is held by facts of this rule.</summary>
    public bool IsOf(HeldPeriod held) => held.Rule == rule;

    /// <summary>Links a period to the facts that hold it: once, so that it stays as it is while they come and go.</summary>
    public void Hold(IContext context, IGrouping<Period, TFact> facts)
    {
        if (context.GetLinked(Key) is null)
            context.InsertLinked(Key, new HeldPeriod(rule, facts.Key));
    }

    public void Link(IContext context, IGrouping<string, TFact> facts, IEnumerable<HeldPeriod> periods, EvaluationDate today)
    {
        // Facts of one subject are sorted. Their own periods are added for a session that does not propagate linked facts by itself.
        var held = periods.Select(p => p.Period).Concat(facts.Select(PeriodOf));
        GroupLink.Link(context, rule.TrackSorted(facts, today.AsOf, held), standings);
    }
}
