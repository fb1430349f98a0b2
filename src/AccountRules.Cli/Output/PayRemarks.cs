using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;

namespace AccountRules.Cli.Output;

/// <summary>What to say of a run of pay beside its lines and totals: what is not in them.</summary>
internal static class PayRemarks
{
    /// <summary>The remarks, each a line.</summary>
    /// <param name="lines">The lines that are shown.</param>
    /// <param name="run">The run.</param>
    /// <param name="request">What the user asked for.</param>
    public static IEnumerable<string> Of(IReadOnlyList<PayLine> lines, PayRun run, PayRequest request)
    {
        foreach (var cause in lines.Where(line => line.IsOpen).GroupBy(line => line.Assessment.Cause).OrderByDescending(own => own.Count()))
        {
            var employees = cause.Select(line => line.Assessment.Subject).Distinct(StringComparer.Ordinal).ToArray();
            var some = string.Join(", ", employees.Take(3)) + (employees.Length > 3 ? $" and {Shown.Count(employees.Length - 3)} more" : "");
            yield return $"{Periods(cause.Count())} not known: {(cause.Key.IsNone ? "an earlier period of the year is not" : cause.Key.Code)}, of {some}.";
        }

        foreach (var overlap in PayTotal.Of(lines).Where(total => total.By == "all").SelectMany(total => total.Sum.Overlaps))
            yield return $"{overlap}: what is paid for these days is paid twice.";

        string[] unknown = [.. lines.SelectMany(line => line.Of.Achievement?.Unknown ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (unknown.Length > 0)
            yield return $"Results of KPIs that are not of the plan do not count: {string.Join(", ", unknown)}.";

        if (lines.Count(line => line.IsRunning) is > 0 and var running)
            yield return $"{Periods(running)} still running on {request.AsOf:yyyy-MM-dd}, and not paid yet.";

        if (run.NotApplicable > 0)
            yield return $"{Periods(run.NotApplicable)} left out, since they have not begun on {request.AsOf:yyyy-MM-dd}, or are from before the policy.";

        if (run.OfOtherCurrency > 0)
        {
            var name = request.Currency!.Length > 0 ? request.Currency : "no named currency";
            yield return $"{Periods(run.OfOtherCurrency)} left out, since they are not in {name}.";
        }
    }

    private static string Periods(int count) => count == 1 ? "1 pay period is" : $"{Shown.Count(count)} pay periods are";
}
