using System.Linq.Expressions;
using AccountRules.Numbers;

namespace AccountRules.Queries;

/// <summary>
/// What is paid as an expression that a database with exact decimals works out: nothing is divided before it is rounded, and the rounding is said by
/// <c>floor</c> and remainders, since of a half <c>round</c> makes something else in each provider.
/// </summary>
/// <param name="rule">The rule, for its messages.</param>
/// <param name="pays">How it is rounded.</param>
/// <param name="share">The share of the amount.</param>
/// <param name="dividesDecimals">Whether the provider was proved to divide decimals as decimals. Others are given quotients of integers only.</param>
internal sealed class PayInDatabase(Rule rule, PaySettings pays, (Expression Part, Expression Whole)? share, bool dividesDecimals)
{
    private readonly int decimals = pays.Decimals;
    private readonly MidpointRounding rounding = pays.Rounding;
    private readonly decimal? increment = pays.Increment;

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

    /// <summary>The same for a factor of 0 or more that is a fraction, as along a line.</summary>
    public Expression Product(Expression pay, Expression numerator, Expression denominator)
    {
        if (rounding == MidpointRounding.ToEven)
            return Product(pay, 1);

        if (!dividesDecimals)
        {
            throw new NotSupportedException(
                $"Rule `{rule.Id}` pays along a line, and the provider was not proved to divide decimals as decimals: "
                + "query the band, and work out the payable amount in memory.");
        }

        var exact = Expression.Multiply(pay, numerator);
        return share is var (part, whole)
            ? ToIncrement(Expression.Multiply(exact, Number(part)), Expression.Multiply(Number(whole), denominator), Up(MidpointRounding.ToPositiveInfinity))
            : ToIncrement(exact, denominator, Up(MidpointRounding.ToPositiveInfinity));
    }

    private Expression Rounded(Expression pay, decimal factor, MidpointRounding up)
    {
        var exact = Expression.Multiply(pay, Expression.Constant(factor));
        return share is var (part, whole) ? ToIncrement(Expression.Multiply(exact, Number(part)), Number(whole), Up(up))
            : increment is not null ? ToIncrement(exact, of: null, Up(up))
            : ToPlaces(exact, Up(up));
    }

    private To Up(MidpointRounding up) => rounding == MidpointRounding.AwayFromZero ? To.Nearest : rounding == up ? To.Ceiling : To.Floor;

    /// <summary>Multiplied, not divided: a quotient is cut after so many digits.</summary>
    private BinaryExpression ToPlaces(Expression exact, To to)
    {
        Expression units = InUnits(exact);
        if (to == To.Nearest)
            units = Expression.Add(units, Expression.Constant(0.5m));

        return OfUnits(Expression.Call(typeof(Math), to == To.Ceiling ? nameof(Math.Ceiling) : nameof(Math.Floor), typeArguments: null, units));
    }

    /// <summary>
    /// The multiple of divisor times increment that the dividend is rounded to; only then divided, which leaves no rest.
    /// </summary>
    private Expression ToIncrement(Expression exact, Expression? of, To to)
    {
        var step = increment ?? Exact.Unit(decimals);
        Expression unit = Expression.Constant(step), half = Expression.Constant(step / 2);
        if (of is not null)
            (unit, half) = (Expression.Multiply(of, unit), Expression.Multiply(of, half));

        if (to == To.Nearest)
            exact = Expression.Add(exact, half);

        var multiple = to == To.Ceiling
            ? Expression.Add(exact, Expression.Modulo(Expression.Subtract(unit, Expression.Modulo(exact, unit)), unit))
            : Expression.Subtract(exact, Expression.Modulo(exact, unit));
        return of is null ? WithPlaces(multiple) : Quotient(multiple, of);
    }

    private Expression Quotient(Expression multiple, Expression of) => dividesDecimals
        ? WithPlaces(Expression.Divide(multiple, of))
        : OfUnits(Number(Expression.Divide(
            Expression.Convert(InUnits(multiple), typeof(long)), Expression.Convert(((UnaryExpression)of).Operand, typeof(long)))));

    /// <summary>The number has no more places already: only zeros are taken off, where the provider is known to do so simply.</summary>
    private Expression WithPlaces(Expression value) => dividesDecimals
        ? Expression.Call(typeof(Math), nameof(Math.Round), typeArguments: null, value, Expression.Constant(decimals))
        : value;

    private BinaryExpression InUnits(Expression value) => Expression.Multiply(value, Expression.Constant(1 / Exact.Unit(decimals)));

    private BinaryExpression OfUnits(Expression units) => Expression.Multiply(units, Expression.Constant(Exact.Unit(decimals)));

    private static UnaryExpression Number(Expression whole) => Expression.Convert(whole, typeof(decimal));
}
