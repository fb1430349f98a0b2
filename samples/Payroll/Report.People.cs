using AccountRules.Facts;

namespace AccountRules.Samples.Payroll;

internal sealed partial class Report
{
    private void WriteAbsences()
    {
        Heading("KPI months, excused absences left out");
        var day = year.Runs[^1].Day;
        KpiResult[] known = [.. KpiResult.Shape.AsKnownOn(data.Results, day)];
        Assessment[] months = [.. data.Policy.KpiMonth.Excusing(new(data.Absences)).Assess(known, day)];
        output.WriteLine(string.Join(", ", months.GroupBy(a => a.Standing).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Count()}")));
        foreach (var month in months.Where(a => a.Standing == Standing.NotApplicable))
            output.WriteLine(month.Reason);
    }

    private void WritePlans()
    {
        Heading("Improvement plans");
        var day = year.Runs[^1].Day;
        var pays = year.Closed.Select(line => line.Of.FactAs<PlannedPay>()!.Pay);
        Assessment[] starts = [.. data.Policy.ImprovementPlanStart.Collect(day).AddRange(pays).AddRange(data.ImprovementPlans).Assess()];
        foreach (var start in starts.Where(a => a.Standing != Standing.Undetermined))
            output.WriteLine($"{start.Standing,-13} {start.Reason}");

        output.WriteLine($"{starts.Count(a => a.Standing == Standing.Undetermined)} starts cannot be told, since pay periods before them are undetermined.");

        foreach (var plan in data.ImprovementPlans.Select(plan => data.Policy.ImprovementPlan.Assess(plan, day)))
            output.WriteLine($"{plan.Standing,-13} {plan.Reason}");
    }
}
