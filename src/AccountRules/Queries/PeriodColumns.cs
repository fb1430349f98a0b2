using System.Linq.Expressions;
using AccountRules.Expressions;
using AccountRules.Wording;

namespace AccountRules.Queries;

/// <summary>
/// Turns whether a period begins before a date into a comparison of the columns that the mapping makes it of: no database knows a <see cref="Period"/>. One
/// that is made otherwise is refused, because the query would judge facts from before the policy.
/// </summary>
internal sealed class PeriodColumns(Rule rule) : ExpressionVisitor
{
    private const int MonthsOfQuarter = 3;
    private const int MonthsOfYear = 12;

    protected override Expression VisitBinary(BinaryExpression node) =>
        node is { NodeType: ExpressionType.LessThan, Right: ConstantExpression { Value: DateOnly day } } && Tree.PeriodOf(node.Left) is { } period
            ? BeginsBefore(period, Period.FirstMonthFrom(day)) ?? throw Unread(period)
            : base.VisitBinary(node);

    /// <summary>Whether a period begins before a month, counted from January of the year 1.</summary>
    private static Expression? BeginsBefore(Expression period, int month) => period is not MethodCallExpression { Object: null } made
        || made.Method.DeclaringType != typeof(Period) ? null : (made.Method.Name, made.Arguments) switch
        {
            (nameof(Period.Month), [MemberExpression { Member.Name: "Year" } year, MemberExpression { Member.Name: "Month" } ofYear])
                when Date(year, ofYear) is { } date => IsBefore(date, month),
            (nameof(Period.Month), [var year, var ofYear]) => Less(Parts(year, ofYear, MonthsOfYear), month + MonthsOfYear + 1),
            (nameof(Period.Quarter), [var year, var quarter]) => Less(Parts(year, quarter, parts: 4), Up(month, MonthsOfQuarter) + 4 + 1),
            (nameof(Period.Year), [var year]) => Less(year, Up(month, MonthsOfYear) + 1),
            _ => null,
        };

    /// <summary>The date whose year and month are both read.</summary>
    private static Expression? Date(MemberExpression year, MemberExpression month) =>
        year.Expression is { } date
        && (date.Type == typeof(DateOnly) || date.Type == typeof(DateTime))
        && string.Equals(date.ToString(), month.Expression?.ToString(), StringComparison.Ordinal) ? date : null;

    private static Expression IsBefore(Expression date, int month)
    {
        if (month / MonthsOfYear >= DateOnly.MaxValue.Year)
            return Expression.Constant(true);

        var first = new DateOnly(month / MonthsOfYear + 1, month % MonthsOfYear + 1, 1);
        return Expression.LessThan(
            date, date.Type == typeof(DateOnly) ? Expression.Constant(first) : Expression.Constant(first.ToDateTime(TimeOnly.MinValue)));
    }

    private static BinaryExpression Parts(Expression year, Expression part, int parts) =>
        Expression.Add(Expression.Multiply(year, Expression.Constant(parts)), part);

    private static BinaryExpression Less(Expression value, int than) => Expression.LessThan(value, Expression.Constant(than));

    private static int Up(int months, int length) => (months + length - 1) / length;

    private NotSupportedException Unread(Expression period) => new(
        $"Rule `{rule.Id}` is in force from {Texts.Date(rule.Info.EffectiveFrom!.Value)} on, and a query cannot tell whether `{period}` begins before that: "
        + $"map the period as Period.Month, Period.Quarter or Period.Year of columns, such as Period.Month(row.StartsOn.Year, row.StartsOn.Month); "
        + $"or filter those periods out yourself and take the rule from a policy without it, "
        + $"new Policy(policy.Terms with {{ EffectiveFrom = null }}).");
}
