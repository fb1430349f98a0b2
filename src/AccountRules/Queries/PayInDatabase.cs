using System.Linq.Expressions;
using AccountRules.Numbers;

namespace AccountRules.Queries;

/// <summary>
/// What is paid as an expression that a database with exact decimals works out: nothing is divided before it is rounded, and the rounding is said by
/// <c>floor</c> and remainders, since of a half <c>round</c> makes something else in each provider.
/// </summary>
/// <param name="rule">The rule, for its messages.</param>
/// <param name="decimals">To how many places.</param>
/// <param name="rounding">How.</param>
/// <param name="increment">What the amount is a multiple of.</param>
/// <param name="share">The share of the amount.</param>
/// <param name="dividesDecimals">Whether the provider was proved to divide decimals as decimals. Others are given quotients of integers only.</param>
internal sealed class PayInDatabase(
    Rule rule, int decimals, MidpointRounding rounding, decimal? increment, (Expression Part, Expression Whole)? share, bool dividesDecimals)
{
    private enum To
    {
        Nearest,
        Floor,
        Ceiling,
    }

    /// <summary>The product of an amount, which is 0 or more, its share and a factor, rounded.</summary>
    public Expression Product(Expression pay, decimal factor) => rounding == MidpointRounding.ToEven
        ? throw new NotSupportedException(
            $"Rule `{rule.Id}` rounds halves to even, which databases do not: query the band and the factor, and work out the payable amount in memory.")
        : factor < 0 ? Expression.Negate(Rounded(pay, -factor, MidpointRounding.ToNegativeInfinity)) : Rounded(
            pay, factor, MidpointRounding.ToPositiveInfinity);

    private Expression Rounded(Expression pay, decimal factor, MidpointRounding up)
    {
        var to = rounding == MidpointRounding.AwayFromZero ? To.Nearest : rounding == up ? To.Ceiling : To.Floor;
        var exact = Expression.Multiply(pay, Expression.Constant(factor));
        return share is null && increment is null ? ToPlaces(exact, to) : ToIncrement(exact, to);
    }

    /// <summary>Multiplied, not divided: a quotient is cut after so many digits.</summary>
    private BinaryExpression ToPlaces(Expression exact, To to)
    {
        Expression units = InUnits(exact);
        if (to == To.Nearest)
            units = Expression.Add(units, Expression.Constant(0.5m));

        return OfUnits(Expression.Call(typeof(Math), to == To.Ceiling ? nameof(Math.Ceiling) : nameof(Math.Floor), typeArguments: null, units));
    }

    /// <summary>
    /// The multiple of whole times increment that the amount, times the part, is rounded to; only then divided by the whole, which leaves no rest.
    /// </summary>
    private Expression ToIncrement(Expression exact, To to)
    {
        var step = increment ?? Exact.Unit(decimals);
        Expression unit = Expression.Constant(step), half = Expression.Constant(step / 2);
        if (share is var (part, whole))
        {
            whole = Number(whole);
            (exact, unit, half) = (Expression.Multiply(exact, Number(part)), Expression.Multiply(whole, unit), Expression.Multiply(whole, half));
        }

        if (to == To.Nearest)
            exact = Expression.Add(exact, half);

        var multiple = to == To.Ceiling
            ? Expression.Add(exact, Expression.Modulo(Expression.Subtract(unit, Expression.Modulo(exact, unit)), unit))
            : Expression.Subtract(exact, Expression.Modulo(exact, unit));
        return share is null ? WithPlaces(multiple) : Quotient(multiple, share.Value.Whole);
    }

    private Expression Quotient(Expression multiple, Expression whole) => dividesDecimals
        ? WithPlaces(Expression.Divide(multiple, Number(whole)))
        : OfUnits(Number(Expression.Divide(Expression.Convert(InUnits(multiple), typeof(long)), Expression.Convert(whole, typeof(long)))));

    /// <summary>The number has no more places already: only zeros are taken off, where the provider is known to do so simply.</summary>
    private Expression WithPlaces(Expression value) => dividesDecimals
        ? Expression.Call(typeof(Math), nameof(Math.Round), typeArguments: null, value, Expression.Constant(decimals))
        : value;

    private BinaryExpression InUnits(Expression value) => Expression.Multiply(value, Expression.Constant(1 / Exact.Unit(decimals)));

    private BinaryExpression OfUnits(Expression units) => Expression.Multiply(units, Expression.Constant(Exact.Unit(decimals)));

    private static UnaryExpression Number(Expression whole) => Expression.Convert(whole, typeof(decimal));
}
