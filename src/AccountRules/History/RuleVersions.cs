using System.Linq.Expressions;
using AccountRules.Expressions;

namespace AccountRules.History;

/// <summary>
/// What a rule is made of that judges by several versions of a policy: the rule of each version, one after the other in the one expression, and which of them
/// a grade is of.
/// </summary>
internal sealed class RuleVersions<TFact>
    where TFact : class
{
    private readonly Rule<TFact>[] rules;
    private readonly int[] firstGrades;
    private readonly DaysGrades days;

    public RuleVersions(VersionPlan plan, IEnumerable<Rule<TFact>> rules)
    {
        (Plan, this.rules) = (plan, [.. rules]);
        firstGrades = new int[this.rules.Length];
        List<Grade> ended = [], running = [];
        for (var i = 0; i < firstGrades.Length; i++)
        {
            if (plan.IsAsBefore(i))
            {
                firstGrades[i] = firstGrades[i - 1];
                continue;
            }

            firstGrades[i] = ended.Count;
            ended.AddRange(this.rules[i].Grades.Where(g => !g.IsProvisional));
            running.AddRange(this.rules[i].Grades.Where(g => g.IsProvisional));
        }

        days = new(ended, HasDays, Newest.Info.Judged);
        Grades = Newest.IsOfPeriods ? [.. ended, .. days.Ended, .. running, .. days.Running] : [.. ended];
        Info = Newest.Info with { NotSet = this.rules.All(r => r.Info.NotSet is not null) ? Newest.Info.NotSet : null };
    }

    public VersionPlan Plan { get; }

    public Rule<TFact> Newest => rules[^1];

    public IReadOnlyList<Rule<TFact>> Rules => rules;

    public IReadOnlyList<Grade> Grades { get; }

    public RuleInfo Info { get; }

    /// <summary>Whether some version takes over by the days of periods.</summary>
    public bool HasDays => Enumerable.Range(1, rules.Length - 1).Any(v => Plan.TransitionOf(v) == VersionTransition.ByDays);

    public RuleVersions<THost> Map<THost>(Mapping mapping)
        where THost : class => new(Plan, rules.Select(rule => rule.Mapped<THost>(mapping)));

    /// <summary>The same with each version's rule made another way.</summary>
    public RuleVersions<TFact> Each(Func<Rule<TFact>, Rule<TFact>> of) => new(Plan, rules.Select(of));

    /// <summary>The grade of a fact, or why it has none, by the version that judges it.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="placeOf">What the rule of a version says.</param>
    /// <param name="isInMemory">Whether what two versions say together may be asked of a function, which is given what each of them says.</param>
    public Expression Place(ParameterExpression fact, Func<Rule<TFact>, Expression> placeOf, bool isInMemory = false)
    {
        var place = Coded(0);
        for (var version = 1; version < rules.Length; version++)
        {
            if (!Plan.IsAsBefore(version))
                place = TakesOver(version, Coded(version), place);
        }

        return place;

        Expression Coded(int version) => Tree.WithCodes(
            rules[version].Known(fact, _ => placeOf(rules[version])), code => code >= 0 ? code + firstGrades[version] : code);

        Expression TakesOver(int version, Expression now, Expression before)
        {
            var from = Expression.Constant(Plan.From(version));
            var (by, period) = (Plan.TransitionOf(version), Newest.IsOfPeriods ? Newest.Shape.Period!.On(fact) : null);
            if (by == VersionTransition.ByEvaluationDate)
                return Expression.Condition(Expression.GreaterThanOrEqual(Tree.AsOf, from), now, before);

            var reaches = period is null ? Expression.GreaterThanOrEqual(Tree.AsOf, from)
                : Expression.GreaterThanOrEqual(Expression.Property(period, nameof(Period.End)), from);
            return Expression.Condition(IsFrom(fact, from), now, by switch
            {
                VersionTransition.ByPeriod => Expression.Condition(reaches, Tree.Because(Cause.StraddlesVersions), before),
                VersionTransition.ByDays => Expression.Condition(
                    reaches, isInMemory ? BothInMemory(days.Of, now, before) : Tree.Both(now, before, days.Of), before),
                VersionTransition.Kinder => Expression.Condition(
                    reaches, isInMemory ? BetterInMemory(now, before, period) : Better(now, before, period), before),
                _ => before,
            });
        }
    }

    /// <summary>
    /// The better outcome of two versions: of a period that runs, where bands have another standing meanwhile, the one that is better now. Asked is only which
    /// of the two it is, so that what each of them says stands there once.
    /// </summary>
    private ConditionalExpression Better(Expression now, Expression before, Expression? period)
    {
        var isBetter = IsBetter(isRunning: false);
        if (period is not null && Grades.Any(grade => grade.WhileRunning is not null))
        {
            isBetter = Expression.Condition(
                Expression.GreaterThan(Tree.AsOf, Expression.Property(period, nameof(Period.End))), isBetter, IsBetter(isRunning: true));
        }

        return Expression.Condition(isBetter, now, before);

        Expression IsBetter(bool isRunning) => Tree.Both(now, before, (a, b) => VersionRank.IsBetter(Grades, a, b, isRunning));
    }

    private static InvocationExpression BothInMemory(Func<int, int, int> said, Expression now, Expression before) =>
        Expression.Invoke(Expression.Constant(said), now, before);

    private InvocationExpression BetterInMemory(Expression now, Expression before, Expression? period)
    {
        Func<int, int, bool, int> better = (a, b, isRunning) => VersionRank.IsBetter(Grades, a, b, isRunning) ? a : b;
        return Expression.Invoke(
            Expression.Constant(better), now, before,
            period is null ? Expression.Constant(false) : Expression.LessThanOrEqual(Tree.AsOf, Expression.Property(period, nameof(Period.End))));
    }

    /// <summary>Whether the fact, or its period, begins on a day or later; by what it dates from else, where it has no start.</summary>
    private Expression IsFrom(ParameterExpression fact, Expression from)
    {
        var (start, other) = (Newest.Begins?.On(fact), Newest.DatesFromElse?.On(fact));
        if (start is not null && (!Newest.MayLackStart || Tree.ValueOf(start) == start))
            return Expression.GreaterThanOrEqual(Tree.ValueOf(start), from);

        var isOther = other is null ? null
            : EitherDate.Of(other, Expression.Constant(false), day => Expression.GreaterThanOrEqual(day, from));
        if (start is null)
            return isOther ?? Expression.Constant(false);

        var isFrom = Expression.AndAlso(Expression.Not(Tree.IsNull(start)), Expression.GreaterThanOrEqual(Tree.ValueOf(start), from));
        return isOther is null ? isFrom : Expression.OrElse(isFrom, Expression.AndAlso(Tree.IsNull(start), isOther));
    }

    /// <summary>The rule of the version that judged, and its own verdict; no rule where several versions did, or none.</summary>
    public (Rule<TFact> Rule, Verdict Verdict)? Of(object fact, DateOnly asOf, Verdict verdict)
    {
        var (dates, code) = (DatesOf(fact, asOf), (int)verdict.Grade);
        if (code < 0)
            return verdict.Cause == Cause.StraddlesVersions ? null : (rules[Plan.Of(dates)], verdict);

        var isRunning = verdict.IsProvisional;
        if (isRunning)
            code -= Grades.Count / 2;

        if (days.Holds(code))
            return null;

        var last = firstGrades.Length - 1;
        while (firstGrades[last] > code)
            last--;

        var first = Array.IndexOf(firstGrades, firstGrades[last]);
        var rule = rules[Plan.Of(dates, first, last)];
        code -= firstGrades[first];
        return (rule, rule.VerdictOf(isRunning ? rule.WhileRunning(code) : code));
    }

    /// <summary>
    /// The rule of the version that a grade is of, and the grade as that rule counts it once a period has ended; <c>null</c> where several judge.
    /// </summary>
    public (Rule<TFact> Rule, int Grade)? By(int grade)
    {
        if (Newest.IsOfPeriods)
            grade %= Grades.Count / 2;

        return days.Holds(grade) ? null : Array.FindLastIndex(firstGrades, first => first <= grade) is var last
            && Array.IndexOf(firstGrades, firstGrades[last]) is var version ? (rules[version], grade - firstGrades[version]) : null;
    }

    /// <summary>Why the rule of a version judged a fact.</summary>
    public VersionChoice ChoiceOf(Rule<TFact> rule, object fact, DateOnly asOf) => ChoiceOf(rule, DatesOf(fact, asOf));

    public VersionChoice ChoiceOf(Rule<TFact> rule, in VersionDates dates) => Plan.ChoiceOf(Array.IndexOf(rules, rule), dates);

    public VersionDates DatesOf(object fact, DateOnly asOf) => Newest.PeriodOf(fact) is { } period && Newest.IsOfPeriods
        ? VersionDates.Of(period, asOf)
        : new(Newest.BeginsOn(fact) ?? Newest.DatesFromElse?.Of((TFact)fact), End: null, asOf);
}
