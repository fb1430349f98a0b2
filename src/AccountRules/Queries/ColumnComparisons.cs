using System.Globalization;
using System.Linq.Expressions;
using AccountRules.Expressions;

namespace AccountRules.Queries;

/// <summary>
/// Turns the comparisons of a rule so that the column stands alone on one side and can be looked up in an index: <c>asOf &gt; start.AddDays(90)</c> becomes
/// <c>start &lt; @date</c>, with the date worked out here. Two columns are compared as <c>end.AddDays(-90) &gt; start</c>, and with days of the row as
/// <c>@asOf.AddDays(-days) &gt; start</c>, always by an earlier date: past its end SQLite's calendar gives nothing, before its beginning it goes on.
/// Ratios are compared by whole numbers, and what is kept as scaled integers as integers. What databases work out each in their own way is refused.
/// </summary>
internal sealed class ColumnComparisons(DateOnly asOf, string rule, IQueryable<CalendarDay>? calendar = null) : ExpressionVisitor
{
    private readonly MemberExpression evaluationDate = QueryParameter.Of(asOf);

    private CountedColumns Counted => field ??= new(asOf, rule, calendar, node => Visit(node)!);

    protected override Expression VisitParameter(ParameterExpression node) => node == Tree.AsOf ? evaluationDate : node;

    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (Counted.Compare(node) is { } counted)
            return counted;

        if (MonthsOf(node.Right) is var (begin, months) && node.Left == Tree.AsOf)
            return Compare(node.NodeType, begin, months) ?? base.VisitBinary(node);

        if (MonthsOf(node.Left) is var (since, many) && node.Right == Tree.AsOf)
            return Compare(Tree.Mirrored(node.NodeType), since, many) ?? base.VisitBinary(node);

        if (ShiftOf(node.Right) is var (start, days))
            return Compare(node.Left, node.NodeType, start, days);

        if (ShiftOf(node.Left) is var (from, more))
            return Compare(node.Right, Tree.Mirrored(node.NodeType), from, more);

        if (DaysOfRow(node.Right) is var (of, by) && node.Left == Tree.AsOf)
            return Expression.MakeBinary(node.NodeType, Back(by), Visit(of));

        if (DaysOfRow(node.Left) is var (begun, ago) && node.Right == Tree.AsOf)
            return Expression.MakeBinary(node.NodeType, Visit(begun), Back(ago));

