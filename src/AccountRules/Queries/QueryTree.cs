using System.Linq.Expressions;
using AccountRules.Expressions;
using AccountRules.Wording;

namespace AccountRules.Queries;

/// <summary>
/// A rule's expression as parts of a query: a case over its grades, or the condition under which it yields some of them. Whether the period of a row has begun
/// and has ended is asked only where what is wanted depends on it.
/// </summary>
internal sealed class QueryTree<TFact>
    where TFact : class
{
    private readonly Rule<TFact> rule;
    private readonly ColumnComparisons? inDatabase;
    private readonly Expression body;
    private readonly PeriodInColumns? period;

    /// <summary>Whether a row's period begins before the policy is in force; <c>null</c> where none does.</summary>
    private readonly Expression? isBeforePolicy;

    public QueryTree(Rule<TFact> rule, IQueryable source, DateOnly asOf)
        : this(rule, rule.QueryExpression, source, asOf)
    {
        if (!rule.IsOfPeriods)
            return;

        var of = Replacement.Apply(rule.Shape.Period!.Lambda, Row);
        period = source is EnumerableQuery
            ? new(
                Expression.LessThanOrEqual(Expression.Property(of, nameof(Period.Start)), Expression.Constant(asOf)),
                Expression.LessThan(Expression.Property(of, nameof(Period.End)), Expression.Constant(asOf)))
            : PeriodInColumns.Of(of, Row, asOf);
        if (period is not null && source is not EnumerableQuery)
            ApplicationCode.Refuse(rule, period.HasBegun, period.HasEnded);

        if (period is null && rule.IsOtherWhileRunning)
        {
            throw new NotSupportedException(
                $"Rule `{rule.Id}` judges a period that runs otherwise than once it has ended, and a database cannot tell when that is of `{of}`: "
                + $"map the period as {PeriodInColumns.Mend}; "
                + "or filter the rows of one period and map that, such as Period = october.");
        }
    }

    public QueryTree(Rule<TFact> rule, LambdaExpression expression, IQueryable source, DateOnly asOf)
    {
        this.rule = rule;
        var isInMemory = source is EnumerableQuery;
        // So that the expression says which rule it is, where it is printed as it was built.
        Row = Expression.Parameter(typeof(TFact), rule.Id.Replace('-', '_'));
        var tree = Replacement.Apply(expression, Row, Tree.AsOf);
        if (!isInMemory)
        {
            tree = new VersionsInColumns(rule, Row, asOf).Visit(tree);
            ApplicationCode.Refuse(rule, tree);
        }

        inDatabase = isInMemory ? null : new(asOf, rule.Id, rule.CalendarTable);
        isBeforePolicy = rule.IsOfPeriods && rule.Info.EffectiveFrom is { } first && first > DateOnly.MinValue ? IsBefore(first, isInMemory) : null;
        body = inDatabase?.Visit(tree)
            ?? Replacement.Apply(Expression.Lambda(new Lowering(isWhole: false).Visit(tree), Tree.AsOf), Expression.Constant(asOf));
    }

    public ParameterExpression Row { get; }

    /// <summary>What is read off a row, as the rule's own expression is changed for a database.</summary>
    public Expression Read(LambdaExpression of) => Column(Tree.ValueOf(Replacement.Apply(of, Row)));

    /// <summary>The same for a value that is read off <see cref="Row"/> already.</summary>
    public Expression Column(Expression value)
    {
        if (inDatabase is null)
            return value;

        ApplicationCode.Refuse(rule, value);
        return inDatabase.Visit(value);
    }

    /// <summary>Whether a row's period is asked, so that rows which have not begun are told apart, and provisional ones too.</summary>
    public bool KnowsPeriods => !rule.IsOfPeriods || period is not null;

    /// <summary>Each grade's, or cause's, code replaced by a value; branches with equal values become one.</summary>
    public Expression Case(Func<Verdict, Expression> value)
    {
        var said = Case(body, code => value(rule.VerdictOf(code)));
        if (period is not null)
        {
            var running = Case(body, code => value(rule.VerdictOf(rule.WhileRunning(code))));
            said = Choose(period.HasBegun, Choose(period.HasEnded, said, running), value(rule.VerdictOf(-Cause.NotBegun.Number)));
        }

        return isBeforePolicy is null ? said : Choose(isBeforePolicy, value(rule.VerdictOf(-Cause.BeforePolicy.Number)), said);
    }

    public Expression Standing() => Case(v => Expression.Constant(v.Standing));

    public Expression Band() => Case(v => Expression.Constant(v.Cause == Cause.None ? rule.Grades[v.Grade].Band : null, typeof(string)));

    /// <summary>Whether what is said of a row is provisional; missing where a database cannot tell.</summary>
    public Expression IsProvisional() => KnowsPeriods
        ? Expression.Convert(Case(v => Expression.Constant(v.IsProvisional)), typeof(bool?))
        : Expression.Constant(null, typeof(bool?));

    public Expression<Func<TFact, bool>> When(Func<Verdict, bool> isWanted) => Expression.Lambda<Func<TFact, bool>>(Condition(isWanted), Row);

    /// <summary>
    /// A condition that always holds, and that a provider must run the rule for: what it cannot run it would otherwise work out itself, in the last projection,
    /// without a word.
    /// </summary>
    public Expression<Func<TFact, bool>> RunsInProvider() =>
        NeverIs(Case(v => Expression.Constant(v.Grade)), Expression.Constant(short.MinValue - 1));

    /// <summary>The same for a value, and another one that it never has.</summary>
    public Expression<Func<TFact, bool>> NeverIs(Expression value, Expression other) =>
        Expression.Lambda<Func<TFact, bool>>(Expression.NotEqual(value, other), Row);

    /// <summary>A period begins before a date exactly if it has begun by the day before.</summary>
    private Expression IsBefore(DateOnly first, bool isInMemory)
    {
        var of = Replacement.Apply(rule.Shape.Period!.Lambda, Row);
        if (isInMemory)
            return Expression.LessThan(Expression.Property(of, nameof(Period.Start)), Expression.Constant(first));

        var before = PeriodInColumns.Of(of, Row, first.AddDays(-1), isTerm: true)?.HasBegun ?? throw new NotSupportedException(
            $"Rule `{rule.Id}` is in force from {Texts.Date(first)} on, and a database cannot tell whether `{of}` begins before that: map the period as "
            + $"{PeriodInColumns.Mend}; or filter those periods out yourself and "
            + "take the rule from a policy without it, new Policy(policy.Terms with { EffectiveFrom = null }).");
        ApplicationCode.Refuse(rule, before);
        return before;
    }

    private Expression Condition(Func<Verdict, bool> isWanted)
    {
        var said = When(body, code => isWanted(rule.VerdictOf(code)));
        if (period is not null)
        {
            var running = Codes(body).All(code => isWanted(rule.VerdictOf(code)) == isWanted(rule.VerdictOf(rule.WhileRunning(code))))
                ? said
                : When(body, code => isWanted(rule.VerdictOf(rule.WhileRunning(code))));
            said = Either(period.HasBegun, Either(period.HasEnded, said, running), Is(Cause.NotBegun));
        }

        return isBeforePolicy is null ? said : Either(isBeforePolicy, Is(Cause.BeforePolicy), said);

        ConstantExpression Is(Cause cause) => Expression.Constant(isWanted(rule.VerdictOf(-cause.Number)));
    }

    private static Expression Case(Expression node, Func<int, Expression> value) => node is not ConditionalExpression choice
        ? value((int)((ConstantExpression)node).Value!)
        : Choose(choice.Test, Case(choice.IfTrue, value), Case(choice.IfFalse, value));

    private static Expression When(Expression node, Func<int, bool> isWanted) => node is not ConditionalExpression choice
        ? Expression.Constant(isWanted((int)((ConstantExpression)node).Value!))
        : Either(choice.Test, When(choice.IfTrue, isWanted), When(choice.IfFalse, isWanted));

    private static Expression Choose(Expression test, Expression yes, Expression no) =>
        test is ConstantExpression { Value: bool known } ? (known ? yes : no)
        : Same.Are(yes, no) ? yes
        : Expression.Condition(test, yes, no);

    private static Expression Either(Expression test, Expression yes, Expression no) => Same.Are(yes, no)
        ? yes
        : Conditions.Or(Conditions.And(test, yes), Conditions.And(Conditions.Not(test), no));

    private static IEnumerable<int> Codes(Expression node) => node is ConditionalExpression choice
        ? Codes(choice.IfTrue).Concat(Codes(choice.IfFalse))
        : [(int)((ConstantExpression)node).Value!];
}
