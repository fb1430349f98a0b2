namespace AccountRules.Benchmarks.Changes;

/// <summary>
/// What a change of policy does, as somebody would write it by hand for these two policies: both in one loop, their numbers in the code. Who changes from what
/// to what, and of pay the sums and the classes; no attribution to clauses.
/// </summary>
internal static class HandImpact
{
    public sealed record Result(long[,] Steps, long[] Classes, decimal Old, decimal New);

    public static Result Pay(ImpactColumns rows)
    {
        var (steps, classes, paid, pays) = (new long[5, 5], new long[5], 0m, 0m);
        for (var i = 0; i < ImpactColumns.Count; i++)
        {
            var (actual, target, committed) = (rows.Actual[i] * 100, rows.Target[i], rows.Committed[i] / 100m);
            var was = actual > 100 * target ? 4 : actual > 80 * target ? 3 : actual > 60 * target ? 2 : actual > 35 * target ? 1 : 0;
            var becomes = actual > 100 * target ? 4 : actual > 85 * target ? 3 : actual > 60 * target ? 2 : actual > 35 * target ? 1 : 0;
            var old = Rounded(committed * (was switch { 4 => 1.10m, 3 => 1.00m, 2 => 0.60m, 1 => 0.40m, _ => 0m }));
            var @new = Rounded(committed * (becomes switch { 4 => 1.10m, 3 => 1.00m, 2 => 0.50m, 1 => 0.40m, _ => 0m }));
            (paid, pays) = (paid + old, pays + @new);
            steps[was, becomes]++;
            classes[old == @new ? 2 : @new > old ? (@new - old > 0.05m * old ? 0 : 1) : old - @new > 0.05m * old ? 4 : 3]++;
        }

        return new(steps, classes, paid, pays);
    }

    /// <summary>The same of verdicts that the library gives under each policy.</summary>
    public static Result Pay(ImpactColumns rows, Verdict[] olds, Verdict[] news)
    {
        var (steps, classes, paid, pays) = (new long[5, 5], new long[5], 0m, 0m);
        decimal[] before = [.. ImpactColumns.Old.PerformancePay.Grades.Select(g => g.Factor ?? 0)];
        decimal[] after = [.. ImpactColumns.New.PerformancePay.Grades.Select(g => g.Factor ?? 0)];
        ImpactColumns.Old.PerformancePay.Judge(new RatioColumns(rows.Actual, rows.Target), olds);
        ImpactColumns.New.PerformancePay.Judge(new RatioColumns(rows.Actual, rows.Target), news);
        for (var i = 0; i < ImpactColumns.Count; i++)
        {
            var committed = rows.Committed[i] / 100m;
            var (old, @new) = (Rounded(committed * before[olds[i].Grade]), Rounded(committed * after[news[i].Grade]));
            (paid, pays) = (paid + old, pays + @new);
            steps[olds[i].Grade, news[i].Grade]++;
            classes[old == @new ? 2 : @new > old ? (@new - old > 0.05m * old ? 0 : 1) : old - @new > 0.05m * old ? 4 : 3]++;
        }

        return new(steps, classes, paid, pays);
    }

    /// <summary>By open and closed bands, 0 to 2 and 3 to 5, and 6 for what has none.</summary>
    public static long[,] Orders(ImpactColumns rows)
    {
        var (steps, asOf) = (new long[7, 7], ImpactColumns.AsOf.DayNumber);
        for (var i = 0; i < ImpactColumns.Count; i++)
        {
            var (start, end) = (rows.From[i], rows.Until[i]);
            var (was, becomes) = (6, 6);
            if (start >= 0 && start <= asOf)
            {
                var isClosed = end >= 0 && end <= asOf;
                var days = (isClosed ? end : asOf) - start;
                if (days >= 0)
                {
                    was = (days > 90 ? 2 : days >= 76 ? 1 : 0) + (isClosed ? 3 : 0);
                    becomes = (days > 75 ? 2 : days >= 61 ? 1 : 0) + (isClosed ? 3 : 0);
                }
            }

            steps[was, becomes]++;
        }

        return steps;
    }

    /// <summary>The same of verdicts that the library gives under each policy.</summary>
    public static long[,] Orders(ImpactColumns rows, Verdict[] olds, Verdict[] news)
    {
        var steps = new long[7, 7];
        ImpactColumns.Old.FteFulfillment.Judge(new DayColumns(rows.From, rows.Until), ImpactColumns.AsOf, olds);
        ImpactColumns.New.FteFulfillment.Judge(new DayColumns(rows.From, rows.Until), ImpactColumns.AsOf, news);
        for (var i = 0; i < ImpactColumns.Count; i++)
            steps[olds[i].Grade < 0 ? 6 : olds[i].Grade, news[i].Grade < 0 ? 6 : news[i].Grade]++;

        return steps;
    }

    private static decimal Rounded(decimal pay) => Math.Round(pay, 2, MidpointRounding.AwayFromZero);
}
