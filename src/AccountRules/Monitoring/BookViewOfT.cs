using System.Runtime.InteropServices;

namespace AccountRules.Monitoring;

/// <inheritdoc/>
internal class BookView<TEntry>(Rule rule, Table<TEntry> table, DateOnly asOf, Waivers waivers) : BookView(rule)
    where TEntry : class
{
    protected Table<TEntry> Table => table;

    public override int Count(Standing standing) => table.CountOf(standing);

    public override Assessment? Find(in FactKey key) => table.Find(key) is var slot and not 0 ? Over(slot) : null;

    public override void Collect(Standing? standing, string? account, List<Assessment> into)
    {
        var (first, order) = (into.Count, new List<FactKey>());
        var slots = account is not null ? table.Of(account) : standing is { } one ? table.With(one) : Standings.All.Where(Has).SelectMany(table.With);
        foreach (var slot in slots)
        {
            if ((standing is { } wanted && table[slot].Verdict.Standing != wanted) || (account is not null && Rule.AccountOf(table[slot].Entry!) != account))
                continue;

            into.Add(Over(slot));
            order.Add(table.Keys.KeyOf(table[slot].Entry!));
        }

        CollectionsMarshal.AsSpan(order).Sort(CollectionsMarshal.AsSpan(into)[first..]);
    }

    private bool Has(Standing standing) => Count(standing) > 0;

    private Assessment Over(int slot) => waivers.IsEmpty ? Of(slot) : Of(slot).With(waivers.Of(Rule.Id, table[slot].Subject!));

    private protected virtual Assessment Of(int slot) => new(Rule, table[slot].Entry!, asOf, table[slot].Verdict);
}
