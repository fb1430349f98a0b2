using AccountRules.Facts;

namespace AccountRules;

/// <summary>Gathers an account's protocol runs by the quarter in which they are due.</summary>
internal static class Consistencies
{
    /// <summary>All runs of an account are one group: one without a due date may be of any of its quarters.</summary>
    public static FactGathering<Consistency> Gathering { get; } =
        new FactGathering<Consistency>(Rows).From(ProtocolRun.Shape, run => [new(run.AccountId ?? "")], turns: CountsFrom);

    /// <summary>The same rows in a query, of the quarters that have begun.</summary>
    public static IQueryable<Consistency> Rows(IQueryable<ProtocolRun> runs, DateOnly asOf)
    {
        var last = Period.Quarter(asOf.Year, (asOf.Month + 2) / 3).End;
        var undated = runs.Where(r => r.DueOn == null)
            .GroupBy(r => r.AccountId ?? "")
            .Select(without => new { Account = without.Key, Count = (int?)without.Count() });
        return runs.Where(r => r.DueOn != null && r.DueOn.Value <= last)
            .Select(r => new
            {
                Account = r.AccountId ?? "",
                r.DueOn!.Value.Year,
                Quarter = (r.DueOn.Value.Month + 2) / 3,
                IsOnTime = r.CompletedOn != null && r.CompletedOn.Value <= r.DueOn.Value,
                IsDue = r.DueOn.Value < asOf || (r.DueOn.Value == asOf && r.CompletedOn != null && r.CompletedOn.Value <= asOf),
            })
            .GroupBy(r => new { r.Account, r.Year, r.Quarter })
            .Select(all => new { all.Key, Due = all.Count(r => r.IsDue), OnTime = all.Count(r => r.IsDue && r.IsOnTime) })
            .GroupJoin(undated, counted => counted.Key.Account, without => without.Account, (counted, found) => new { Counted = counted, Found = found })
            .SelectMany(pair => pair.Found.DefaultIfEmpty(), (pair, without) => new Consistency
            {
                AccountId = pair.Counted.Key.Account,
                Quarter = Period.Quarter(pair.Counted.Key.Year, pair.Counted.Key.Quarter),
                Due = pair.Counted.Due,
                OnTime = pair.Counted.OnTime,
                Undated = without == null ? null : without.Count,
            });
    }

    private static IEnumerable<Consistency> Rows(GatheredFacts facts)
    {
        var runs = facts.Of<ProtocolRun>().ToArray();
        var undated = runs.Count(run => run.DueOn is null);
        return runs
            .Where(run => run.DueOn is not null)
            .GroupBy(run => Period.Quarter(run.DueOn!.Value.Year, (run.DueOn.Value.Month + 2) / 3))
            .OrderBy(quarter => quarter.Key)
            .Select(quarter => new Consistency
            {
                AccountId = facts.Group.Subject,
                Quarter = quarter.Key,
                Due = quarter.Count(run => CountsFrom(run) <= facts.AsOf),
                OnTime = quarter.Count(run => CountsFrom(run) <= facts.AsOf && run.CompletedOn <= run.DueOn),
                Undated = undated > 0 ? undated : null,
            });
    }

    /// <summary>
    /// From its due date on where it is completed by then; otherwise it is in time on its due date yet, and counts from the day after. <c>null</c> for never.
    /// </summary>
    private static DateOnly? CountsFrom(ProtocolRun run) =>
        run.DueOn is not { } due ? null
        : run.CompletedOn <= due ? due
        : due < DateOnly.MaxValue ? due.AddDays(1) : null;
}
