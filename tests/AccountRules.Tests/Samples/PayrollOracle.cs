using System.Globalization;

namespace AccountRules.Tests.Samples;

/// <summary>A line of the payroll as it is recomputed: an amount, or the cause for which there is none.</summary>
internal sealed record PayrollLine(
    string Employee, string Period, string Assignment, string Group, string Currency, string Band, decimal? Payable, string Cause)
{
    public PayrollDays Days { get; init; } = new(default, default);

    public string Key => $"{Employee} {Period} {Assignment}";

    public override string ToString() => $"{Key} {Group} {Currency} {Band} {Payable?.ToString("0.00", CultureInfo.InvariantCulture)}{Cause}";
}

/// <summary>Recomputes the payroll of samples/Payroll from its files: fractions of whole numbers, and no code of the library.</summary>
internal sealed class PayrollOracle
{
    private const decimal MostInDollars = 24_000m;

    private readonly ILookup<(string, string, string), PayrollRow> results;

    /// <summary>The lines as they were known on a day, after the year has ended.</summary>
    public PayrollOracle(string folder, string day)
    {
        var known = PayrollRow.Known(PayrollRow.Read(folder, "kpi-results.csv"), day, "EmployeeId", "Kpi", "Period");
        var plans = PayrollRow.Known(PayrollRow.Read(folder, "pay-plans.csv"), day, "EmployeeId", "AssignmentId", "Period");
        results = known.ToLookup(row => (row.Employee, row["Kpi"], row["Period"]));
        var planned = plans.Select(plan => plan.Employee).ToHashSet();
        Assessed =
        [
            .. plans.SelectMany(Lines),
            .. known.Where(row => !planned.Contains(row.Employee)).Select(row => (row.Employee, Period: row["Period"])).Distinct()
                .Select(of => new PayrollLine(of.Employee, of.Period, "", "", "", "", null, "NoPayPlan")),
        ];
        Paid =
        [
            .. Assessed.Where(line => line.Currency != "USD"),
            .. Assessed.Where(line => line.Currency == "USD").GroupBy(line => line.Employee).SelectMany(Capped),
        ];
    }

    public PayrollLine[] Assessed { get; }

    /// <summary>The same with the most of a year.</summary>
    public PayrollLine[] Paid { get; }

    private static IEnumerable<PayrollLine> Capped(IEnumerable<PayrollLine> year)
    {
        decimal? left = MostInDollars;
        foreach (var line in year.OrderBy(line => line.Days.First).ThenBy(line => line.Days.Last).ThenBy(line => line.Assignment, StringComparer.Ordinal))
        {
            var paid = line.Payable is { } own && left is { } most ? Math.Min(own, most) : (decimal?)null;
            yield return line with { Payable = paid, Cause = line.Payable is not null && paid is null ? "EarlierPeriodOpen" : line.Cause };
            left = left == 0 ? 0 : left - paid;
        }
    }

    private IEnumerable<PayrollLine> Lines(PayrollRow plan)
    {
        var days = PayrollDays.Parse(plan["Period"]);
        string[] months = [.. days.Months()];
        var many = plan["Frequency"] switch { "Monthly" => 1, "Quarterly" => 3, _ => 12 };
        foreach (var those in months.Chunk(many))
        {
            var whole = new PayrollDays(PayrollDays.Parse(those[0]).First, PayrollDays.Parse(those[^1]).Last);
            var period = many switch { 1 => those[0], 3 => $"2026-Q{(whole.First.Month + 2) / 3}", _ => "2026" };
            yield return Line(plan, period, those, new Fraction(whole.And(days).Count, whole.Count)) with { Days = whole };
        }
    }

    private PayrollLine Line(PayrollRow plan, string period, string[] months, Fraction share)
    {
        var named = plan["Currency"];
        var line = new PayrollLine(plan.Employee, period, plan["AssignmentId"], plan["Group"], named, "", null, "");
        if (!PayrollTerms.Plans.TryGetValue(plan["KpiPlan"], out var kpis))
            return line with { Currency = PayrollTerms.Tables[line.Group].Currency, Cause = "NoKpiPlan" };

        if (!PayrollTerms.Tables.TryGetValue(line.Group, out var table))
            return line with { Cause = "UnknownCategory" };

        if (named.Length > 0 && named != table.Currency)
            return line with { Cause = "OtherCurrency" };

        line = line with { Currency = table.Currency };
        if (Cause(plan.Employee, months, kpis) is { } cause)
            return line with { Cause = cause };

        Fraction attained = 0;
        var isWithheld = false;
        foreach (var kpi in kpis)
        {
            var (counted, reached) = Attained(plan.Employee, kpi, months, PayrollTerms.IsSum(plan["KpiPlan"]));
            attained += kpi.Weight * counted;
            isWithheld |= reached < kpi.PaysFrom;
        }

        if (plan["Share"].Length > 0)
            share = share * Fraction.Parse(plan["Share"]) / Fraction.Parse(plan["ShareOf"]);

        var band = Array.FindLast(table.Bands, b => b.Has(attained))!;
        var product = isWithheld ? 0 : Fraction.Parse(plan["CommittedPay"]) * share * PayrollPay.Factor(table, band, attained);
        return line with { Band = band.Name, Payable = PayrollPay.Paid(table, product).ToDecimal() };
    }

    /// <summary>In the first month in which something is wrong: no row, else a row without an actual.</summary>
    private string? Cause(string employee, string[] months, MeasuredKpi[] kpis) =>
    (
        from month in months
        let rows = kpis.Select(kpi => results[(employee, kpi.Name, month)].SingleOrDefault()).ToArray()
        where rows.Any(row => row is null || row["Actual"].Length == 0)
        select rows.Any(row => row is null) ? "NoKpiResult" : "NoActual").FirstOrDefault();

    /// <summary>What counts of a KPI, and what its gate is asked of.</summary>
    private (Fraction Counted, Fraction Reached) Attained(string employee, MeasuredKpi kpi, string[] months, bool isSum)
    {
        var each = months.Select(month => results[(employee, kpi.Name, month)].Single()).Select(row => (
            Actual: Fraction.Parse(row["Actual"]),
            Target: row["TargetShare"].Length == 0 ? Fraction.Parse(row["Target"])
                : Fraction.Parse(row["Target"]) * Fraction.Parse(row["TargetShare"]) / Fraction.Parse(row["TargetShareOf"]))).ToArray();
        if (isSum)
            each = [each.Aggregate((a, b) => (a.Actual + b.Actual, a.Target + b.Target))];

        Fraction[] ratios = [.. each.Select(one => kpi.IsLower ? one.Target / one.Actual : one.Actual / one.Target)];
        var counted = ratios.Select(ratio => ratio > kpi.Cap ? kpi.Cap : ratio < kpi.Floor ? kpi.Floor.Value : ratio)
            .Aggregate((a, b) => a + b) / ratios.Length;
        return (counted, ratios.Length == 1 ? ratios[0] : counted);
    }
}