        return node.NodeType switch
        {
            ExpressionType.AndAlso => Conditions.And(Visit(node.Left), Visit(node.Right)),
            ExpressionType.OrElse => Conditions.Or(Visit(node.Left), Visit(node.Right)),
            ExpressionType.Equal or ExpressionType.NotEqual when node.Right is ConstantExpression { Value: null } => IsMissing(node),
            ExpressionType.Equal when Choice(node) is { } condition => Visit(condition),
            ExpressionType.Divide when IsDecimal(node.Type) => Visit(WholeNumbers.Product(node) ?? throw new NotSupportedException(
                $"Rule `{rule}` cannot be run in a database: its mapping divides in `{node}`, and databases cut quotients each in their own way. "
                + $"Divide by a number such as 100 whose reciprocal has an end, map the members that are divided, or assess in memory.")),
            _ => WholeNumbers.Compare(node) is { } whole ? Visit(whole) : base.VisitBinary(node),
        };
    }

    protected override Expression VisitUnary(UnaryExpression node) =>
        node.NodeType == ExpressionType.Convert && IsDecimal(node.Type) && IsFloating(node.Operand.Type) ? throw Floating(node.Operand) : base.VisitUnary(node);

    private NotSupportedException Floating(Expression number) => new(
        $"Rule `{rule}` cannot be run in a database: its mapping makes a decimal of `{number}`, a floating point number, which databases round "
        + $"each in their own way. Keep the column as a decimal or as an integer of the smallest unit, or assess in memory.");

    /// <summary>Of the numbers, floating point lies between the integers and the decimals.</summary>
    private static bool IsFloating(Type type) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) is > TypeCode.UInt64 and < TypeCode.Decimal;

    private static bool IsDecimal(Type type) => type == typeof(decimal) || type == typeof(decimal?);

    /// <summary>A date beside one that lies a number of days after another.</summary>
    private Expression Compare(Expression date, ExpressionType type, Expression start, int days)
    {
        if ((date == Tree.AsOf ? asOf : (date as ConstantExpression)?.Value as DateOnly?) is not { } known)
            return Expression.MakeBinary(type, Earlier(Visit(date), days), Earlier(Visit(start), -days));

        // No column has a date outside the calendar: it lies after one before its first day, and before one after its last.
        var day = known.DayNumber - days;
        if (day < 0)
            return Expression.Constant(type is ExpressionType.LessThan or ExpressionType.LessThanOrEqual or ExpressionType.NotEqual);

        return day > DateOnly.MaxValue.DayNumber
            ? Expression.Constant(type is ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual or ExpressionType.NotEqual)
            : Expression.MakeBinary(Tree.Mirrored(type), Visit(start), QueryParameter.Of(known, days));
    }

    /// <summary>
    /// The evaluation date beside one that lies a number of months after a column: the column stands beside the latest date whose months are over by then.
    /// SQLite and others count on into the next month where the calendar's last day is meant, so that no database is asked to add months.
    /// </summary>
    private Expression? Compare(ExpressionType type, Expression start, int months) => type switch
    {
        ExpressionType.GreaterThanOrEqual => UpTo(start, Latest(asOf, months)),
        ExpressionType.GreaterThan => UpTo(start, asOf > DateOnly.MinValue ? Latest(asOf.AddDays(-1), months) : null),
        ExpressionType.LessThan => Conditions.Not(UpTo(start, Latest(asOf, months))),
        ExpressionType.LessThanOrEqual => Conditions.Not(UpTo(start, asOf > DateOnly.MinValue ? Latest(asOf.AddDays(-1), months) : null)),
        _ => null,
    };

    private Expression UpTo(Expression start, DateOnly? latest) =>
        latest is { } date ? Expression.LessThanOrEqual(Visit(start), QueryParameter.Of(date)) : Expression.Constant(false);

    /// <summary>The latest date from which a number of months, 0 or more, is over by another date; <c>null</c> where none is.</summary>
    private static DateOnly? Latest(DateOnly by, int months)
    {
        var month = (by.Year - 1) * 12 + by.Month - 1 - months;
        if (month < 0)
            return null;

        var date = by.AddMonths(-months);
        while (date < by
            && date.AddDays(1) is var next
            && (next.Year - 1) * 12 + next.Month - 1 + months <= (by.Year - 1) * 12 + by.Month - 1
            && next.AddMonths(months) <= by)
        {
            date = next;
        }

        return date;
    }

    private static (Expression Start, int Months)? MonthsOf(Expression date) =>
        date is MethodCallExpression
        {
            Method.Name: nameof(
            DateOnly.AddMonths) or nameof(DateOnly.AddYears), Object: { } start, Arguments: [ConstantExpression { Value: >= 0 and int count }]
        } call
            && start.Type == typeof(DateOnly)
            ? (start, call.Method.Name == nameof(DateOnly.AddYears) ? count * 12 : count) : null;

    protected override Expression VisitMethodCall(MethodCallExpression node) => Counted.Known(node) is { } known ? known
        : node.Method.Name is nameof(DateOnly.AddMonths) or nameof(DateOnly.AddYears) && node.Object?.Type == typeof(DateOnly)
            ? throw new NotSupportedException(
                $"Rule `{rule}` adds months or years in `{node}`, which databases do each in their own way: "
                + $"compare the evaluation date with a column plus a constant number of them, by <, <=, > or >=; or assess the rows in memory.")
        : node is { Method.Name: nameof(Convert.ToDecimal), Arguments: [var number] } && IsFloating(number.Type) ? throw Floating(number)
            : base.VisitMethodCall(node);

    private static (Expression Start, int Days)? ShiftOf(Expression date) =>
        date is MethodCallExpression { Method.Name: nameof(DateOnly.AddDays), Object: { } start, Arguments: [ConstantExpression { Value: int days }] }
            && start.Type == typeof(DateOnly) ? (start, days) : null;

    /// <summary>A date so many days after another one as the row says.</summary>
    private static (Expression Start, Expression Days)? DaysOfRow(Expression date) =>
        date is MethodCallExpression { Method.Name: nameof(DateOnly.AddDays), Object: { } start, Arguments: [not ConstantExpression and var days] }
            && start.Type == typeof(DateOnly) ? (start, days) : null;

    /// <summary>The evaluation date so many days ago as a row says.</summary>
    private MethodCallExpression Back(Expression days) =>
        Expression.Call(evaluationDate, nameof(DateOnly.AddDays), typeArguments: null, Expression.Negate(Visit(days)));

    /// <summary>A quotient or a conversion is missing where its column is.</summary>
    private BinaryExpression IsMissing(BinaryExpression node)
    {
        var value = node.Left;
        while (value is UnaryExpression { NodeType: ExpressionType.Convert, IsLifted: true }
            or BinaryExpression
            {
                NodeType: ExpressionType.Divide, IsLifted: true, Right: ConstantExpression or UnaryExpression { Operand: ConstantExpression },
            })
        {
            value = value is UnaryExpression convert ? convert.Operand : ((BinaryExpression)value).Left;
        }

        return Expression.MakeBinary(node.NodeType, Visit(value), Expression.Constant(null, value.Type));
    }

    /// <summary><c>(flag ? A : B) == A</c>, as a mapping of a flag to an enumeration gives it, is the flag.</summary>
    private static Expression? Choice(BinaryExpression node)
    {
        var value = node.Left is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : node.Left;
        if (node.Right is not ConstantExpression { Value: int wanted }
            || value is not ConditionalExpression { IfTrue: ConstantExpression { Value: Enum yes }, IfFalse: ConstantExpression { Value: Enum no } } choice)
        {
            return null;
        }

        return (Convert.ToInt32(yes, CultureInfo.InvariantCulture) == wanted, Convert.ToInt32(no, CultureInfo.InvariantCulture) == wanted) switch
        {
            (true, false) => choice.Test,
            (false, true) => Conditions.Not(choice.Test),
            _ => null,
        };
    }

    /// <summary>The date so many days earlier; a later one is not made.</summary>
    private static Expression Earlier(Expression date, int days) =>
        days <= 0 ? date : Expression.Call(date, nameof(DateOnly.AddDays), typeArguments: null, Expression.Constant(-days));
}
