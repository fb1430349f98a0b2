using System.Linq.Expressions;

namespace AccountRules.Trees;

/// <summary>
/// The comparisons by which <see cref="Tree.Place"/> finds a value's band, read back from an expression: one value, asked for its cuts from the highest down. A value is
/// an amount, or a part of <see cref="Whole"/>, or a date in days since <see cref="Start"/>.
/// </summary>
internal sealed record CutChain(Expression Value, Expression? Whole, Expression? Start, Cut[] Cuts, int From)
{
    public static CutChain? Of(Expression node)
    {
        List<Cut> cuts = [];
        CutChain? first = null;
        while (node is ConditionalExpression { Test: BinaryExpression test, IfTrue: ConstantExpression { Value: int grade } } condition)
        {
            if (Of(test) is not { } asked || (first is not null && !(asked.Value == first.Value && asked.Whole == first.Whole && asked.Start == first.Start && grade == first.From - cuts.Count)))
                return null;

            first ??= asked with { From = grade };
            cuts.Insert(0, asked.Cuts[0]);
            node = condition.IfFalse;
        }

        return first is not null && node is ConstantExpression { Value: int lowest } && lowest == first.From - cuts.Count && IsAscending(cuts)
            ? first with { Cuts = [.. cuts], From = lowest }
            : null;
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

        return test.IsLifted ? null : test.Right switch
        {
            ConstantExpression { Value: decimal at } => new(test.Left, null, null, [new(at, edge)], 0),
            BinaryExpression { NodeType: ExpressionType.Multiply, Left: ConstantExpression { Value: decimal at } } product => new(test.Left, product.Right, null, [new(at, edge)], 0),
            MethodCallExpression { Method.Name: nameof(DateOnly.AddDays), Object: { } start } later when later.Arguments[0] is ConstantExpression { Value: int day } =>
                new(test.Left, null, start, [new(day, edge)], 0),
            _ => null,
        };
    }

    private static bool IsAscending(List<Cut> cuts)
    {
        for (var i = 1; i < cuts.Count; i++)
        {
            if (cuts[i] <= cuts[i - 1])
                return false;
        }

        return true;
    }
}
