using System.Globalization;

namespace AccountRules.Cli.Benchmarks.Plain;

/// <summary>The 90-day rule over a file of orders, as a program written for nothing else.</summary>
internal static class PlainOrders
{
    private static readonly string[] Standings = ["Met", "Late", "OnTrack", "AtRisk", "Overdue"];

    /// <summary>Counts orders by standing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="asOf">The evaluation date.</param>
    /// <param name="noticesDuplicates">Whether an id that was there before is left out, as the tool does.</param>
    public static string Count(string path, DateOnly asOf, bool noticesDuplicates)
    {
        var counts = new long[Standings.Length];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        using var rows = new PlainRows(path);
        while (rows.Read())
        {
            if (noticesDuplicates && !seen.Add(rows.Text(0)))
                continue;

            var (start, end) = (rows.Date(2)!.Value, rows.Date(3));
            counts[Standing(start, end, asOf, out _)]++;
        }

        return string.Join(", ", Standings.Select((name, i) => string.Create(CultureInfo.InvariantCulture, $"{counts[i]:N0} {name}")));
    }

    /// <summary>Writes orders with standing and reason.</summary>
    public static void Write(string path, DateOnly asOf, Stream output, bool isJson)
    {
        var (today, seen) = (asOf.ToString("O"), new HashSet<string>(StringComparer.Ordinal));
        using var rows = new PlainRows(path);
        using var writer = new PlainOutput(output, isJson);
        while (rows.Read())
        {
            var (id, account, start, end) = (rows.Text(0), rows.Text(1), rows.Date(2)!.Value, rows.Date(3));
            if (!seen.Add(id))
                continue;

            var standing = Standing(start, end, asOf, out var days);
            var isOpen = standing >= 2;
            var due = start.AddDays(90).ToString("O");
            var closed = end?.ToString("O");
            var reason = (isOpen, days > 90) switch
            {
                (true, false) => $"Order {id} is open for {days} of 90 days, due {due}.",
                (true, true) => $"Order {id} is open for {days} days, {days - 90} more than the 90 allowed; it was due {due}.",
                (false, false) => $"Order {id} was fulfilled on day {days} of 90, {closed}; it was due {due}.",
                (false, true) => $"Order {id} was fulfilled on {closed} after {days} days, {days - 90} more than the 90 allowed; it was due {due}.",
            };
            var changes = !isOpen || days > 90 ? null : start.AddDays(days < 76 ? 76 : 91).ToString("O");
            writer.Write(
                "fte-fulfillment", id, Standings[standing], days > 90 ? "OverLimit" : days >= 76 ? "NearLimit" : "Clear", days, "Days", account, null, due,
                changes, null, null, null, reason, "expectations, 2", today);
        }
    }

    private static int Standing(DateOnly start, DateOnly? end, DateOnly asOf, out int days)
    {
        var isOpen = end is null || end > asOf;
        days = (isOpen ? asOf : end!.Value).DayNumber - start.DayNumber;
        return isOpen ? (days > 90 ? 4 : days >= 76 ? 3 : 2) : days > 90 ? 1 : 0;
    }
}
