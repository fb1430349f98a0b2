using System.Globalization;
using AccountRules.Facts;
using CsvHelper;

namespace AccountRules.Samples.Monitor;

/// <summary>The fact files of a folder.</summary>
internal static class Facts
{
    public static void Load(PolicyMonitor monitor, string folder)
    {
        monitor.AddRange(
            Rows(folder, "fte-orders.csv", r => new FteOrder { OrderId = r[0], AccountId = r[1], OrderedOn = Date(r[2]), FulfilledOn = Date(r[3]) }));
        monitor.AddRange(
            Rows(folder, "registry-items.csv", r => new RegistryItem { ItemId = r[0], AccountId = r[1], AddedOn = Date(r[2]), ClosedOn = Date(r[3]) }));
        monitor.AddRange(Rows(folder, "kpi-results.csv", r => new KpiResult
        {
            EmployeeId = r[0],
            Kpi = r[1],
            Period = Period.Parse(r[2]),
            Target = Number(r[3]),
            Actual = Number(r[4]),
        }));
        monitor.AddRange(
            Rows(folder, "account-revenue.csv", r => new AccountRevenue { AccountId = r[0], Period = Period.Parse(r[1]), Revenue = Number(r[2]) }));
        monitor.AddRange(Rows(folder, "performance-pay.csv", r => new PayPeriod
        {
            EmployeeId = r[0],
            Period = Period.Parse(r[1]),
            Target = Number(r[2]),
            Actual = Number(r[3]),
            CommittedPay = Number(r[4]),
        }));
        monitor.AddRange(Rows(folder, "improvement-plans.csv", r => new ImprovementPlan
        {
            EmployeeId = r[0],
            StartedOn = Date(r[1]),
            EndsOn = Date(r[2]),
            CompletedOn = Date(r[3]),
            Target = Number(r[4]),
            Actual = Number(r[5]),
        }));
    }

    private static IEnumerable<TFact> Rows<TFact>(string folder, string file, Func<string[], TFact> read)
    {
        using var stream = File.OpenRead(Path.Combine(folder, file));
        using var rows = CsvReader.Create(stream, new CsvReaderOptions { Separator = ',', HasHeader = true });
        while (rows.Read())
            yield return read([.. Enumerable.Range(0, rows.FieldCount).Select(rows.GetString)]);
    }

    private static DateOnly? Date(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
