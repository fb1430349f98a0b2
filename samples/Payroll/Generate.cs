using System.Globalization;

namespace AccountRules.Samples.Payroll;

/// <summary>Makes up the sample's files, the same ones each time: <c>dotnet run --project samples/Payroll -- generate DIR</c>.</summary>
internal sealed class Generate
{
    private const string Restated = "2027-02-15";

    private static readonly (string Country, string Rep, string Lead, decimal Pay)[] Countries =
        [("DE", "sales", "lead", 1500), ("US", "sales", "lead", 1800), ("JP", "service", "office", 210000), ("CH", "service", "office", 1700)];

    private static readonly Dictionary<string, (string Kpi, decimal Target, bool LowerIsBetter)[]> Kpis = new(StringComparer.Ordinal)
    {
        ["sales"] = [("sales", 42000, false), ("calls", 120, false), ("faults", 8, true)],
        ["service"] = [("quality", 0.96m, false), ("tickets", 150, false)],
        ["lead"] = [("revenue", 310000, false), ("churn", 6, true)],
        ["office"] = [("accuracy", 0.98m, false), ("delay", 3, true)],
    };

    private readonly List<string> results = ["EmployeeId,Kpi,Period,Target,Actual,Direction,TargetShare,TargetShareOf,KnownOn"];
    private readonly List<string> plans =
        ["EmployeeId,AssignmentId,Period,Frequency,KpiPlan,Group,CommittedPay,Currency,Share,ShareOf,KnownOn"];
    private readonly List<string> absences = ["EmployeeId,From,Until,Reason"];
    private uint seed = 2026;

    private Generate()
    {
        for (var number = 1; number <= 200; number++)
            Employ(number, $"e{number:000}");

        plans.Add("e061,,2026,Monthly,service,CH/rep,2222.22,,,," + Restated);        // a rise that was agreed late, for the whole year
        plans.Add("e144,,2026-01-01/2026-09-15,Monthly,service,CH/rep,1777.77,,,," + Restated);
    }

    public static void Into(string folder)
    {
        var made = new Generate();
        File.WriteAllText(Path.Combine(folder, "kpi-results.csv"), Text(made.results));
        File.WriteAllText(Path.Combine(folder, "pay-plans.csv"), Text(made.plans));
        File.WriteAllText(Path.Combine(folder, "absences.csv"), Text(made.absences));
    }

    /// <summary>Every twentieth joins, leaves, has a rise, a part-time share, or two assignments.</summary>
    private void Employ(int number, string id)
    {
        var kind = Kind(number);
        var of = Countries[((number - 1) / 5 + number / 20) % 4];
        var isLead = number % 5 == 0;
        var plan = isLead ? of.Lead : of.Rep;
        var group = $"{of.Country}/{(isLead ? "lead" : "rep")}";
        var pay = Math.Round(of.Pay * (isLead ? 3.1m : 1) * Between(80, 120) / 100 * 1.0137m, of.Country == "JP" ? 0 : 2);
        var usual = $"{(isLead ? "Quarterly" : "Monthly")},{plan},{group}";
        string[] rows = kind switch
        {
            2 => [$",2026-05-16/2026-12-31,{usual},{pay},,,"],
            4 => [$",2026-01-01/2026-09-15,{usual},{pay},,,"],
            7 => [$",2026-01/2026-06,{usual},{pay},,,", $",2026-07/2026-12,{usual},{pay + 111},,,"],
            8 => [$",2026,{usual},{pay},,4,5"],
            13 => [$"a,2026,{usual},{pay},,3,5", $"b,2026,{usual},{pay + 300},,2,5"],
            17 => [$",2026-01/2026-03,{usual},{pay},,,", $",2026-06/2026-12,{usual},{pay},,,"],
            5 when of.Country != "US" => [$",2026,{usual},{pay},,,", $"bonus,2026,Yearly,{plan},{group},{pay * 2},,,"],
            _ => [$",2026,{usual},{pay},,,"],
        };
        rows = number switch
        {
            22 => [],
            43 => [$",2026,Monthly,sale,{group},{pay},,,"],
            86 => [$",2026,{usual[..^3]}agent,{pay},,,"],
            126 => [$",2026,{usual},{pay},EUR,,"],
            _ => rows,
        };
        plans.AddRange(rows.Select(row => $"{id},{row},"));
        if (kind == 17)
            absences.Add($"{id},2026-04-01,2026-05-31,parental leave");

        if (number % 50 == 3)
            absences.Add($"{id},2026-07-01,2026-07-31,sick leave");

        var skill = Between(number % 11 == 0 ? 20 : 70, number % 11 == 0 ? 75 : 125);
        for (var month = 1; month <= 12; month++)
        {
            var isThere = kind switch { 2 => month >= 5, 4 => month <= 9, 17 => month is not (4 or 5), _ => true };
            foreach (var (kpi, target, lower) in isThere ? Kpis[plan] : [])
                Add(number, id, kpi, month, lower ? target : target * Between(95, 110) / 100, lower, skill + Between(-30, 30));
        }
    }

    private void Add(int number, string id, string kpi, int month, decimal target, bool lower, int percent)
    {
        var actual = lower ? target * 100 / Math.Max(1, percent) : target * percent / 100;
        var text = Text(Math.Round(actual, kpi is "calls" or "tickets" or "faults" or "churn" ? 0 : 2));
        var share = (Kind(number), month) switch { (2, 5) => "16,31", (4, 9) => "15,30", _ => "," };
        var row = $"{id},{kpi},2026-{month:00},{Text(target)},";
        var end = $",{(lower ? "LowerIsBetter" : "")},{share},";
        var (isFirst, isLate) = (kpi is "sales" or "quality" or "revenue" or "accuracy", number % 29 == 0 && month == 3);
        if (isFirst && isLate)
            results.Add(row + text + end + Restated);
        else if (isFirst && number % 37 == 0 && month == 6)
            results.Add(row + end);
        else if (!(isFirst && number % 41 == 0 && month == 8))
            results.Add(row + text + end);

        // Corrections: other actuals, and one that is in doubt again.
        if (isFirst && ((number % 13 == 0 && month == 10) || (number is 40 or 105 && month == 2)))
            results.Add($"{row}{Text(Math.Round(actual * (number % 2 == 0 ? 0.72m : 1.31m), 2))}{end}{Restated}");

        if (isFirst && number == 150 && month == 11)
            results.Add(row + end + Restated);
    }

    /// <summary>Of number 121 it was decided that it ends, and so it leaves.</summary>
    private static int Kind(int number) => number == 121 ? 4 : number % 20;

    private int Between(int least, int most)
    {
        seed = (seed * 1664525) + 1013904223;
        return least + (int)((seed >> 8) % (uint)(most - least + 1));
    }

    private static string Text(decimal value) => (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    private static string Text(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}
