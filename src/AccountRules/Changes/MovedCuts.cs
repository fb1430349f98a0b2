using System.Linq.Expressions;
using System.Numerics;
using AccountRules.Numbers;

namespace AccountRules.Changes;

/// <summary>
/// The comparisons in which the expressions of a rule at two values of a term differ: where they differ in nothing else, the term is a cut, or lies as far from
/// one throughout, and a fact's outcome hangs on it by whether the fact is past it.
/// </summary>
/// <param name="from">The lower value of the term.</param>
/// <param name="to">The higher one.</param>
internal sealed class MovedCuts(decimal from, decimal to)
{
    private readonly Dictionary<string, Moved> axes = new(StringComparer.Ordinal);

    /// <summary>What is compared with the cut, which side owns it, and how far above the term it lies.</summary>
    public sealed record Moved(Axis Axis, Edge Edge, (BigInteger Top, BigInteger Bottom) Above);

    /// <summary>What is compared with the cut.</summary>
    public IReadOnlyCollection<Moved> Axes => axes.Values;

    /// <summary>The first expression, as of facts that are not past the cut on one axis.</summary>
    /// <param name="at">The expression at the lower value.</param>
    /// <param name="other">The expression at the higher value.</param>
    /// <param name="below">The key of the axis; <c>null</c> where the expression is to stay as it is.</param>
    /// <exception cref="UnreadableException">They differ in something else.</exception>
    public Expression Pair(Expression at, Expression other, string? below = null)
    {
        if (Folding.Key(at) == Folding.Key(other))
            return at;

        return (at, other) switch
        {
            (ConditionalExpression one, ConditionalExpression two) => Expression.Condition(
                Pair(one.Test, two.Test, below), Pair(one.IfTrue, two.IfTrue, below), Pair(one.IfFalse, two.IfFalse, below)),
            (UnaryExpression one, UnaryExpression two) when one.NodeType == two.NodeType => one.Update(Pair(one.Operand, two.Operand, below)),
            (BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.OrElse } one, BinaryExpression two) when one.NodeType == two.NodeType =>
                one.Update(Pair(one.Left, two.Left, below), one.Conversion, Pair(one.Right, two.Right, below)),
            (BinaryExpression one, BinaryExpression two) => Compared(one, two, below),
            _ => throw Other(),
        };
    }

    private Expression Compared(BinaryExpression one, BinaryExpression two, string? below)
    {
        if (Comparison.Of(one, _ => false) is not { Next: null } at || Comparison.Of(two, _ => false) is not { Next: null } other
            || at.Axis.Key != other.Axis.Key || at.Axis.IsWhole || at.IsNegated != other.IsNegated || at.Cut.Edge != other.Cut.Edge)
        {
            throw Other();
        }

        var above = Difference(at.Cut.At, from);
        if (!IsSame(above, Difference(other.Cut.At, to))
            || (axes.TryGetValue(at.Axis.Key, out var known) && (known.Edge != at.Cut.Edge || !IsSame(known.Above, above))))
        {
            throw Other();
        }

        axes[at.Axis.Key] = new(at.Axis, at.Cut.Edge, above);
        return at.Axis.Key == below ? Expression.Constant(at.IsNegated) : one;
    }

    private static (BigInteger Top, BigInteger Bottom) Difference(decimal cut, decimal term)
    {
        var ((top, bottom), (other, by)) = (Exact.Fraction(cut), Exact.Fraction(term));
        return (top * by - other * bottom, bottom * by);
    }

    private static bool IsSame((BigInteger Top, BigInteger Bottom) one, (BigInteger Top, BigInteger Bottom) other) =>
        one.Top * other.Bottom == other.Top * one.Bottom;

    private static UnreadableException Other() => new("it changes more than where a cut lies");
}
