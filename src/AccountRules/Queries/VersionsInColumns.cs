using System.Linq.Expressions;
using AccountRules.Expressions;
using AccountRules.Wording;

namespace AccountRules.Queries;

/// <summary>Says to a database which version of a policy a row's period goes by: whether it begins, or ends, on a version's first day or later.</summary>
internal sealed class VersionsInColumns(Rule rule, ParameterExpression row, DateOnly asOf) : ExpressionVisitor
{
    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node is { NodeType: ExpressionType.GreaterThan, Right: MemberExpression { Expression: { } running, Member.Name: nameof(Period.End) } }
            && node.Left == Tree.AsOf && running.Type == typeof(Period) && PeriodInColumns.Of(running, row, asOf) is { } now)
        {
            return now.HasEnded;
        }

        if (node is not
            {
                NodeType: ExpressionType.GreaterThanOrEqual, Left: MemberExpression { Expression: { } period, Member.Name: var day },
                Right: ConstantExpression { Value: DateOnly from },
            } || period.Type != typeof(Period))
        {
            return base.VisitBinary(node);
        }

        if (from == DateOnly.MinValue)
            return Expression.Constant(true);

        // A period begins on a day or later exactly if it has not begun by the day before, and ends then or later exactly if it has not ended by then.
        var begins = day == nameof(Period.Start);
        var asked = PeriodInColumns.Of(period, row, begins ? from.AddDays(-1) : from, isTerm: true) ?? throw new NotSupportedException(
            $"Rule `{rule.Id}` has versions of the policy, of which one is in force from {Texts.Date(from)} on, and a database cannot tell whether `{period}` "
            + $"goes by it: map the period as {PeriodInColumns.Mend}; "
            + "or query the rows of one version by its own rule, history.At(date).");
        ApplicationCode.Refuse(rule, asked.HasBegun, asked.HasEnded);
        return Conditions.Not(begins ? asked.HasBegun : asked.HasEnded);
    }
}
