using AccountRules.Gathering;

namespace AccountRules.Monitoring;

/// <summary>The rows of a track: the facts of one subject, folded over the periods of the data, kind by kind.</summary>
internal sealed class TrackedRows<TFact>(LifecycleRule<TFact> rule, TrackPeriods? given) : IRowMaker<Tracked>
    where TFact : class
{
    private readonly TrackedSource<TFact> source = new(rule);
    private readonly Converter<TFact, Period> periodOf = rule.Shape.Period!.Of;

    public static Func<Policy, IRowMaker<Tracked>> Of(Func<Policy, LifecycleRule<TFact>> rule, TrackPeriods? given = null) => policy =>
    {
        var track = rule(policy);
        track.CheckTrack(given);
        return new TrackedRows<TFact>(track, given);
    };

    public Rule Rule => rule.InTrack;

    public Keys<Tracked> Keys { get; } = new(row => new(row.Subject, row.Period), row => row.Account);

    public IReadOnlyList<GatheringSource> Sources => [source];

    public IReadOnlyList<Period> Periods => given?.Periods ?? [];

    public bool HoldsSkipped => false;

    public IEnumerable<FactKey> Always => given?.MembersBefore?.Select(id => new FactKey(id)) ?? [];

    public Period? From => given is { IsBeforeUnknown: false, Periods: [var first, ..] } ? first : null;

    public void Read(object fact, DateOnly asOf)
    {
        for (var stage = 0; stage < rule.Stages.Count; stage++)
            _ = rule.Step((TFact)fact, asOf, stage);

        _ = rule.ValueOf(fact, asOf);
        _ = rule.Shape.Account?.Of((TFact)fact);
    }

    public IEnumerable<(Tracked Row, Verdict Verdict)> Rows(GatheredFacts facts, IReadOnlyList<Unreadable> unread)
    {
        var (subject, asOf, before) = (facts.Group.Subject, facts.AsOf, given?.StageBefore(facts.Group.Subject) ?? 0);
        TFact[] own = [.. facts.Taken(0).Cast<TFact>()];
        if (own.Length == 0 && before == 0)
            yield break;

        var of = Array.ConvertAll(own, periodOf);
        Array.Sort(of, own);
        for (var i = 1; i < of.Length; i++)
        {
            if (of[i] == of[i - 1])
                throw FactFailure.Moved(typeof(TFact), subject, new(subject, of[i]));
        }

        var account = own.Length > 0 ? rule.Shape.Account?.Of(own[0]) : rule.Shape.IsOfAccounts ? subject : null;
        foreach (var kind in facts.Periods(0))
        {
            var first = Tracked.First(kind, rule, given);
            var isUnread = unread[0].IsOf(facts.Group) && Array.Exists(of, period => period.Kind == kind[0].Kind);
            var steps = TrackStep<TFact>.Through(
                kind, before, own, periodOf, (fact, stage) => rule.Step(fact, asOf, stage), (isUnread, unread[0].MayBeOf(facts.Group)), rule, asOf);
            foreach (var (period, stage, code, fact) in steps)
            {
                if (code is not { } to)
                    continue;

                var value = fact is null ? 0 : rule.ValueOf(fact, asOf) ?? 0;
                var row = new Tracked(Number: 0, subject, account, period, value, Tracked.MovementOf(stage, to, period == first), fact is not null)
                {
                    Before = stage,
                    IsFirst = period == first,
                    Fact = fact,
                };
                yield return (row, Rule.VerdictOf(to, period, asOf));
            }
        }
    }

    /// <summary>That of the facts: when periods begin and end, all groups turn.</summary>
    public DateOnly? NextTurn(GatheredFacts facts, DateOnly after)
    {
        DateOnly? first = null;
        foreach (var fact in facts.Taken(0))
            first = Turns.First(after, first, rule.NextTurnInTrack((TFact)fact, after));

        return first;
    }

    public DateOnly? NextTurn(Tracked row, DateOnly after) => null;

    public decimal? PayableOf(Tracked row, Verdict verdict) => null;
}
