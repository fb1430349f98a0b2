using System.Globalization;

namespace AccountRules.Cli.Benchmarks;

/// <summary>Writes fact files of any size: the same ones from the same seed, on every machine.</summary>
internal static class FactData
{
    /// <summary>The evaluation date that the files are made around.</summary>
    public static readonly DateOnly AsOf = new(2026, 11, 21);

    private const int Accounts = 20_000;
    private const int MonthsOfAnEmployee = 24;
    private static readonly string[] Kpis = ["ON_TIME", "CALLS", "RETENTION", "MARGIN", "NEW_ACCOUNTS"];

    /// <summary>The kinds of files, each with its header.</summary>
    public static IReadOnlyDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["fte-orders"] = "OrderId,AccountId,OrderedOn,FulfilledOn,Headcount",
        ["registry-items"] = "ItemId,AccountId,AddedOn,ClosedOn",
        ["invoices"] = "InvoiceId,AccountId,DueOn,PaidOn,Amount",
        ["performance-pay"] = "EmployeeId,Period,Target,Actual,CommittedPay",
        ["kpi-results"] = "EmployeeId,Kpi,Period,Target,Actual",
        ["account-revenue"] = "AccountId,Period,Revenue",
    };

    /// <summary>Writes a file of each kind.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="rows">How many rows each has.</param>
    public static void WriteAll(string folder, int rows)
    {
        Directory.CreateDirectory(folder);
        foreach (var kind in Headers.Keys)
            Write(kind, rows, Path.Combine(folder, kind + ".csv"));
    }

    /// <summary>Writes a file.</summary>
    /// <param name="kind">The kind of its facts.</param>
    /// <param name="rows">How many.</param>
    /// <param name="path">The file.</param>
    /// <param name="seed">What its numbers are made from.</param>
    /// <param name="monthsOfAnEmployee">How many rows of pay an employee has; 1 makes as many employees as rows.</param>
    public static void Write(string kind, int rows, string path, int seed = 1, int monthsOfAnEmployee = MonthsOfAnEmployee)
    {
        var random = new Random(seed);
        using var file = new StreamWriter(path) { NewLine = "\n" };
        file.WriteLine(Headers[kind]);
        for (var i = 0; i < rows; i++)
            file.WriteLine(FormattableString.Invariant(Row(kind, i, random, monthsOfAnEmployee)));
    }

    private static FormattableString Row(string kind, int i, Random random, int months) => kind switch
    {
        "fte-orders" => Deadline($"{100_000 + i}", random, longest: 120, $",{random.Next(1, 60)}"),
        "registry-items" => Deadline($"R-{i}", random, longest: 80, ""),
        "invoices" => Deadline($"I{i}", random, longest: 90, string.Create(CultureInfo.InvariantCulture, $",{Money(random, 9_000_000)}")),
        "performance-pay" => Pay(i, random, months),
        "kpi-results" => Kpi(i, random),
        _ => $"A{i % Accounts:00000},{Month(i / Accounts)},{Money(random, 30_000_000)}",
    };

    private static FormattableString Deadline(string id, Random random, int longest, string rest)
    {
        var start = AsOf.AddDays(-random.Next(1_000));
        var end = start.AddDays(random.Next(longest));
        return $"{id},A{random.Next(Accounts):00000},{start:yyyy-MM-dd},{(end <= AsOf && random.Next(8) > 0 ? end : null):yyyy-MM-dd}{rest}";
    }

    private static FormattableString Pay(int i, Random random, int months)
    {
        var (target, percent, pay) = (Money(random, 9_000_000), random.Next(1_300), Money(random, 500_000));
        return $"E{i / months},{Month(i % months)},{target},{decimal.Round(target * percent / 1_000, 2)},{pay}";
    }

    private static FormattableString Kpi(int i, Random random)
    {
        var target = Money(random, 900_000);
        var (employee, month) = (i / (Kpis.Length * MonthsOfAnEmployee), i / Kpis.Length % MonthsOfAnEmployee);
        return $"E{employee},{Kpis[i % Kpis.Length]},{Month(month)},{target},{decimal.Round(target * random.Next(700, 1_200) / 1_000, 2)}";
    }

    private static decimal Money(Random random, int most) => new decimal(random.Next(100, most)) / 100;

    /// <summary>The months before the evaluation date, the latest first.</summary>
    private static string Month(int back) => AsOf.AddMonths(-1 - back).ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
