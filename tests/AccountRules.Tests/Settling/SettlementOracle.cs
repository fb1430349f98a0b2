using System.Numerics;
using AccountRules.Facts;
using AccountRules.Reference;

namespace AccountRules.Tests.Settling;

/// <summary>
/// "A settled period is not rewritten by restated data or a new policy: it gets a correction line." Recomputed from the facts of every run, in whole
/// ten-thousandths of the currency.
/// </summary>
internal sealed class SettlementOracle
{
    private readonly Dictionary<(string Employee, Period Period), Stands> settled = [];

    /// <summary>What a run does to each fact that has a line.</summary>
    public Dictionary<(string Employee, Period Period), Change> Settle(Run run)
    {
        var changes = new Dictionary<(string Employee, Period Period), Change>();
        foreach (var key in run.Pays.Select(p => (Employee: p.EmployeeId, p.Period)).Concat(settled.Keys).Distinct().ToArray())
        {
            if (run.Only is { } only && key.Period != only)
                continue;

            // The first row of a fact counts.
            var row = run.Pays.FirstOrDefault(p => p.EmployeeId == key.Employee && p.Period == key.Period);
            Stands? before = settled.TryGetValue(key, out var stands) ? stands : null;
            if (ChangeOf(row, before, run, isUnreadable: run.Unreadable == key.Employee) is not { } change)
                continue;

            changes[key] = change;
            if (change.After is { } after)
                settled[key] = after;
            else
                settled.Remove(key);
        }

        return changes;
    }

    /// <summary>The facts that stand settled.</summary>
    public IReadOnlyDictionary<(string Employee, Period Period), Stands> Settled => settled;

    private static Change? ChangeOf(PayPeriod? row, Stands? before, Run run, bool isUnreadable)
    {
        if (row is null)
            return before is null ? null : isUnreadable ? new(SettlementKind.Held, before, before) : new(SettlementKind.Withdrawn, before, After: null);

        var expected = PerformancePayReading.Of(row, run.AsOf, new PayTableReading { Rows = run.Table, Places = run.Places });
        if (expected.Standing != Standing.Graded)
            return new(SettlementKind.Held, before, before);

        var now = new Stands(Units(expected.Payable!.Value), expected.Band!, run.Table.Single(t => t.Band == expected.Band).Factor);
        return new(before is null ? SettlementKind.New : before == now ? SettlementKind.Unchanged : SettlementKind.Corrected, before, now);
    }

    public static BigInteger Units(decimal amount) => Fraction.Of(amount) is var (top, bottom) && (top * 10_000 % bottom).IsZero ? top * 10_000 / bottom
        : throw new ArgumentOutOfRangeException(nameof(amount), amount, "The oracle counts ten-thousandths.");

    /// <summary>What stands settled of a fact; the programme goes by the band.</summary>
    internal readonly record struct Stands(BigInteger Paid, string Band, decimal Factor);

    internal sealed record Change(SettlementKind Kind, Stands? Before, Stands? After)
    {
        public BigInteger Difference => (After?.Paid ?? 0) - (Before?.Paid ?? 0);
    }

    /// <summary>A run: which facts there are, by which pay table, and what of them it is of.</summary>
    internal sealed record Run(
        IReadOnlyList<PayPeriod> Pays, DateOnly AsOf, IReadOnlyList<PayTableRow> Table, int Places, string Version, Period? Only,
        string? Unreadable);
}
