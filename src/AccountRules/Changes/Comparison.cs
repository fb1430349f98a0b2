using System.Linq.Expressions;
using AccountRules.Expressions;

namespace AccountRules.Changes;

/// <summary>A comparison read as a question on an axis: is the value past the cut; of an equality, also not past the next one.</summary>
/// <param name="Axis">The axis.</param>
/// <param name="Cut">The cut; of an axis of whole values, from the first one that is past it.</param>
/// <param name="Next">The cut that must not be past, for an equality.</param>
/// <param name="IsNegated">Whether the comparison says the contrary.</param>
internal sealed record Comparison(Axis Axis, Cut Cut, Cut? Next, bool IsNegated)
{
    /// <summary>The comparison; <c>null</c> where it is none of a value with a constant, or of two dates.</summary>
    public static Comparison? Of(BinaryExpression node, Func<string, bool> isKnown)
    {
        if (node.IsLifted || node.NodeType is not (ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual or ExpressionType.LessThan
            or ExpressionType.LessThanOrEqual or ExpressionType.Equal or ExpressionType.NotEqual))
        {
            return null;
        }

        return node.Left.Type == typeof(DateOnly) && node.Right.Type == typeof(DateOnly) ? OfDates(node.NodeType, node.Left, node.Right, isKnown)
            : IsNumber(node.Left) && IsNumber(node.Right) ? OfNumbers(node.NodeType, node.Left, node.Right)
                ?? OfNumbers(Tree.Mirrored(node.NodeType), node.Right, node.Left)
            : null;
    }

    private static bool IsEnum(Type type) => (Nullable.GetUnderlyingType(type) ?? type).IsEnum;

    private static bool IsNumber(Expression value) =>
        value.Type == typeof(decimal) || ((value.Type == typeof(int) || value.Type == typeof(long)) && !IsEnum(Folding.Stripped(value).Type));

    private static Comparison? OfNumbers(ExpressionType type, Expression value, Expression other)
    {
        // A product of what a fact has, as of a target's share, is a value; one with a constant is the other side of a ratio.
        if (value is ConstantExpression or BinaryExpression { NodeType: ExpressionType.Multiply, Left: ConstantExpression }
            or BinaryExpression { NodeType: ExpressionType.Multiply, Right: ConstantExpression })
        {
            return null;
        }

        return other switch
        {
            ConstantExpression { Value: decimal at } => On(new(value), type, at),
            ConstantExpression { Value: int at } => On(new(value), type, at),
            ConstantExpression { Value: long at } => On(new(value), type, at),
            BinaryExpression { NodeType: ExpressionType.Multiply, Left: ConstantExpression { Value: decimal at }, Right: not ConstantExpression } product =>
                On(new(value, product.Right), type, at),
            BinaryExpression { NodeType: ExpressionType.Multiply, Right: ConstantExpression { Value: decimal at }, Left: not ConstantExpression } product =>
                On(new(value, product.Left), type, at),
            _ => null,
        };
    }

    private static Comparison? OfDates(ExpressionType type, Expression left, Expression right, Func<string, bool> isKnown)
    {
        if (right is MethodCallExpression counted && CountedDays.IsDate(counted) && CountedDays.IsLast(counted) && CountedDays.IsFixed(counted))
            return type == ExpressionType.GreaterThan ? On(new(left, start: counted.Arguments[1], counted: counted), type, CountedDays.CountOf(counted)) : null;

        var ((one, oneShift, oneBy), (other, otherShift, otherBy)) = (Shifted(left), Shifted(right));
        if (one is ConstantExpression)
            return other is ConstantExpression ? null : OfDates(Tree.Mirrored(type), right, left, isKnown);

        const string days = nameof(DateOnly.AddDays);
        if (other is ConstantExpression { Value: DateOnly date })
            return oneShift == days && otherShift == days ? On(new(one), type, date.DayNumber + otherBy - oneBy) : null;

        if (oneShift == days && otherShift == days)
        {
            var isMirrored = other == Tree.AsOf || (one != Tree.AsOf && isKnown(new Axis(other, start: one, shift: days).Key));
            return isMirrored
                ? On(new(other, start: one, shift: days), Tree.Mirrored(type), oneBy - otherBy)
                : On(new(one, start: other, shift: days), type, otherBy - oneBy);
        }

        return oneShift == days && oneBy == 0 ? On(new(one, start: other, shift: otherShift), type, otherBy)
            : otherShift == days && otherBy == 0 ? On(new(other, start: one, shift: oneShift), Tree.Mirrored(type), oneBy)
            : null;
    }

    /// <summary>A date, and what constant is added to it.</summary>
    private static (Expression Date, string Shift, int By) Shifted(Expression date) => date is MethodCallExpression
    {
        Object: { } start, Method.Name: nameof(DateOnly.AddDays) or nameof(DateOnly.AddMonths) or nameof(DateOnly.AddYears),
    } call && call.Arguments[0] is ConstantExpression { Value: int by }
        ? (start, call.Method.Name, by)
        : (date, nameof(DateOnly.AddDays), 0);

    private static Comparison On(Axis axis, ExpressionType type, decimal at)
    {
        var (from, above) = axis.IsWhole ? (Cut.From(at), Cut.From(at + 1)) : (Cut.From(at), Cut.Above(at));
        return type switch
        {
            ExpressionType.GreaterThanOrEqual => new(axis, from, null, IsNegated: false),
            ExpressionType.GreaterThan => new(axis, above, null, IsNegated: false),
            ExpressionType.LessThan => new(axis, from, null, IsNegated: true),
            ExpressionType.LessThanOrEqual => new(axis, above, null, IsNegated: true),
            _ => new(axis, from, above, type == ExpressionType.NotEqual),
        };
    }
}
