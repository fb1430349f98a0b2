using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;

namespace AccountRules.Cli.Output;

/// <summary>An employee's statement of pay: of each period what was attained, KPI by KPI, what that comes to, and why.</summary>
/// <param name="page">Takes it.</param>
internal sealed class PayStatement(Page page)
{
    /// <summary>Writes the statement.</summary>
    /// <param name="lines">The lines of the employee, in their order.</param>
    public void Write(IReadOnlyList<PayLine> lines)
    {
        foreach (var line in lines)
            Write(line);

        if (lines.Count <= 1)
            return;

        page.Heading("Together");
        page.List(PayTotal.Of(lines).Where(total => total.By == "all").Select(total => Screen.Text(Said(total))));
    }

    private static string Said(PayTotal total)
    {
        var currency = total.Currency is { } named ? $" {named}" : "";
        var running = total.Running > 0 ? $"; not paid yet: {Shown.Count(total.Running)}" : "";
        var open = total.Open > 0 ? $"; not known: {Shown.Count(total.Open)}" : "";
        return $"{ImpactTables.Number(total.Sum.Sum)}{currency} for {Shown.Count(total.Paid)} of {Shown.Count(total.Lines.Count)} pay periods{running}{open}";
    }

    private void Write(PayLine line)
    {
        var a = line.Assessment;
        var currency = a.Currency is { } named ? $" {named}" : "";
        page.Heading(
            Screen.Text(a.Part is { } part ? $"{a.Period}, assignment {part}" : a.Period.ToString()),
            Screen.Text(line.Payable is { } paid ? $"{ImpactTables.Number(paid)}{currency}" : line.IsRunning ? "not paid yet" : "not known"));
        string[] attained = [.. line.Of.Achievement?.Parts.Select(part => part.ToString()) ?? []];
        if (line.Of.Achievement is { Unknown.Count: > 0 } other)
            attained = [.. attained, $"not of the plan, and not counted: {string.Join(", ", other.Unknown)}"];

        page.List([.. attained.Append(line.Reason).Concat(a.Explain().Split('\n').Skip(1)).Select(Screen.Text)]);
    }
}
