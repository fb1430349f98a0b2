using AccountRules.Gathering;

namespace AccountRules.Monitoring;

/// <summary>Folds the facts of one subject after another over the periods of the data, kind by kind.</summary>
internal sealed class TrackFold<TFact>(LifecycleRule<TFact> rule, DateOnly asOf, Period[][] kinds, TrackPeriods? given, Marks unread)
    where TFact : class
{
    private readonly Dictionary<Period, TFact> facts = [];
    private readonly Dictionary<Period, (Tracked Row, int Code)> rows = [];

    public void Begin()
    {
        facts.Clear();
        rows.Clear();
    }

    public void Take(TFact fact) => facts[rule.Shape.Period!.Of(fact)] = fact;

    public void Replace(Period period, TFact? fact)
    {
        if (fact is null)
            facts.Remove(period);
        else
            facts[period] = fact;
    }

    /// <summary>What is said of the subject, by period.</summary>
    public Dictionary<Period, (Tracked Row, int Code)> Rows(string subject)
    {
        var before = given?.StageBefore(subject) ?? 0;
        if (facts.Count == 0 && before == 0)
            return rows;

        var account = facts.Count > 0 ? rule.Shape.Account?.Of(facts.MinBy(f => f.Key).Value) : rule.Shape.IsOfAccounts ? subject : null;
        var mayBeUnread = unread.MayBeOf(subject);
        foreach (var kind in kinds)
        {
            // Who has no fact and is outside says nothing, but where one of its facts was skipped, and may be of this period.
            var isUnread = unread.IsOf(subject) && facts.Keys.Any(period => period.Kind == kind[0].Kind);
            var (stage, first) = (before, Tracked.First(kind, rule, given));
            foreach (var period in kind)
            {
                var fact = facts.GetValueOrDefault(period);
                if (fact is null && ((stage == 0 && !isUnread) || !Tracked.MayLeaveIn(period, rule, asOf)))
                    continue;

                // Who may have a fact that was skipped has not left for want of one.
                var code = fact is not null ? rule.Step(fact, asOf, stage) : mayBeUnread ? -Cause.Unreadable.Number : 0;
                var value = fact is null ? 0 : rule.ValueOf(fact, asOf) ?? 0;
                rows.Add(period, (new(Number: 0, subject, account, period, value, Tracked.MovementOf(stage, code, period == first), fact is not null)
                {
                    Before = stage,
                    IsFirst = period == first,
                    Fact = fact,
                }, code));
                stage = code >= 0 ? code : stage;
            }
        }

        return rows;
    }
}
