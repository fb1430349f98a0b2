using System.Linq.Expressions;
using AccountRules.Expressions;
using AccountRules.History;
using AccountRules.Wording;
using Node = System.Linq.Expressions.Expression;

namespace AccountRules;

/// <summary>
/// A rule that goes by a category of the fact, such as a severity, a tier or a grade: each category has a rule of its own, with its own scale, and one
/// condition in the one expression chooses it. A fact of a category that is not listed is <see cref="Cause.UnknownCategory"/>, one of none
/// <see cref="Cause.NoCategory"/>. Immutable and safe for use by many threads.
/// <example>
/// <code>
/// new RuleByCategory&lt;Ticket&gt;(info, t =&gt; t.Severity, [new("high", Answered(days: 1)), new("low", Answered(days: 5))])
/// </code>
/// </example>
/// </summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
public sealed class RuleByCategory<TFact> : Rule<TFact>
    where TFact : class
{
    private const int MostListed = 8;

    private readonly Selector<TFact, string?> category;
    private readonly int[] firstGrades;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    /// <summary>Makes a rule of a rule for each category.</summary>
    /// <param name="info">What the rule says about itself.</param>
    /// <param name="category">The category of a fact, compared letter by letter, case included. Reasons call it by the name of the member that is read.</param>
    /// <param name="rules">The categories, each with its rule: all of one unit, counting from and until the same dates of the fact.</param>
    /// <exception cref="ArgumentException">
    /// There is no category, one is empty or there twice, its rule is a lifecycle, or the rules differ in unit or in the dates that they count from and until.
    /// </exception>
    public RuleByCategory(RuleInfo info, Expression<Func<TFact, string?>> category, IEnumerable<KeyValuePair<string, Rule<TFact>>> rules)
        : this(info, new(category), (category?.Body as MemberExpression)?.Member.Name.ToLowerInvariant() ?? "category", Checked(rules))
    {
    }

    private RuleByCategory(RuleInfo info, Selector<TFact, string?> category, string categoryName, KeyValuePair<string, Rule<TFact>>[] rules)
        : base(
            info with { Judged = info.Judged ?? rules[0].Value.Info.Judged }, rules[0].Value.Unit, rules.SelectMany(r => OnceEnded(r.Value)),
            rules[0].Value.Shape, rules[0].Value.Measured?.Begins, rules[0].Value.MayLackStart)
    {
        (this.category, CategoryName, Rules, firstGrades) = (category, categoryName, rules, new int[rules.Length]);
        for (var i = 0; i < rules.Length; i++)
        {
            places.Add(rules[i].Key, i);
            if (i > 0)
                firstGrades[i] = firstGrades[i - 1] + OnceEnded(rules[i - 1].Value).Count();
        }

        Details = [new(categoryName, new Selector<TFact, object?>(category.Lambda).Lambda), .. rules[0].Value.Details];
    }

    private RuleByCategory(RuleVersions<TFact> versions)
        : base(versions)
    {
        var newest = (RuleByCategory<TFact>)versions.Newest;
        (category, CategoryName, Rules, firstGrades, places) = (newest.category, newest.CategoryName, newest.Rules, newest.firstGrades, newest.places);
    }

    /// <summary>What the category is called, such as <c>severity</c>; it is a detail of each assessment by this name.</summary>
    public override string CategoryName { get; }

    /// <summary>The categories with their rules, in the order given.</summary>
    public IReadOnlyList<KeyValuePair<string, Rule<TFact>>> Rules { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Scale> Scales => field ??= [.. Rules.SelectMany(r => r.Value.Scales)];

    /// <inheritdoc/>
    public override bool Pays => Rules.Any(r => r.Value.Pays);

    /// <inheritdoc cref="DeadlineRule{TFact}.For{THost}"/>
    public RuleByCategory<THost> For<THost>(Expression<Func<THost, TFact>> map)
        where THost : class => Mapped<THost>(new(map));

    /// <inheritdoc cref="DeadlineRule{TFact}.WithCalendarTable"/>
    public RuleByCategory<TFact> WithCalendarTable(IQueryable<CalendarDay> days) => Versions is { } versions
        ? new(versions.Each(rule => ((RuleByCategory<TFact>)rule).WithCalendarTable(days)))
        : new(Info, category, CategoryName, [.. Rules])
        {
            Guards = Guards,
            Details = Details,
            Asks = Asks,
            CalendarTable = days,
        };

    /// <summary>
    /// The same rule for facts that have no pauses: it does not read them, so that it runs in databases, which cannot count them. Ask it of rows without pauses
    /// alone.
    /// </summary>
    public RuleByCategory<TFact> WithoutPauses() => Mapped<TFact>(UnpausedFacts);

    internal override RuleByCategory<THost> Mapped<THost>(Mapping mapping) => Versions is { } versions
        ? new(versions.Map<THost>(mapping))
        : new(Info, category.Map<THost>(mapping), CategoryName, [.. Rules.Select(r => KeyValuePair.Create(r.Key, r.Value.Mapped<THost>(mapping)))])
        {
            Guards = MapGuards<THost>(mapping),
            Details = MapDetails<THost>(mapping),
            Asks = MapAsks<THost>(mapping),
            WithoutWithheld = WithoutWithheld,
        };

    internal override IReadOnlyList<KeyValuePair<string, Rule>> Categories => field ??= [.. Rules.Select(r => KeyValuePair.Create(r.Key, (Rule)r.Value))];

    internal override VersionTransition UsualTransition => Rules[0].Value.UsualTransition;

    private protected override RuleByCategory<TFact> Versioned(RuleVersions<TFact> versions) => new(versions);

    private protected override Expression Placed(ParameterExpression fact)
    {
        var read = category.On(fact);
        var place = Tree.Because(Cause.UnknownCategory);
        for (var i = Rules.Count - 1; i >= 0; i--)
        {
            var first = firstGrades[i];
            place = Node.Condition(
                Node.Equal(read, Node.Constant(Rules[i].Key)),
                Tree.WithCodes(Rules[i].Value.Known(fact, Rules[i].Value.Place), code => code >= 0 ? code + first : code),
                place);
        }

        return Node.Condition(Tree.IsNull(read), Tree.Because(Cause.NoCategory), place);
    }

    internal override Selector<TFact, DateOnly?>? Ends => Rules[0].Value.Ends;

    internal override Selector<TFact, DateOnly?>? DatesFromElse => Rules[0].Value.DatesFromElse;

    internal override Measure<TFact>? Measured => Rules[0].Value.Measured;

    internal override bool IsOpen(object fact, DateOnly asOf) => Of(fact)?.IsOpen(fact, asOf) ?? base.IsOpen(fact, asOf);

    internal override IEnumerable<RecordedValue> InputsOf(object fact) =>
        [RecordedValue.Of(CategoryName, category.Of((TFact)fact)), .. (Of(fact) ?? Rules[0].Value).InputsOf(fact)];

    internal override decimal? ValueOf(object fact, DateOnly asOf) => (Of(fact) ?? Rules[0].Value).ValueOf(fact, asOf);

    internal override bool CountsWorkingDays => Rules[0].Value.CountsWorkingDays;

    internal override decimal? ActualToCut(object fact, decimal at) => Of(fact)?.ActualToCut(fact, at);

    internal override DateOnly? DueOn(object fact, DateOnly asOf) => Of(fact)?.DueOn(fact, asOf);

    internal override decimal? PayableOf(object fact, Verdict verdict) =>
        ByVersion(fact, DateOnly.MaxValue, verdict) is var (rule, own) && rule != this ? rule.PayableOf(fact, own) : Of(fact)?.PayableOf(fact, Own(verdict));

    internal override PayCalculation? CalculationOf(object fact, Verdict verdict) =>
        ByVersion(fact, DateOnly.MaxValue, verdict) is var (rule, own) && rule != this ? rule.CalculationOf(fact, own)
        : Of(fact)?.CalculationOf(fact, Own(verdict));

    internal override (Scale Scale, int Band)? PlaceOf(int grade) =>
        grade < 0 ? null : Rules[IndexOf(ref grade)].Value.PlaceOf(grade);

    internal override string Reason(object fact, DateOnly asOf, Verdict verdict) =>
        verdict.Grade >= 0 ? Rules[PlaceOf(verdict)].Value.Reason(fact, asOf, Own(verdict))
        : verdict.Cause == Cause.UnknownCategory ? $"{NameOf(fact)} is of {CategoryName} `{category.Of((TFact)fact)}`, and the policy lists {Listed}."
        : verdict.Cause == Cause.NoCategory ? $"{NameOf(fact)} has no {CategoryName}, and the policy goes by it."
        : Of(fact)?.Reason(fact, asOf, verdict) ?? base.Reason(fact, asOf, verdict);

    private protected override string ReasonOf(TFact fact, DateOnly asOf, Verdict verdict) => Reason(fact, asOf, verdict);

    private string Listed => field ??= string.Join(", ", Rules.Take(MostListed).Select(r => r.Key))
        + (Rules.Count > MostListed ? $" and {Texts.Number(Rules.Count - MostListed)} more" : "");

    /// <summary>The rule of the fact's category, where there is one.</summary>
    private Rule<TFact>? Of(object fact) => category.Of((TFact)fact) is { } name && places.TryGetValue(name, out var place) ? Rules[place].Value : null;

    private int PlaceOf(Verdict verdict)
    {
        int grade = verdict.Grade;
        return IndexOf(ref grade);
    }

    /// <summary>The category that a grade is of, and the grade as the category's rule counts it, once the period has ended.</summary>
    private int IndexOf(ref int grade)
    {
        if (IsOfPeriods)
            grade %= Grades.Count / 2;

        var index = firstGrades.Length - 1;
        while (firstGrades[index] > grade)
            index--;

        grade -= firstGrades[index];
        return index;
    }

    /// <summary>The verdict of the category's own rule.</summary>
    private Verdict Own(Verdict verdict)
    {
        int grade = verdict.Grade;
        if (grade < 0)
            return verdict;

        var rule = Rules[IndexOf(ref grade)].Value;
        return rule.VerdictOf(verdict.IsProvisional ? rule.WhileRunning(grade) : grade);
    }

    private static IEnumerable<Grade> OnceEnded(Rule rule) => rule.Grades.Where(g => !g.IsProvisional);

    private static KeyValuePair<string, Rule<TFact>>[] Checked(IEnumerable<KeyValuePair<string, Rule<TFact>>> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        KeyValuePair<string, Rule<TFact>>[] all = [.. rules];
        if (all.Length == 0)
            throw Wrong("There is no category: give each category with its rule.", nameof(rules));

        var fact = Node.Parameter(typeof(TFact), "fact");
        foreach (var (name, rule) in all)
        {
            if (string.IsNullOrWhiteSpace(name) || rule is null)
                throw Wrong($"Category `{name}` has no {(rule is null ? "rule" : "name")}: give each category with its rule.", nameof(rules));

            if (all.Count(other => string.Equals(other.Key, name, StringComparison.Ordinal)) > 1)
                throw Wrong($"Category `{name}` is there twice: leave one of them out.", nameof(rules));

            if (rule is LifecycleRule<TFact>)
            {
                throw Wrong(
                    $"Category `{name}` has a lifecycle, whose stages a category cannot choose: give it a deadline, an attainment or a tier.", nameof(rules));
            }

            if (Reads(rule) != Reads(all[0].Value))
            {
                throw Wrong(
                    $"Category `{name}` measures {Reads(rule)}, and `{all[0].Key}` measures {Reads(all[0].Value)}: one rule measures in one way.",
                    nameof(rules));
            }
        }

        return all;

        string Reads(Rule<TFact> rule) => $"{rule.Unit} from {rule.Begins?.On(fact)} until {rule.Ends?.On(fact)}";
    }

    private static ArgumentException Wrong(string message, string argument) => new(message, argument);
}
