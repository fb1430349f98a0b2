namespace AccountRules.Changes;

/// <summary>Counts from which outcome to which facts go, and what they are paid; by whose they are too, where that is asked for.</summary>
internal sealed class Steps(Rule old, Rule @new, ImpactGroups? groups)
{
    private readonly Dictionary<(Verdict?, Verdict?, Movement?, Movement?), Step> steps = [];

    private sealed class Step(Outcome was, Outcome becomes, bool isChange)
    {
        public Outcome Was => was;

        public Outcome Becomes => becomes;

        public bool IsChange => isChange;

        public ImpactSum Sum { get; } = new();
    }

    /// <summary>Whether it is asked whose a fact is.</summary>
    public bool AreGrouped => groups is not null;

    /// <summary>One fact more; a verdict is <c>null</c> where one of the policies has no row at all.</summary>
    public void Add(
        Verdict? was, Verdict? becomes, string? account, string? employee, decimal paid = 0, decimal pays = 0, Movement? from = null, Movement? to = null)
    {
        var step = StepOf((was, becomes, from, to));
        step.Sum.Add(step.IsChange, paid, pays);
        groups?.Add(account, employee, step.IsChange, paid, pays);
    }

    /// <summary>Many facts at once, which are nobody's.</summary>
    public void Add(Verdict was, Verdict becomes, ImpactSum sum)
    {
        var step = StepOf((was, becomes, null, null));
        step.Sum.Add(sum, step.IsChange);
        groups?.Add(sum, step.IsChange);
    }

    /// <summary>The same of a row that facts make together.</summary>
    public void Add(Assessment? was, Assessment? becomes)
    {
        var (rule, row) = (becomes ?? was) is { } one ? (one.Rule, one.Judged) : throw new ArgumentException("One of the policies has a row.", nameof(was));
        Add(
            was?.Verdict, becomes?.Verdict, AreGrouped ? rule.AccountOf(row) : null, AreGrouped ? rule.EmployeeOf(row) : null, from: was?.Movement,
            to: becomes?.Movement);
    }

    public RuleImpact Impact(PayImpact? pay = null) =>
        new(@new, steps.Values.Sum(s => s.Sum.Facts), steps.Values.Sum(s => s.Sum.Changed), Transitions())
        {
            Pay = pay,
            Bands = Bands(),
            Accounts = groups?.Accounts ?? [],
            Managers = groups?.Managers ?? [],
        };

    private Step StepOf((Verdict? Was, Verdict? Becomes, Movement? From, Movement? To) key)
    {
        if (!steps.TryGetValue(key, out var step))
            steps[key] = step = new(Said(old, key.Was), Said(@new, key.Becomes), key.From != key.To || Said(old, key.Was) != Said(@new, key.Becomes));

        return step;
    }

    private IReadOnlyList<ImpactTransition> Transitions() =>
    [
        .. ImpactSum.By(steps.Where(s => s.Value.IsChange).Select(s => (Words(s.Key, s.Value), s.Value.Sum)))
            .Select(g => new ImpactTransition(g.Key.From, g.Key.To, g.Sum.Facts) { Difference = g.Sum.Difference })
            .OrderByDescending(t => t.Count).ThenBy(t => t.From, StringComparer.Ordinal).ThenBy(t => t.To, StringComparer.Ordinal),
    ];

    private IReadOnlyList<ImpactBand> Bands() =>
    [
        .. ImpactSum.By(steps.Values.Select(s => ((From: Named(s.Was), To: Named(s.Becomes)), s.Sum)))
            .Select(g => new ImpactBand(g.Key.From, g.Key.To, g.Sum.Facts, g.Sum.Changed, g.Sum.Old, g.Sum.New))
            .OrderByDescending(b => Math.Abs(b.Difference)).ThenByDescending(b => b.Changed).ThenByDescending(b => b.Facts)
            .ThenBy(b => b.From is null).ThenBy(b => b.From, StringComparer.Ordinal).ThenBy(b => b.To is null).ThenBy(b => b.To, StringComparer.Ordinal),
    ];

    private static (string From, string To) Words((Verdict?, Verdict?, Movement? From, Movement? To) key, Step step) =>
        ($"{step.Was.Beside(step.Becomes)}{Moved(key.From)}", $"{step.Becomes.Beside(step.Was)}{Moved(key.To)}");

    private static string Moved(Movement? movement) => movement is { } moved ? $", {moved}" : "";

    private static string? Named(Outcome outcome) => outcome.Band.Length > 0 ? outcome.Band : null;

    private static Outcome Said(Rule rule, Verdict? verdict) =>
        verdict is { } given ? Outcome.Of(rule, given.Grade) : new(Standing.Graded, "no row", "", null, null);
}
