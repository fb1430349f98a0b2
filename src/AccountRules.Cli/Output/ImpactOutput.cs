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
                JsonDocumentOutput.Write(terminal.Out, Json(impact, tables));
                break;
            case "csv":
                ImpactCsv.Write(table, impact, rules, tables, terminal.Out, forExcel);
                break;
            default:
                WriteTable(impact, rules, tables, Page.Of(format, output, terminal));
                break;
        }
    }

    private static object Json(PolicyImpact impact, ImpactTables tables) => new
    {
        pay = new
        {
            old = impact.Pay.Old,
            @new = impact.Pay.New,
            difference = impact.Pay.Difference,
            byClause = impact.Pay.ByClause.Select(clause => new { term = clause.Term, difference = clause.Difference, exact = clause.Exact }),
            classes = Classes.ToDictionary(one => one.Name, one => impact.Pay.Classes[(int)one.Class], StringComparer.Ordinal),
        },
        rules = impact.Rules.Select(rule => new
        {
            rule = rule.RuleId,
            facts = rule.Facts,
            changed = rule.Changed,
            transitions = rule.Transitions.Select(step => new
            {
                from = step.From,
                to = step.To,
                count = step.Count,
                difference = rule.Pay is null ? default(decimal?) : step.Difference,
            }),
            bands = tables.Bands(rule).Select(b => Json(rule, b.Facts, b.Changed, b.Old, b.New, from: b.From, to: b.To)),
            accounts = tables.Groups(rule.Accounts).Select(g => Json(rule, g.Facts, g.Changed, g.Old, g.New, account: g.Id)),
            managers = tables.Groups(rule.Managers).Select(g => Json(rule, g.Facts, g.Changed, g.Old, g.New, manager: g.Id)),
        }),
    };

    private static object Json(
        RuleImpact rule, long facts, long changed, decimal old, decimal @new, string? from = null, string? to = null, string? account = null,
        string? manager = null)
    {
        decimal? Paid(decimal amount) => rule.Pay is null ? null : amount;
        return new { from, to, account, manager, facts, changed, old = Paid(old), @new = Paid(@new), difference = Paid(@new - old) };
    }

    private static void WriteTable(PolicyImpact impact, IReadOnlyList<RuleImpact> rules, ImpactTables tables, Page page)
    {
        page.Line($"{Screen.Text(impact.Diff.Old.ToString())} -> {Screen.Text(impact.Diff.New.ToString())}");
        if (impact.Diff.NoEffect is { } reason)
            page.Line(Screen.Text(Shown.Upper(reason) + "."));

        var steps = rules.Where(r => r.Changed > 0).SelectMany(r => r.Transitions.Select((step, i) => (Rule: r, Step: step, IsFirst: i == 0))).ToArray();
        if (steps.Length > 0)
        {
            page.Table(
                steps,
                new("Rule", s => s.IsFirst ? Screen.Text(s.Rule.RuleId) : ""),
                new("From", s => Screen.Text(s.Step.From), Wraps: true),
                new("To", s => Screen.Text(s.Step.To), Wraps: true),
                new("Facts", s => Shown.Count(s.Step.Count), IsNumber: true),
                new("Pay", s => s.Rule.Pay is null ? "" : ImpactTables.Signed(s.Step.Difference), IsNumber: true));
        }

        if (rules.Any(r => r.Pay is not null))
            WritePay(impact.Pay, page);

        foreach (var (table, rest) in tables.Of(rules))
        {
            page.Table(table);
            if (rest is not null)
                page.Line(Screen.Text(rest));
        }

        page.Table(
            rules,
            new("Rule", r => Screen.Text(r.RuleId)),
            new("Facts", r => Shown.Count(r.Facts), IsNumber: true),
            new("Changed", r => Shown.Count(r.Changed), IsNumber: true));
    }

    private static void WritePay(PayImpact pay, Page page)
    {
        page.Line($"Pay {ImpactTables.Signed(pay.Difference)}: {ImpactTables.Number(pay.Old)} -> {ImpactTables.Number(pay.New)}");
        if (pay.ByClause.Count > 0)
        {
            page.Table(
                pay.ByClause,
                new("By clause", c => Screen.Text(c.Term), Wraps: true),
                new("Pay", c => ImpactTables.Signed(c.Difference), IsNumber: true));
        }

        page.Line(
            string.Join(", ", Classes.Where(c => pay.Classes[(int)c.Class] > 0).Select(c => $"{Shown.Count(pay.Classes[(int)c.Class])} {c.Words}")));
    }
}
