using System.Linq.Expressions;
using AccountRules.Expressions;

namespace AccountRules.Queries;

/// <summary>A rule's expression as parts of a query: a case over its grades, or the condition under which it yields some of them.</summary>
internal sealed class QueryTree<TFact>
    where TFact : class
{
    private readonly Rule<TFact> rule;
    private readonly Expression body;

    public QueryTree(Rule<TFact> rule, IQueryable source, DateOnly asOf)
        : this(rule, rule.QueryExpression, source, asOf)
    {
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
            tree = new PeriodColumns(rule).Visit(tree);
            ApplicationCode.Refuse(rule, tree);
        }

        body = isInMemory
            ? Replacement.Apply(Expression.Lambda(new Lowering(isWhole: false).Visit(tree), Tree.AsOf), Expression.Constant(asOf))
            : new ColumnComparisons(asOf, rule.Id).Visit(tree);
    }

    public ParameterExpression Row { get; }

    /// <summary>Each grade's, or cause's, code replaced by a value; branches with equal values become one.</summary>
    public Expression Case(Func<Verdict, Expression> value) => Case(body, value);

    public Expression Standing() => Case(v => Expression.Constant(v.Standing));

    public Expression Band() => Case(v => Expression.Constant(v.Cause == Cause.None ? rule.Grades[v.Grade].Band : null, typeof(string)));

    public Expression<Func<TFact, bool>> When(Func<Verdict, bool> isWanted) => Expression.Lambda<Func<TFact, bool>>(When(body, isWanted), Row);

    /// <summary>
    /// A condition that always holds, and that a provider must run the rule for: what it cannot run it would otherwise work out itself, in the last projection,
    /// without a word.
    /// </summary>
    public Expression<Func<TFact, bool>> RunsInProvider() =>
        NeverIs(Case(v => Expression.Constant(v.Grade)), Expression.Constant(short.MinValue - 1));

    /// <summary>The same for a value, and another one that it never has.</summary>
    public Expression<Func<TFact, bool>> NeverIs(Expression value, Expression other) =>
        Expression.Lambda<Func<TFact, bool>>(Expression.NotEqual(value, other), Row);

    private Expression Case(Expression node, Func<Verdict, Expression> value)
    {
        if (node is not ConditionalExpression choice)
            return value(rule.VerdictOf((int)((ConstantExpression)node).Value!));

        if (choice.Test is ConstantExpression { Value: bool known })
            return Case(known ? choice.IfTrue : choice.IfFalse, value);

        var (yes, no) = (Case(choice.IfTrue, value), Case(choice.IfFalse, value));
        return yes is ConstantExpression { Value: var y } && no is ConstantExpression { Value: var n } && Equals(y, n)
            ? yes
            : Expression.Condition(choice.Test, yes, no);
    }

    private Expression When(Expression node, Func<Verdict, bool> isWanted)
    {
        if (node is not ConditionalExpression choice)
            return Expression.Constant(isWanted(rule.VerdictOf((int)((ConstantExpression)node).Value!)));

        var (test, yes, no) = (choice.Test, When(choice.IfTrue, isWanted), When(choice.IfFalse, isWanted));
        return (yes, no) switch
        {
            (ConstantExpression { Value: var y }, ConstantExpression { Value: var n }) when Equals(y, n) => yes,
            _ => Conditions.Or(Conditions.And(test, yes), Conditions.And(Conditions.Not(test), no)),
        };
    }
}
