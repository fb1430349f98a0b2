using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace AccountRules.Expressions;

/// <summary>
/// Reads off an expression when its answer may change by the calendar alone: of the comparisons with the evaluation date that are asked as of a date, the first
/// later date on which one is answered otherwise. Until then the same ones are asked.
/// </summary>
/// <param name="asOf">The evaluation date in the expression.</param>
internal sealed class Turning(ParameterExpression asOf)
{
    private const long Never = long.MaxValue;
    private const long Missing = long.MinValue;

    private Expression? unread;

    /// <summary>
    /// Where a condition reads the evaluation date, its second parameter, and does not compare it with another date; <c>null</c> where it never does.
    /// </summary>
    public static Expression? Unread(LambdaExpression condition)
    {
        var turning = new Turning(condition.Parameters[1]);
        turning.Of(condition.Body);
        return turning.unread;
    }

    /// <summary>The first date after another on which one of the rules may yield something else; <c>null</c> where none ever does.</summary>
    public static Func<TFact, DateOnly, DateOnly?> Compile<TFact>(params IEnumerable<Expression<Func<TFact, DateOnly, int>>> rules)
    {
        var fact = Expression.Parameter(typeof(TFact), "fact");
        var turning = new Turning(Tree.AsOf);
        var first = rules.Select(rule => turning.Of(Replacement.Apply(rule, fact, Tree.AsOf))).Aggregate(First) ?? Expression.Constant(Never);
        if (turning.unread is { } unread)
            throw new InvalidOperationException($"The days on which the rule turns cannot be read off: {unread}");

        return Lowering.Compile(Expression.Lambda<Func<TFact, DateOnly, DateOnly?>>(Call((Func<long, DateOnly?>)Date, first), fact, Tree.AsOf));
    }

    /// <summary>The number of the day on which the answer may be another; <c>null</c> where it always stays.</summary>
    private Expression? Of(Expression node) => node switch
    {
        ConditionalExpression choice => Branch(choice.Test, Of(choice.IfTrue), Of(choice.IfFalse)),
        BinaryExpression { NodeType: ExpressionType.AndAlso } both => Branch(both.Left, Of(both.Right), null),
        BinaryExpression { NodeType: ExpressionType.OrElse } either => Branch(either.Left, null, Of(either.Right)),
        BinaryExpression pair when pair.Left.Type == typeof(bool) && pair.Right.Type == typeof(bool) => First(Of(pair.Left), Of(pair.Right)),
        UnaryExpression { NodeType: ExpressionType.Not } not => Of(not.Operand),
        InvocationExpression said => said.Arguments.Prepend(said.Expression).Select(Of).Aggregate(First),
        BinaryExpression compare when Tree.Narrowed(compare.Left) == asOf && !Reads(compare.Right) => On(compare.NodeType, compare.Right, node),
        BinaryExpression compare when Tree.Narrowed(compare.Right) == asOf && !Reads(compare.Left) => On(Tree.Mirrored(compare.NodeType), compare.Left, node),
        _ => Reads(node) ? CannotRead(node) : null,
    };

    /// <summary>When the test is answered otherwise, and until then whatever is asked after it.</summary>
    private Expression? Branch(Expression test, Expression? yes, Expression? no) => First(Of(test), yes is null && no is null
        ? null
        : Expression.Condition(test, yes ?? Expression.Constant(Never), no ?? Expression.Constant(Never)));

    /// <summary>
    /// When the evaluation date compares otherwise with another date: on that one, on the day after it, or on both. A date that is missing never comes.
    /// </summary>
    private Expression? On(ExpressionType type, Expression date, Expression node)
    {
        var day = DayNumbers.Of(date);
        if (day.Type != typeof(long))
            day = Expression.Coalesce(day, Expression.Constant(Missing));

        return type switch
        {
            ExpressionType.GreaterThanOrEqual or ExpressionType.LessThan => Call((Func<long, DateOnly, long>)When, day, Tree.AsOf),
            ExpressionType.GreaterThan or ExpressionType.LessThanOrEqual => Call((Func<long, DateOnly, long>)WhenPast, day, Tree.AsOf),
            ExpressionType.Equal or ExpressionType.NotEqual => Call((Func<long, DateOnly, long>)WhenOrPast, day, Tree.AsOf),
            _ => CannotRead(node),
        };
    }

    private Expression? CannotRead(Expression node)
    {
        unread ??= node;
        return null;
    }

    private bool Reads(Expression node)
    {
        var search = new Search(asOf);
        search.Visit(node);
        return search.IsFound;
    }

    private static Expression? First(Expression? one, Expression? other) =>
        one is null ? other : other is null ? one : Call((Func<long, long, long>)Math.Min, one, other);

    private static MethodCallExpression Call(Delegate method, params Expression[] arguments) => Expression.Call(method.Method, arguments);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long When(long day, DateOnly after) => day > after.DayNumber ? day : Never;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long WhenPast(long day, DateOnly after) => day >= after.DayNumber ? day + 1 : Never;

    private static long WhenOrPast(long day, DateOnly after) => day == after.DayNumber ? day + 1 : When(day, after);

    /// <summary>A day past the end of the calendar never comes.</summary>
    private static DateOnly? Date(long day) => day <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)day) : null;

    private sealed class Search(ParameterExpression sought) : ExpressionVisitor
    {
        public bool IsFound { get; private set; }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            IsFound |= node == sought;
            return node;
        }
    }
}
