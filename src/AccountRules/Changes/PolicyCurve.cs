using AccountRules.Changes;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// What a threshold of a policy would do to facts at every value of a range: the exact counts and what is paid, from each place on at which anything changes.
/// Each fact is judged once or twice, not once for each value: where its own outcome changes is worked out, and the places are gone through in order. Facts are
/// not kept, but for what roll-ups and tracks count. For one thread at a time.
/// </summary>
public sealed class PolicyCurve
{
    private readonly DateOnly asOf;
    private readonly CurveTerm term;
    private readonly List<Func<RuleCurve>> curves = [];

    /// <summary>Begins without facts.</summary>
    /// <param name="policy">The policy, of which one term moves.</param>
    /// <param name="term">The term's path, such as <c>performancePay.bands[Full].above</c>: one of <see cref="TermsOf"/>.</param>
    /// <param name="from">The lowest value of the term.</param>
    /// <param name="to">The highest value of the term; it is in the range itself.</param>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    /// <exception cref="PolicyException">
    /// There is no such term, it is no threshold, its rule is not in force, or it cannot have such values. The path of each problem is <c>term</c>, <c>from</c>
    /// or <c>to</c>.
    /// </exception>
    public PolicyCurve(Policy policy, string term, decimal from, decimal to, DateOnly asOf)
    {
        Policy.CheckIsSingle(policy, "A curve");
        ArgumentException.ThrowIfNullOrWhiteSpace(term);
        (Policy, From, To, this.asOf) = (policy, from, to, asOf);
        this.term = CurveTerm.All(policy.Terms).FirstOrDefault(t => string.Equals(t.Path, term, StringComparison.Ordinal))
            ?? throw Problem("term", $"`{Visible.Text(term)}`", $"one of {string.Join(", ", Near(policy, term))}");
        if (from >= to)
            throw Problem("to", Texts.Number(to), $"a value above {Texts.Number(from)}, with which the range begins");

        Lowest = At("from", from);
        Highest = At("to", to);
        Rules = CurveTerms.Moved(Lowest, Highest);
        if (Rules.Count == 0 && NotInForce() is { } open)
            throw Problem("term", $"`{term}` of a rule that is not in force", $"the same in a policy that sets {open}");

        if (!this.term.IsWhole && Rules.FirstOrDefault(r => r.Categories.Count > 0) is { } rule)
            throw Problem("term", $"`{term}` of one {rule.CategoryName}", "a whole number of one, or a term without; or compare two policies by PolicyImpact");

        if (Rules.Count == 0 || !CurveTerms.OnlyCuts(Lowest, Highest) || !CurveTerms.AreCuts(Rules, Highest, this.term.IsWhole, from, to))
            throw NoThreshold();
    }

    /// <summary>The policy.</summary>
    public Policy Policy { get; }

    /// <summary>The term's path in the policy document.</summary>
    public string Term => term.Path;

    /// <summary>The value that the policy has for the term; <c>null</c> where it is not set.</summary>
    public decimal? Current => term.Value;

    /// <summary>The lowest value.</summary>
    public decimal From { get; }

    /// <summary>The highest value; it is in the range itself.</summary>
    public decimal To { get; }

    /// <summary>Whether the term is a ratio, 1 being 100 %.</summary>
    public bool IsRatio => term.Term.IsRatio;

    /// <summary>How far below a cut facts stand that its <see cref="RuleCurve.Cliffs"/> count; <c>null</c>, the default, for no cliffs.</summary>
    public decimal? Within { get; init; }

    /// <summary>The rules that the term moves, in the order of the policy: their facts are to be collected.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>The curves over the facts that were taken in, by rule, in the order in which the rules were collected. Ask once all facts are there.</summary>
    public IReadOnlyList<RuleCurve> Curves => [.. curves.Select(curve => curve())];

    private Policy Lowest { get; }

    private Policy Highest { get; }

    /// <summary>The thresholds of a policy: the terms that a curve can be made of.</summary>
    /// <param name="policy">The policy.</param>
    public static IReadOnlyList<string> TermsOf(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return [.. CurveTerm.All(policy.Terms).Where(CurveTerms.IsThreshold).Select(t => t.Path)];
    }

    /// <summary>Takes the facts of a rule on each fact by itself.</summary>
    /// <typeparam name="TFact">The type of the fact.</typeparam>
    /// <param name="rule">The rule, as any policy has it.</param>
    /// <exception cref="ArgumentException">The term does not move the rule.</exception>
    /// <exception cref="PolicyException">The rule reads the term otherwise than as a cut.</exception>
    public FactTaker<TFact> Collect<TFact>(Rule<TFact> rule)
        where TFact : class
    {
        var (current, sum, course) = (In(Policy, rule), SumOf(rule), CourseOf(rule, r => r, isTrack: false));
        var cliffs = Within is { } distance ? new CliffSum(current, distance) : null;
        curves.Add(() => sum.Curve(current, From, To, cliffs?.Cliffs ?? []));
        return new EachCurve<TFact>(sum, course, current, cliffs, asOf);
    }

    /// <summary>Takes the facts of a roll-up; of each fact where its standing changes is kept.</summary>
    /// <inheritdoc cref="Collect{TFact}(Rule{TFact})"/>
    public FactTaker<TFact> Collect<TFact>(RollUpRule<TFact> rule)
        where TFact : class
    {
        var (current, course) = (In(Policy, rule), CourseOf(rule, r => r.Of, isTrack: false));
        return Later(current, sum => new RollUpCurve<TFact>(In(Lowest, rule), sum, course, asOf), collector => collector.Complete);
    }

