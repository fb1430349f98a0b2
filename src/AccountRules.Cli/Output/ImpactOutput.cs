using System.Globalization;
using AccountRules.Cli.Input;

namespace AccountRules.Cli.Output;

/// <summary>Writes what a change of policy does to facts: first what changes, then the totals.</summary>
internal static class ImpactOutput
{
    private static readonly Fields<(RuleImpact Rule, ImpactTransition Step)> Fields = new(RuleOf: null,
    [
        new("rule", s => s.Rule.RuleId),
        new("from", s => s.Step.From),
        new("to", s => s.Step.To),
        new("count", s => (decimal?)s.Step.Count),
        new("difference", s => s.Rule.Pay is null ? default(decimal?) : s.Step.Difference),
    ]);

    /// <summary>How pay changes, with its name in data and its words.</summary>
    public static readonly (PayClass Class, string Name, string Words)[] Classes =
    [
        (PayClass.GainsAbove5Percent, "gainsAbove5Percent", "gain more than 5 %"),
        (PayClass.Gains, "gains", "gain up to 5 %"),
        (PayClass.None, "none", "are paid the same"),
        (PayClass.Loses, "loses", "lose up to 5 %"),
        (PayClass.LosesAbove5Percent, "losesAbove5Percent", "lose more than 5 %"),
    ];

    /// <summary>Writes the impact.</summary>
    /// <param name="impact">The impact.</param>
    /// <param name="format">Table, json, csv or markdown.</param>
    /// <param name="forExcel">Whether CSV is for a spreadsheet.</param>
    /// <param name="terminal">Where it runs.</param>
    /// <param name="output">Takes a table, or Markdown.</param>
    public static void Write(PolicyImpact impact, string format, bool forExcel, Terminal terminal, TextWriter output)
    {
        var rules = impact.Rules;
        switch (format)
        {
            case "json":
                WriteJson(impact, rules, terminal.Out);
                break;
            case "csv":
                using (var csv = new CsvOutput<(RuleImpact, ImpactTransition)>(terminal.Out, Fields, forExcel))
                {
                    foreach (var one in rules.SelectMany(r => r.Transitions.Select(t => (r, t))))
                        csv.Write(one);

                    csv.Complete();
                }

                break;
            default:
                WriteTable(impact, rules, format == "markdown" ? Page.Markdown(output) : Page.On(output, terminal));
                break;
        }
    }

    private static void WriteJson(PolicyImpact impact, IReadOnlyList<RuleImpact> rules, Stream output)
    {
        using var json = new JsonDocumentOutput(output);
        var pay = impact.Pay;
        json.WriteObject(() =>
        {
            json.WriteObject("pay", () =>
            {
                json.Write("old", pay.Old);
                json.Write("new", pay.New);
                json.Write("difference", pay.Difference);
                json.WriteArray("byClause", pay.ByClause, clause =>
                {
                    json.Write("term", clause.Term);
                    json.Write("difference", clause.Difference);
                    json.Write("exact", clause.Exact);
                });
                json.WriteObject("classes", () =>
                {
                    foreach (var (one, name, _) in Classes)
                        json.Write(name, pay.Classes[(int)one]);
                });
            });
            json.WriteArray("rules", rules, rule =>
            {
                json.Write("rule", rule.RuleId);
                json.Write("facts", rule.Facts);
                json.Write("changed", rule.Changed);
                json.WriteArray("transitions", rule.Transitions, step =>
                {
                    json.Write("from", step.From);
                    json.Write("to", step.To);
                    json.Write("count", step.Count);
                    if (rule.Pay is not null)
                        json.Write("difference", step.Difference);
                });
            });
        });
    }

    private static void WriteTable(PolicyImpact impact, IReadOnlyList<RuleImpact> rules, Page page)
    {
        page.Line($"{Screen.Text(impact.Diff.Old.ToString())} -> {Screen.Text(impact.Diff.New.ToString())}");
        if (impact.Diff.NoEffect is { } reason)
            page.Line(Screen.Text(char.ToUpperInvariant(reason[0]) + reason[1..] + "."));

        var steps = new TextTable(("Rule", false, false), ("From", false, true), ("To", false, true), ("Facts", true, false), ("Pay", true, false));
        foreach (var rule in rules.Where(r => r.Changed > 0))
        {
            foreach (var (step, i) in rule.Transitions.Select((t, i) => (t, i)))
            {
                steps.Add(
                    i == 0 ? Screen.Text(rule.RuleId) : "", Screen.Text(step.From), Screen.Text(step.To), Shown.Count(step.Count),
                    rule.Pay is null ? "" : Signed(step.Difference));
            }
        }

        if (rules.Any(r => r.Changed > 0))
            page.Table(steps);

        if (rules.Any(r => r.Pay is not null))
            WritePay(impact.Pay, page);

        var totals = new TextTable(("Rule", false, false), ("Facts", true, false), ("Changed", true, false));
        foreach (var rule in rules)
            totals.Add(Screen.Text(rule.RuleId), Shown.Count(rule.Facts), Shown.Count(rule.Changed));

        page.Table(totals);
    }

    private static void WritePay(PayImpact pay, Page page)
    {
        page.Line($"Pay {Signed(pay.Difference)}: {Number(pay.Old)} -> {Number(pay.New)}");
        if (pay.ByClause.Count > 0)
        {
            var clauses = new TextTable(("By clause", false, true), ("Pay", true, false));
            foreach (var clause in pay.ByClause)
                clauses.Add(Screen.Text(clause.Term), Signed(clause.Difference));

            page.Table(clauses);
        }

        page.Line(
            string.Join(", ", Classes.Where(c => pay.Classes[(int)c.Class] > 0).Select(c => $"{Shown.Count(pay.Classes[(int)c.Class])} {c.Words}")));
    }

    private static string Signed(decimal amount) => (amount > 0 ? "+" : "") + Number(amount);

    private static string Number(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);
}
