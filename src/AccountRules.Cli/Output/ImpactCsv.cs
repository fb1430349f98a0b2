namespace AccountRules.Cli.Output;

/// <summary>The tables of an impact as CSV, each by its name.</summary>
internal static class ImpactCsv
{
    /// <summary>The table that is written where none is asked for.</summary>
    public const string First = "transitions";

    private static readonly Fields<(RuleImpact Rule, ImpactTransition Step)> Transitions = new(RuleOf: null,
    [
        new("rule", s => s.Rule.RuleId),
        new("from", s => s.Step.From),
        new("to", s => s.Step.To),
        new("count", s => (decimal?)s.Step.Count),
        new("difference", s => Paid(s.Rule, s.Step.Difference)),
    ]);

    private static readonly Fields<(string Class, long Count)> Classes = new(RuleOf: null, [new("class", c => c.Class), new("count", c => (decimal?)c.Count)]);

    private static readonly Fields<ClauseImpact> Clauses = new(RuleOf: null,
        [new("term", c => c.Term), new("difference", c => (decimal?)c.Difference), new("exact", c => c.Exact)]);

    private static readonly Fields<(RuleImpact Rule, ImpactBand Band)> Bands = new(RuleOf: null,
    [
        new("rule", b => b.Rule.RuleId),
        new("from", b => b.Band.From),
        new("to", b => b.Band.To),
        .. Numbers<(RuleImpact Rule, ImpactBand Band)>(b => b.Rule, b => (b.Band.Facts, b.Band.Changed, b.Band.Old, b.Band.New)),
    ]);

    private static readonly Fields<RuleImpact> Rules = new(RuleOf: null,
        [new("rule", r => r.RuleId), .. Numbers<RuleImpact>(r => r, r => (r.Facts, r.Changed, r.Pay?.Old ?? 0, r.Pay?.New ?? 0))]);

    /// <summary>The names of the tables.</summary>
    public static IReadOnlyList<string> Names { get; } = [First, "classes", "clauses", "bands", "accounts", "managers", "rules"];

    /// <summary>Whether a table is by account or by account manager.</summary>
    /// <param name="name">Its name.</param>
    public static bool IsOfGroups(string name) => name is "accounts" or "managers";

    /// <summary>Writes a table.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="impact">The impact.</param>
    /// <param name="rules">The impact on each rule.</param>
    /// <param name="tables">Which bands and groups it has.</param>
    /// <param name="output">Takes the CSV.</param>
    /// <param name="forExcel">Whether it is for a spreadsheet.</param>
    public static void Write(string name, PolicyImpact impact, IReadOnlyList<RuleImpact> rules, ImpactTables tables, Stream output, bool forExcel)
    {
        switch (name)
        {
            case "classes":
                Classes.WriteCsv(ImpactOutput.Classes.Select(c => (c.Name, impact.Pay.Classes[(int)c.Class])), output, forExcel);
                break;
            case "clauses":
                Clauses.WriteCsv(impact.Pay.ByClause, output, forExcel);
                break;
            case "bands":
                Bands.WriteCsv(rules.SelectMany(r => tables.Bands(r).Select(b => (r, b))), output, forExcel);
                break;
            case "accounts":
                Groups("account").WriteCsv(rules.SelectMany(r => tables.Groups(r.Accounts).Select(g => (r, g))), output, forExcel);
                break;
            case "managers":
                Groups("manager").WriteCsv(rules.SelectMany(r => tables.Groups(r.Managers).Select(g => (r, g))), output, forExcel);
                break;
            case "rules":
                Rules.WriteCsv(rules, output, forExcel);
                break;
            default:
                Transitions.WriteCsv(rules.SelectMany(r => r.Transitions.Select(t => (r, t))), output, forExcel);
                break;
        }
    }

    private static Fields<(RuleImpact Rule, ImpactGroup Group)> Groups(string whom) => new(RuleOf: null,
    [
        new("rule", g => g.Rule.RuleId),
        new(whom, g => g.Group.Id),
        .. Numbers<(RuleImpact Rule, ImpactGroup Group)>(g => g.Rule, g => (g.Group.Facts, g.Group.Changed, g.Group.Old, g.Group.New)),
    ]);

    private static Field<T>[] Numbers<T>(Func<T, RuleImpact> ruleOf, Func<T, (long Facts, long Changed, decimal Old, decimal New)> of) =>
    [
        new("facts", row => (decimal?)of(row).Facts),
        new("changed", row => (decimal?)of(row).Changed),
        new("old", row => Paid(ruleOf(row), of(row).Old)),
        new("new", row => Paid(ruleOf(row), of(row).New)),
        new("difference", row => Paid(ruleOf(row), of(row).New - of(row).Old)),
    ];

    private static decimal? Paid(RuleImpact rule, decimal amount) => rule.Pay is null ? null : amount;
}
