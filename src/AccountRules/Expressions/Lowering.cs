using System.Linq.Expressions;
using AccountRules.Measures;
using AccountRules.Numbers;

namespace AccountRules.Expressions;

/// <summary>
/// Makes a rule's expression exact in memory, where <c>decimal</c> rounds past 28 digits and a date ends with the year 9999. Providers of databases get the
/// expression itself.
/// </summary>
/// <param name="isWhole">
/// Whether the whole expression is compiled: the comparisons of a value with the cuts of a scale then become one step without a branch, and what all facts
/// share is prepared once. Otherwise the expression keeps its shape.
/// </param>
internal sealed class Lowering(bool isWhole) : ExpressionVisitor
{
    private readonly List<(ParameterExpression Variable, Expression Value)> prepared = [];

    public static TDelegate Compile<TDelegate>(Expression<TDelegate> expression)
        where TDelegate : Delegate
    {
        var lowering = new Lowering(isWhole: true);
        var body = lowering.Visit(expression.Body);
        return Expression.Lambda<TDelegate>(Loaded.In(lowering.Around(body)), expression.Parameters).Compile();
    }

    /// <summary>A rule with what its codes come to.</summary>
    public static Func<TFact, DateOnly, TOutcome> Compile<TFact, TOutcome>(Expression<Func<TFact, DateOnly, int>> rule, OutcomeTable<TOutcome> table) =>
        Compile(Expression.Lambda<Func<TFact, DateOnly, TOutcome>>(
            Expression.Call(Expression.Constant(table), nameof(OutcomeTable<>.Of), typeArguments: null, rule.Body), rule.Parameters));

    /// <summary>The expression, after what it needs is prepared.</summary>
    public Expression Around(Expression body) => prepared.Count == 0 ? body : AroundPrepared(body);

    private BlockExpression AroundPrepared(Expression body) =>
        Expression.Block(prepared.Select(p => p.Variable), [.. prepared.Select(p => Expression.Assign(p.Variable, p.Value)), body]);

    protected override Expression VisitConditional(ConditionalExpression node) => CountedDays.PausesIn(node.Test) is { } pauses and not ConstantExpression
        ? Expression.Condition(Tree.IsNull(Visit(pauses)), Visit(Unpaused.Of(node.IfFalse)), base.VisitConditional(node))
        : isWhole && CutChain.Of(node) is { } chain ? chain.From == 0 ? Past(chain) : Expression.Add(Expression.Constant(chain.From), Past(chain))
        : base.VisitConditional(node);

    /// <summary>A fact without pauses, which most are, is asked nothing of them.</summary>
    private sealed class Unpaused : ExpressionVisitor
    {
        private static readonly Unpaused Visitor = new();
        private static readonly ConstantExpression None = Expression.Constant(null, typeof(Pauses));