    /// <summary>Takes the facts of a track; of each fact where its stage changes is kept.</summary>
    /// <inheritdoc cref="Collect{TFact}(Rule{TFact})"/>
    public FactTaker<TFact> CollectTrack<TFact>(LifecycleRule<TFact> rule)
        where TFact : class
    {
        var (current, course) = (In(Policy, rule), CourseOf(rule, r => r, isTrack: true));
        In(Lowest, rule).CheckTrack(periods: null);
        return Later(current, sum => new TrackCurve<TFact>(In(Lowest, rule), sum, course, asOf), collector => collector.Complete);
    }

    /// <summary>Takes the facts, of all types, of a rule on rows that are each made of many; the facts are kept.</summary>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <inheritdoc cref="Collect{TFact}(Rule{TFact})"/>
    public GatheringTaker Collect<TRow>(GatheredRule<TRow> rule)
        where TRow : class
    {
        var (current, course) = (In(Policy, rule), CourseOf(rule, r => r.Of, isTrack: false));
        CliffSum? cliffs = null;
        return Later(
            current,
            sum =>
            {
                cliffs = Within is { } distance ? new CliffSum(current.Of, distance) : null;
                var each = new EachCurve<TRow>(sum, course, current.Of, cliffs: null, asOf);
                return new GatheredCurve<TRow>(In(Lowest, rule), each, course, cliffs, asOf);
            },
            collector => collector.Complete,
            () => cliffs?.Cliffs ?? []);
    }

    /// <summary>A collector that makes its sum when all facts are there, anew each time it is asked.</summary>
    private TCollector Later<TCollector>(
        Rule current, Func<CurveSum, TCollector> make, Func<TCollector, Action> complete, Func<IReadOnlyList<PolicyCliff>>? cliffs = null)
    {
        var sum = SumOf(current);
        var collector = make(sum);
        var isComplete = false;
        curves.Add(() =>
        {
            if (!isComplete)
                complete(collector)();

            isComplete = true;
            return sum.Curve(current, From, To, cliffs?.Invoke() ?? []);
        });
        return collector;
    }

    /// <summary>Outcomes are called as the policy calls them, where its rule has as many as at the values of the range.</summary>
    private CurveSum SumOf(Rule rule) =>
        new(In(Policy, rule) is var current && current.Grades.Count == In(Lowest, rule).Grades.Count ? current : In(Lowest, rule));

    private Course<TFact> CourseOf<TRule, TFact>(TRule rule, Func<TRule, Rule<TFact>> of, bool isTrack)
        where TRule : Rule
        where TFact : class
    {
        if (Rules.All(r => r.Id != rule.Id))
        {
            throw new ArgumentException(
                $"`{Term}` does not move rule `{rule.Id}`: collect the facts of {string.Join(", ", Rules.Select(r => r.Id))}.", nameof(rule));
        }

        CurveRule<TFact> At(Policy policy) => new(of(In(policy, rule)), isTrack);
        try
        {
            return term.IsWhole
                ? new WholeCourse<TFact>(value => At(new(term.With(value))), (int)From, (int)To)
                : new NumberCourse<TFact>(At(Lowest), At(Highest), From, To);
        }
        catch (UnreadableException)
        {
            throw NoThreshold();
        }
    }

    private Policy At(string end, decimal value)
    {
        if (term.IsWhole && (decimal.Truncate(value) != value || Math.Abs(value) > int.MaxValue))
            throw Problem(end, Texts.Number(value), $"a whole number {term.Term.Range}");

        if (!term.Term.Allows(value))
            throw Problem(end, Texts.Number(value), term.Term.AllowedFor(value));

        try
        {
            return new(term.With(value));
        }
        catch (PolicyException e)
        {
            throw Problem(end, $"{Texts.Number(value)}, with which {e.Problems[0].Path[2..]} is {e.Problems[0].Found}", e.Problems[0].Allowed);
        }
    }

    private string? NotInForce() => Lowest.Rules.FirstOrDefault(
        r => r.Info.NotSet is not null && Policy.Terms.Rules.First(d => d.Id == r.Id).Section == term.Section)?.Info.NotSet;

    private PolicyException NoThreshold() =>
        Problem("term", $"`{Term}`, which is no threshold that facts are compared with", $"one of {string.Join(", ", TermsOf(Policy))}");

    /// <summary>The thresholds of the section that was meant, or else all.</summary>
    private static IReadOnlyList<string> Near(Policy policy, string term)
    {
        var all = TermsOf(policy);
        string[] own = [.. all.Where(t => t.Split('.')[0].Equals(term.Split('.')[0], StringComparison.OrdinalIgnoreCase))];
        return own.Length > 0 ? own : all;
    }

    private static PolicyException Problem(string what, string found, string allowed) => new("The curve", [new(what, Line: null, found, allowed)]);

    private static TRule In<TRule>(Policy policy, TRule rule)
        where TRule : Rule => policy.Terms.Rules.Where(d => d.Id == rule.Id).Select(policy.RuleOf).FirstOrDefault() as TRule
            ?? throw new ArgumentException($"Policy {policy} has no rule `{rule.Id}` on the same facts: give one of the policy's own rules.", nameof(rule));
}
