using System.Globalization;
using AccountRules.Facts;

namespace AccountRules.Samples.Payroll;

/// <summary>The files of the payroll, as they are: rows that say a fact anew included.</summary>
internal sealed class PayrollData(string folder)
{
    public Policy Policy { get; } = Policy.Read(Path.Combine(folder, "..", "policy.json"));

    public KpiResult[] Results { get; } =
    [
        .. Rows(Path.Combine(folder, "kpi-results.csv")).Select(row => new KpiResult
        {
            EmployeeId = row("EmployeeId")!,
            Kpi = row("Kpi")!,
            Period = Period.Parse(row("Period")!),
            Target = Number(row("Target")),
            Actual = Number(row("Actual")),
            Direction = row("Direction") is { } direction ? Enum.Parse<Direction>(direction) : default,
            TargetShare = (int?)Number(row("TargetShare")),
            TargetShareOf = (int?)Number(row("TargetShareOf")),
            KnownOn = Day(row("KnownOn")),
        }),
    ];

    public PayPlan[] Plans { get; } =
    [
        .. Rows(Path.Combine(folder, "pay-plans.csv")).Select(row => new PayPlan
        {
            EmployeeId = row("EmployeeId")!,
            AssignmentId = row("AssignmentId"),
            Period = Period.Parse(row("Period")!),
            Frequency = row("Frequency") is { } frequency ? Enum.Parse<PayFrequency>(frequency) : null,
            KpiPlan = row("KpiPlan"),
            Group = row("Group"),
            CommittedPay = Number(row("CommittedPay")),
            Currency = row("Currency"),
            Share = (int?)Number(row("Share")),
            ShareOf = (int?)Number(row("ShareOf")),
            KnownOn = Day(row("KnownOn")),
        }),
    ];

    public Absence[] Absences { get; } =
    [
        .. Rows(Path.Combine(folder, "absences.csv")).Select(row => new Absence
        {
            EmployeeId = row("EmployeeId")!, From = Day(row("From")), Until = Day(row("Until")), Reason = row("Reason"),
        }),
    ];

    public ImprovementPlan[] ImprovementPlans { get; } =
    [
        .. Rows(Path.Combine(folder, "improvement-plans.csv")).Select(row => new ImprovementPlan
        {
            EmployeeId = row("EmployeeId")!,
            StartedOn = Day(row("StartedOn")),
            EndsOn = Day(row("EndsOn")),
            CompletedOn = Day(row("CompletedOn")),
            Target = Number(row("Target")),
            Actual = Number(row("Actual")),
            WithdrawnOn = Day(row("WithdrawnOn")),
            DecidedOn = Day(row("DecidedOn")),
            DecidedBy = row("DecidedBy"),
            Decision = row("Decision") is { } decision ? Enum.Parse<PlanDecision>(decision) : null,
        }),
    ];

    /// <summary>The rows by column; a blank one is <c>null</c>. No value of these files has a comma in it.</summary>
    private static IEnumerable<Func<string, string?>> Rows(string file)
    {
        var lines = File.ReadAllLines(file);
        var columns = lines[0].Split(',');
        return lines.Skip(1).Select(line => line.Split(',')).Select(
            values => (Func<string, string?>)(column => values[Array.IndexOf(columns, column)] is { Length: > 0 } value ? value : null));
    }

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