        public static Expression Of(Expression node) => Visitor.Visit(node);

        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            CountedDays.IsDate(node)
                ? CountedDays.Simplified(node.Update(node.Object, [node.Arguments[0], Visit(node.Arguments[1]), node.Arguments[2], None, node.Arguments[4]]))
                : base.VisitMethodCall(node);
    }

    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node is { NodeType: ExpressionType.GreaterThan, Right: ConstantExpression { Value: >= Exact.PastLow } large } && node.Left.Type == typeof(decimal))
            return Call(Exact.IsAboveLarge, Visit(node.Left), large);

        if (CutChain.Of(node) is { } chain)
            return Expression.NotEqual(Past(chain), Expression.Constant(0));

        if (DayNumbers.Compare(node) is { } days)
            return base.VisitBinary(days);

        if (isWhole && (MaybeDate.Compare(node, Day, Visit) ?? IsMissing(node)) is { } asked)
            return asked;

        if (node.NodeType is not (ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual or ExpressionType.LessThan or ExpressionType.LessThanOrEqual))
            return base.VisitBinary(node);

        if (node.Left.Type == typeof(decimal) && node.Right is BinaryExpression { NodeType: ExpressionType.Multiply } product)
        {
            return Expression.MakeBinary(
                node.NodeType, Call(Exact.Compare, Visit(node.Left), Visit(product.Left), Visit(product.Right)), Expression.Constant(0));
        }

        if (node.Left.Type == typeof(decimal) && node.Right is ConstantExpression { Value: 0m })
            return Expression.MakeBinary(node.NodeType, Call(Exact.Sign, Visit(node.Left)), Expression.Constant(0));

        // A period's days are numbers already.
        if (node.NodeType == ExpressionType.GreaterThan && node.Right == Tree.AsOf && PeriodOf(node.Left, nameof(Period.Start)) is { } later)
            return Expression.GreaterThan(Expression.Property(Visit(later), nameof(Period.StartDay)), AsOfDay());

        if (node.NodeType == ExpressionType.GreaterThan && node.Left == Tree.AsOf && PeriodOf(node.Right, nameof(Period.End)) is { } ended)
            return Expression.GreaterThan(AsOfDay(), Expression.Property(Visit(ended), nameof(Period.LastDay)));

        if (Tree.PeriodOf(node.Left) is { } dated && node is { NodeType: ExpressionType.LessThan, Right: ConstantExpression { Value: DateOnly day } })
            return Expression.LessThan(Expression.Property(Visit(dated), nameof(Period.StartDay)), Expression.Constant(day.DayNumber));

        return base.VisitBinary(node);
    }

    /// <summary>Whether a date or a decimal is missing, by its flag alone: as it is written, its value is compared too.</summary>
    private Expression? IsMissing(BinaryExpression node)
    {
        if (node is not { NodeType: ExpressionType.Equal or ExpressionType.NotEqual, Right: ConstantExpression { Value: null } }
            || Nullable.GetUnderlyingType(node.Left.Type) is null)
        {
            return null;
        }

        var isThere = Expression.Property(Visit(node.Left), nameof(Nullable<>.HasValue));
        return node.NodeType == ExpressionType.Equal ? Expression.Not(isThere) : isThere;
    }

    /// <summary>Of how many bands the value is above the cut.</summary>
    private Expression Past(CutChain chain)
    {
        if (chain.Start is null)
        {
            var cuts = chain.Whole is null ? (object)new AmountCuts(chain.Cuts) : new RatioCuts(chain.Cuts);
            return Visit(Past(chain.Value, chain.Whole, Prepare(Expression.Constant(cuts))));
        }

        var elapsed = Expression.Variable(typeof(int), "elapsed");
        Expression? past = null;
        foreach (var cut in chain.Cuts)
        {
            var one = Call(Exact.One, Tree.Past(cut, elapsed, Expression.Constant((int)cut.At)));
            past = past is null ? one : Expression.Add(past, one);
        }

        var days = chain.Counted is { } counted
            ? Expression.Convert(CountedDays.Elapsed(counted, Number(chain.Start), Number(chain.Value)), typeof(int))
            : (Expression)Expression.Subtract(Day(chain.Value), Day(chain.Start));
        return Expression.Block([elapsed], Expression.Assign(elapsed, days), past!);

        Expression Number(Expression date) => Expression.Convert(Day(date), typeof(long));
    }

    /// <summary>Of how many cuts, which are <see cref="AmountCuts"/> or <see cref="RatioCuts"/>, a value is past, or a part of a whole.</summary>
    public static Expression Past(Expression value, Expression? whole, Expression cuts) => Expression.Call(
        cuts, nameof(RatioCuts.Past), typeArguments: null,
        whole is null ? [value]
            : TimesOf(value) is var (part, partTimes) && TimesOf(whole) is var (all, wholeTimes) && partTimes.Type == wholeTimes.Type
                ? [part, partTimes, all, wholeTimes]
                : [value, whole]);

    /// <summary>A value that is taken a number of times: a whole one, which a share is, or any.</summary>
    private static (Expression Value, Expression Times)? TimesOf(Expression node) =>
        node is not BinaryExpression { NodeType: ExpressionType.Multiply, IsLifted: false, Left: var value, Right: var times } ? null
            : times is UnaryExpression { NodeType: ExpressionType.Convert, Operand: var whole } && whole.Type == typeof(int) ? (value, whole)
            : (value, times);

    private Expression Prepare(Expression value)
    {
        if (!isWhole)
            return value;

        var variable = Expression.Variable(value.Type);
        prepared.Add((variable, value));
        return variable;
    }

    private Expression AsOfDay() => Prepare(Expression.Property(Tree.AsOf, nameof(DateOnly.DayNumber)));

    /// <summary>The period of which a date is the first day, or the last.</summary>
    private static Expression? PeriodOf(Expression date, string day) =>
        date is MemberExpression { Expression: { } period } member && period.Type == typeof(Period) && member.Member.Name == day ? period : null;

    private Expression Day(Expression date) =>
        date == Tree.AsOf && isWhole ? AsOfDay() : Expression.Property(Visit(date), nameof(DateOnly.DayNumber));

    private static MethodCallExpression Call(Delegate method, params Expression[] arguments) => Expression.Call(method.Method, arguments);
}
