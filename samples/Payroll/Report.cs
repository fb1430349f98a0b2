using System.Globalization;
using AccountRules.Facts;

namespace AccountRules.Samples.Payroll;

/// <summary>What a payroll tells of its year.</summary>
internal sealed partial class Report(PayrollData data, PayrollYear year, TextWriter output)
{
    private static readonly string[] Currencies = ["CHF", "EUR", "JPY", "USD"];

    public void Write()
    {
        var employees = data.Results.Select(result => result.EmployeeId).Distinct(StringComparer.Ordinal).Count();
        Heading($"Paid to {employees} employees, by {data.Plans.Length} pay plans and {data.Results.Length} results of KPIs");
        Row("run", [.. Currencies, "lines", "held"]);
        foreach (var run in year.Runs)
            Row($"{run.Day:yyyy-MM-dd}", [.. Currencies.Select(c => Money(run.ByCurrency[c].Total.All.Difference)), .. Counts(run)]);

        WriteTotals();
        WriteOpen();
        WritePayslip("e087", Period.Month(2026, 2));
        WriteAbsences();
        WritePlans();
        WriteCorrections();
    }

    private void WriteTotals()
    {
        Heading("Paid in 2026, by group and band");
        foreach (var total in Totals.Of(year.Closed))
        {
            foreach (var (group, band, lines, sum) in total.Parts)
                output.WriteLine($"{total.Currency} {group,-8} {band,-8} {lines,4} {Money(sum),13}");

            var settled = year.Runs[^1].ByCurrency[total.Currency].Ledger;
            var told = total.Reconcile(settled) ? "the sum of its lines, and of the ledger" : "DIFFERENT";
            output.WriteLine($"{total.Currency} in all            {total.Lines,4} {Money(total.Sum),13}   {told}");
        }

        var capped = year.Closed.Where(line => line.IsCapped).ToArray();
        output.WriteLine($"The most of a year leaves {capped.Length} lines less than they came to:");
        foreach (var line in capped)
            output.WriteLine($"  {Money(line.Payable!.Value)} of {Money(line.Of.Payable!.Value)} {line.Currency}: {line.Of.Reason}");
    }

    private void WriteOpen()
    {
        Heading("Not paid as yet, and why");
        foreach (var cause in year.Closed.Where(line => line.Cause is not null).GroupBy(line => line.Cause, StringComparer.Ordinal))
            output.WriteLine($"{cause.Count(),3} {cause.Key}: {cause.First().ToRecord().Reason}");
    }

    private void WritePayslip(string employee, Period period)
    {
        Heading($"The payslip of {employee} for {period}");
        var line = year.Closed.Single(line => line.Of.Subject == employee && line.Of.Period == period);
        output.WriteLine(line.Of.FactAs<PlannedPay>()!.Achievement!.Explain());
        output.WriteLine(line.Of.Explain());
    }

    private void WriteCorrections()
    {
        Heading($"The correction run of {year.Corrections.Day:yyyy-MM-dd}");
        var changed = year.Corrections.Lines.Where(line => line.Difference is not (null or 0)).ToArray();
        foreach (var own in changed.GroupBy(line => (line.Subject, (line.After ?? line.Before)!.Currency)).OrderBy(own => own.Key))
        {
            var (first, paid) = (own.First(), Money(own.Sum(line => line.Difference!.Value)));
            var before = first.Before?.ToString() ?? "nothing";
            output.WriteLine($"{own.Key.Subject} {own.Key.Currency} {paid,10} in {own.Count()}, first {first.Period}: {before} -> {first.After}");
        }

        foreach (var currency in Currencies)
            output.WriteLine($"{currency} {year.Corrections.ByCurrency[currency].Total}");
    }

    private static string[] Counts(PayRun run) =>
        [$"{run.Lines.Count()}", $"{run.Lines.Count(line => line.Kind == SettlementKind.Held)}"];

    private static string Money(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);

    private void Row(string first, string[] columns) => output.WriteLine($"{first,-10}{string.Concat(columns.Select(column => $"{column,12}"))}");

    private void Heading(string text) => output.WriteLine($"\n{text}\n{new string('-', text.Length)}");
}
