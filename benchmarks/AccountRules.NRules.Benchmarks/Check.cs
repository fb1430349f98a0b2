namespace AccountRules.NRules.Benchmarks;

/// <summary>That all ways say the same, before anything is measured.</summary>
internal static class Check
{
    public static void AllWaysAgree()
    {
        var orders = Workload.Orders();
        foreach (var asOf in (DateOnly[])[Workload.AsOf, Workload.AsOf.AddDays(-100)])
        {
            var library = Counts(orders.Select(o => Workload.Rule.Judge(o, asOf).Standing));
            var policy = Counts(Workload.Filled(Workload.ThePolicy, orders, asOf).Query<AssessmentFact>().Select(a => a.Standing));
            var byHand = Counts(Workload.Filled(Workload.ByHand, orders, asOf).Query<OrderStanding>().Select(s => s.Standing));
            var overdue = Workload.Filled(Workload.TheOverdue, orders, asOf).Query<AssessmentFact>().Count();
            if (library != policy || library != byHand || !$"{library},".Contains($"Overdue {overdue},", StringComparison.Ordinal))
            {
                throw new InvalidOperationException(
                    $"The ways differ as of {asOf:O}:\nlibrary {library}\npolicy  {policy}\nby hand {byHand}\noverdue {overdue}");
            }

            Console.WriteLine($"As of {asOf:O}: {library}");
        }
    }

    private static string Counts(IEnumerable<Standing> standings) =>
        string.Join(", ", standings.GroupBy(s => s).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Count()}"));
}
