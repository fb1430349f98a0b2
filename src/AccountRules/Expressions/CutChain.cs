using System.Linq.Expressions;

namespace AccountRules.Expressions;

/// <summary>
/// The comparisons by which <see cref="Tree.Place"/> finds a value's band, read back from an expression: one value, asked for its cuts from the highest down. A
/// value is an amount, or a part of <see cref="Whole"/>, or a date in days since <see cref="Start"/>.
/// </summary>
internal sealed record CutChain(Expression Value, Expression? Whole, Expression? Start, Cut[] Cuts, int From)
{
    /// <summary>A date that is counted from <see cref="Start"/> by a calendar or less pauses, where days are.</summary>
    public MethodCallExpression? Counted { get; private init; }

    public static CutChain? Of(Expression node)
    {
        List<CutChain> asked = [];
        while (node is ConditionalExpression { Test: BinaryExpression test, IfTrue: ConstantExpression { Value: int grade } } condition)
        {
            if (Of(test) is not { } next || (asked.Count > 0 && !next.Follows(asked[0], grade + asked.Count)))
                return null;

            asked.Add(next with { From = grade });
            node = condition.IfFalse;
        }

        if (asked.Count == 0 || node is not ConstantExpression { Value: int lowest } || lowest != asked[0].From - asked.Count)
            return null;

        var cuts = new Cut[asked.Count];
        for (var i = 0; i < cuts.Length; i++)
            cuts[i] = asked[^(i + 1)].Cuts[0];

        return IsAscending(cuts) ? asked[0] with { Cuts = cuts, From = lowest } : null;
    }

    /// <summary>One comparison with one cut.</summary>
    public static CutChain? Of(BinaryExpression test)
    {
        Edge edge;
        if (test.NodeType == ExpressionType.GreaterThan)
            edge = Edge.Above;
        else if (test.NodeType == ExpressionType.GreaterThanOrEqual)
            edge = Edge.From;
        else
            return null;

        return test.IsLifted || DayNumbers.MayLeaveCalendar(test.Left) ? null : test.Right switch
        {
            ConstantExpression { Value: decimal at } => new(test.Left, null, null, [new(at, edge)], 0),
            BinaryExpression { NodeType: ExpressionType.Multiply, Left: ConstantExpression { Value: decimal at } } product => new(
                test.Left, product.Right, null, [new(at, edge)], 0),
            MethodCallExpression { Method.Name: nameof(DateOnly.AddDays), Object: { } start } later
                when later.Arguments[0] is ConstantExpression { Value: int day } && !DayNumbers.MayLeaveCalendar(start) =>
                new(test.Left, null, start, [new(day, edge)], 0),
            MethodCallExpression counted when CountedDays.IsDate(counted) && CountedDays.IsLast(counted) && CountedDays.IsFixed(counted) && edge == Edge.Above
                && !DayNumbers.MayLeaveCalendar(counted.Arguments[1]) =>
                new(test.Left, null, counted.Arguments[1], [new(CountedDays.CountOf(counted), edge)], 0) { Counted = counted },
            _ => null,
        };
    }

    private bool Follows(CutChain first, int from) => Value == first.Value && Whole == first.Whole && Start == first.Start && from == first.From
        && Counted?.Arguments[3] == first.Counted?.Arguments[3] && Counted?.Arguments[4] == first.Counted?.Arguments[4];

    private static bool IsAscending(Cut[] cuts)
    {
        for (var i = 1; i < cuts.Length; i++)
        {
            if (cuts[i] <= cuts[i - 1])
                return false;
        }

        return true;
    }
}
