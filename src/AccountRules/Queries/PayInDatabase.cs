using System.Linq.Expressions;
using AccountRules.Numbers;

namespace AccountRules.Queries;

/// <summary>What is paid as an expression that a database with exact decimals works out: nothing is divided before it is rounded.</summary>
internal sealed class PayInDatabase(Rule rule, int decimals, MidpointRounding rounding, decimal? increment, (Expression Part, Expression Whole)? share)
{
    /// <summary>The product of an amount, which is 0 or more, its share and a factor, rounded.</summary>
    public Expression Product(Expression pay, decimal factor)
    {
        if (rounding == MidpointRounding.ToEven)
            throw new NotSupportedException($"Rule `{rule.Id}` rounds halves to even, which databases do not: query the band and the factor, and work out the payable amount in memory.");

        return share is null && increment is null ? ToPlaces(Expression.Multiply(pay, Expression.Constant(factor)))
            : factor < 0 ? Expression.Negate(ToIncrement(pay, -factor, isUp: rounding == MidpointRounding.ToNegativeInfinity))
            : ToIncrement(pay, factor, isUp: rounding == MidpointRounding.ToPositiveInfinity);
    }

    private Expression ToPlaces(Expression exact) => rounding switch
    {
        MidpointRounding.AwayFromZero => Round(exact),
        MidpointRounding.ToPositiveInfinity => ToUnits(nameof(Math.Ceiling), exact),
        MidpointRounding.ToNegativeInfinity => ToUnits(nameof(Math.Floor), exact),
        _ => ToUnits(nameof(Math.Truncate), exact),
    };

    /// <summary>Multiplied, not divided: a quotient is cut after so many digits.</summary>
    private BinaryExpression ToUnits(string method, Expression exact) => Expression.Multiply(
        Expression.Call(typeof(Math), method, typeArguments: null, Expression.Multiply(exact, Expression.Constant(1 / Exact.Unit(decimals)))), Expression.Constant(Exact.Unit(decimals)));

    /// <summary>The multiple of whole times increment that the amount, times the part, is rounded to; only then divided by the whole, which leaves no rest.</summary>
    private MethodCallExpression ToIncrement(Expression pay, decimal factor, bool isUp)
    {
        var step = increment ?? Exact.Unit(decimals);
        var exact = Expression.Multiply(pay, Expression.Constant(factor));
        Expression unit = Expression.Constant(step), half = Expression.Constant(step / 2);
        if (share is var (part, whole))
        {
            whole = Number(whole);
            (exact, unit, half) = (Expression.Multiply(exact, Number(part)), Expression.Multiply(whole, unit), Expression.Multiply(whole, half));
        }

        if (rounding == MidpointRounding.AwayFromZero)
            exact = Expression.Add(exact, half);

        var multiple = isUp
            ? Expression.Add(exact, Expression.Modulo(Expression.Subtract(unit, Expression.Modulo(exact, unit)), unit))
            : Expression.Subtract(exact, Expression.Modulo(exact, unit));
        return Round(share is null ? multiple : Expression.Divide(multiple, Number(share.Value.Whole)));
    }

    private MethodCallExpression Round(Expression value) => Expression.Call(typeof(Math), nameof(Math.Round), typeArguments: null, value, Expression.Constant(decimals));

    private static UnaryExpression Number(Expression whole) => Expression.Convert(whole, typeof(decimal));
}
