using AccountRules.Facts;

namespace AccountRules.Reports;

/// <summary>Facts, of several types, that are made into rows.</summary>
/// <param name="rule">The rule on the rows.</param>
/// <param name="collector">Takes the facts, for the assessments and for what comes next; <c>null</c> where the rows are of no account and of no group.</param>
/// <param name="list">The list of accounts.</param>
/// <param name="leftOutOf">Counts the facts of a type that are left out.</param>
internal sealed class GatheredReport<TRow>(
    GatheredRule<TRow> rule, GatheringCollector<TRow>? collector, AccountList list, Func<Type, FactShape, bool, LeftOutCount> leftOutOf) : GatheringTaker
    where TRow : class
{
    private readonly Dictionary<Type, LeftOutCount> leftOut = [];

    public override void Add<TFact>(TFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        if (fact is Account account)
            list.Add(account);

        if (collector is not null)
            collector.Add(fact);
        else
            LeftOutOf<TFact>().Add();
    }

    public override void AddUnreadable<TFact>(TFact fact)
    {
        if (fact is Account account)
            list.AddUnreadable(account.AccountId);

        collector?.AddUnreadable(fact);
    }

    public override void AddUnreadable(string? subject) => collector?.AddUnreadable(subject);

    private LeftOutCount LeftOutOf<TFact>()
    {
        if (!leftOut.TryGetValue(typeof(TFact), out var count))
            leftOut[typeof(TFact)] = count = leftOutOf(typeof(TFact), rule.Gathering.Sources[rule.Gathering.IndexOf(typeof(TFact))].Shape, false);

        return count;
    }
}
