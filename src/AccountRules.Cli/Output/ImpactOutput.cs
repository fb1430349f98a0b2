using AccountRules.Cli.Input;

namespace AccountRules.Cli.Output;

/// <summary>Writes what a change of policy does to facts: first what changes, then the totals.</summary>
internal static class ImpactOutput
{
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
    /// <param name="tables">The tables that say whom it concerns.</param>
    /// <param name="format">Table, json, csv or markdown.</param>
    /// <param name="table">The table that CSV has.</param>
    /// <param name="forExcel">Whether CSV is for a spreadsheet.</param>
    /// <param name="terminal">Where it runs.</param>
    /// <param name="output">Takes a table, or Markdown.</param>
    public static void Write(
        PolicyImpact impact, ImpactTables tables, string format, string table, bool forExcel, Terminal terminal, TextWriter output)
    {
        var rules = impact.Rules;
        switch (format)
        {
            case "json":
                WriteJson(impact, rules, tables, terminal.Out);
                break;
            case "csv":
                ImpactCsv.Write(table, impact, rules, tables, terminal.Out, forExcel);
                break;
            default:
                WriteTable(impact, rules, tables, format == "markdown" ? Page.Markdown(output) : Page.On(output, terminal));
                break;
        }
    }

    private static void WriteJson(PolicyImpact impact, IReadOnlyList<RuleImpact> rules, ImpactTables tables, Stream output)
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
                json.WriteArray("bands", tables.Bands(rule), band =>
                {
                    json.Write("from", band.From);
                    json.Write("to", band.To);
                    WriteNumbers(json, rule, band.Facts, band.Changed, band.Old, band.New);
                });
                json.WriteArray("accounts", tables.Groups(rule.Accounts), group => WriteGroup(json, rule, "account", group));
                json.WriteArray("managers", tables.Groups(rule.Managers), group => WriteGroup(json, rule, "manager", group));
            });
        });
    }

    private static void WriteGroup(JsonDocumentOutput json, RuleImpact rule, string whom, ImpactGroup group)
    {
        json.Write(whom, group.Id);
        WriteNumbers(json, rule, group.Facts, group.Changed, group.Old, group.New);
    }

    private static void WriteNumbers(JsonDocumentOutput json, RuleImpact rule, long facts, long changed, decimal old, decimal @new)
    {
        json.Write("facts", facts);
        json.Write("changed", changed);
        if (rule.Pay is null)
            return;

        json.Write("old", old);
        json.Write("new", @new);
        json.Write("difference", @new - old);
    }

    private static void WriteTable(PolicyImpact impact, IReadOnlyList<RuleImpact> rules, ImpactTables tables, Page page)
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
                    rule.Pay is null ? "" : ImpactTables.Signed(step.Difference));
            }
        }

        if (rules.Any(r => r.Changed > 0))
            page.Table(steps);

        if (rules.Any(r => r.Pay is not null))
            WritePay(impact.Pay, page);

        foreach (var (table, rest) in tables.Of(rules))
        {
            page.Table(table);
            if (rest is not null)
                page.Line(Screen.Text(rest));
        }

        var totals = new TextTable(("Rule", false, false), ("Facts", true, false), ("Changed", true, false));
        foreach (var rule in rules)
            totals.Add(Screen.Text(rule.RuleId), Shown.Count(rule.Facts), Shown.Count(rule.Changed));

        page.Table(totals);
    }

    private static void WritePay(PayImpact pay, Page page)
    {
        page.Line($"Pay {ImpactTables.Signed(pay.Difference)}: {ImpactTables.Number(pay.Old)} -> {ImpactTables.Number(pay.New)}");
        if (pay.ByClause.Count > 0)
        {
            var clauses = new TextTable(("By clause", false, true), ("Pay", true, false));
            foreach (var clause in pay.ByClause)
                clauses.Add(Screen.Text(clause.Term), ImpactTables.Signed(clause.Difference));

            page.Table(clauses);
        }

        page.Line(
            string.Join(", ", Classes.Where(c => pay.Classes[(int)c.Class] > 0).Select(c => $"{Shown.Count(pay.Classes[(int)c.Class])} {c.Words}")));
    }
}
