using AccountRules.Gathering;

namespace AccountRules.Monitoring;

/// <summary>The rows of a gathering.</summary>
internal sealed class GatheredRows<TRow>(GatheredRule<TRow> rule) : IRowMaker<TRow>
    where TRow : class
{
    public static Func<Policy, IRowMaker<TRow>> Of(Func<Policy, GatheredRule<TRow>> rule) => policy => new GatheredRows<TRow>(rule(policy));

    public Rule Rule => rule.Of;

    public Keys<TRow> Keys => Keys<TRow>.Of(rule.Of.Shape);

    public IReadOnlyList<GatheringSource> Sources => rule.Gathering.Sources;

    public IEnumerable<(TRow Row, Verdict Verdict)> Rows(GatheredFacts facts, IReadOnlyList<Unreadable> unread)
    {
        if (facts.IsEmpty)
            return [];

        var isUnread = unread.Any(one => one.MayBeOf(facts.Group));
        return rule.Gathering.Rows(facts).Select(row => (row, isUnread ? rule.VerdictOf(-Cause.Unreadable.Number) : rule.Of.Judge(row, facts.AsOf)));
    }

    public DateOnly? NextTurn(GatheredFacts facts, DateOnly after) => rule.Gathering.NextTurn(facts, after);

    public DateOnly? NextTurn(TRow row, DateOnly after) => rule.Of.NextTurn(row, after);

    public decimal? PayableOf(TRow row, Verdict verdict) => rule.Of.PayableOf(row, verdict);
}
