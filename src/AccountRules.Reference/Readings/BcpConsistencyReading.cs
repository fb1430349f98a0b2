using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>
/// "Consistency per account and quarter of DueOn: runs on time of runs due by the evaluation date, Met from consistentFrom, else Missed; an open run not yet
/// due is not counted; none due: Undetermined." A run due on the evaluation date is in time that day, so an open one is not yet missed.
/// </summary>
internal static class BcpConsistencyReading
{
    public static Dictionary<FactKey, Expected> Of(PolicyTerms terms, IEnumerable<object> facts, DateOnly asOf)
    {
        var runs = facts.OfType<ProtocolRun>().ToLookup(run => run.AccountId ?? "", StringComparer.Ordinal);
        var expected = new Dictionary<FactKey, Expected>();
        foreach (var (account, quarter) in runs.SelectMany(own => own).Where(r => r.DueOn is not null)
            .Select(r => (r.AccountId ?? "", QuarterOf(r.DueOn!.Value))).Distinct())
        {
            var (due, onTime) = (0, 0);
            foreach (var run in runs[account].Where(r => r.DueOn is { } day && QuarterOf(day) == quarter))
            {
                var isDone = run.CompletedOn is { } completed && completed.DayNumber <= asOf.DayNumber;
                var isLate = !isDone || run.CompletedOn!.Value.DayNumber > run.DueOn!.Value.DayNumber;
                var daysPast = asOf.DayNumber - run.DueOn!.Value.DayNumber;
                if (daysPast < 0 || (daysPast == 0 && isLate))
                    continue;

                due++;
                onTime += isLate ? 0 : 1;
            }

            var isUnknown = account.Length == 0 || runs[account].Any(r => r.DueOn is null) || due == 0;
            var said = quarter.Start > asOf ? Expected.NotBegun
                : isUnknown ? Expected.Undetermined
                : onTime >= due * terms.BcpConsistency.ConsistentFrom ? new(Standing.Met, "Consistent") : new(Standing.Missed, "Inconsistent");
            expected.Add(
                new(account, quarter),
                InForce.From(terms.EffectiveFrom, quarter.Start, quarter.Start > asOf ? said : said.In(quarter, asOf)));
        }

        return expected;
    }

    private static Period QuarterOf(DateOnly day) => Period.Parse($"{day:yyyy}-Q{(day.Month < 4 ? 1 : day.Month < 7 ? 2 : day.Month < 10 ? 3 : 4)}");
}
