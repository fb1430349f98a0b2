using System.Linq.Expressions;
using System.Numerics;
using AccountRules.Expressions;
using AccountRules.Numbers;

namespace AccountRules.Changes;

/// <summary>Reads off a fact, exactly, what an axis compares with its cuts: a fraction, or days, full months or years from a date to another.</summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
internal sealed class AxisReader<TFact>
{
    private readonly Func<TFact, DateOnly, decimal?>[] top;
    private readonly Func<TFact, DateOnly, decimal?>[] bottom = [];
    private readonly Func<TFact, DateOnly, long?>? elapsed;

    public AxisReader(Axis axis, ParameterExpression fact)
    {
        if (axis.Counted is { } counted)
        {
            var days = Lifted<long>(DayNumbers.Of(axis.Value), fact);
            var (of, known) = (Lifted<long>(DayNumbers.Of(axis.Start!), fact), Counted(counted, fact));
            (top, elapsed) = ([], (one, asOf) => known(one, of(one, asOf), days(one, asOf)));
            return;
        }

        if (axis.Start is { } since && axis.Shift == nameof(DateOnly.AddDays))
        {
            var (end, begin) = (Lifted<long>(DayNumbers.Of(axis.Value), fact), Lifted<long>(DayNumbers.Of(since), fact));
            (top, elapsed) = ([], (one, asOf) => end(one, asOf) - begin(one, asOf));
            return;
        }

        if (axis.Start is { } start)
        {
            var (until, from) = (Lifted<DateOnly>(axis.Value, fact), Lifted<DateOnly>(start, fact));
            (top, elapsed) = ([], (one, asOf) => until(one, asOf) is { } end && from(one, asOf) is { } begin ? Elapsed(begin, end, axis.Shift!) : null);
            return;
        }

        top = [.. Factors(axis.Value).Select(f => Lifted<decimal>(f, fact))];
        if (axis.Whole is { } whole)
            bottom = [.. Factors(whole).Select(f => Lifted<decimal>(f, fact))];
    }

    private static Func<TFact, long?, long?, long?> Counted(MethodCallExpression counted, ParameterExpression fact)
    {
        var (start, end) = (Expression.Parameter(typeof(long?), "start"), Expression.Parameter(typeof(long?), "end"));
        var days = CountedDays.ElapsedIfKnown(counted.Arguments[0], counted.Arguments[3], counted.Arguments[4], start, end);
        return Expression.Lambda<Func<TFact, long?, long?, long?>>(days, fact, start, end).Compile();
    }

    /// <summary>The value; <c>null</c> where something that it is made of is missing.</summary>
    public (BigInteger Top, BigInteger Bottom)? Of(TFact fact, DateOnly asOf)
    {
        if (elapsed is not null)
            return elapsed(fact, asOf) is { } count ? (count, BigInteger.One) : null;

        if (Product(top, fact, asOf) is not var (part, partUnit) || Product(bottom, fact, asOf) is not var (whole, wholeUnit))
            return null;

        return (part * wholeUnit, partUnit * whole);
    }

    private static (BigInteger Top, BigInteger Bottom)? Product(Func<TFact, DateOnly, decimal?>[] factors, TFact fact, DateOnly asOf)
    {
        var product = (Top: BigInteger.One, Bottom: BigInteger.One);
        foreach (var factor in factors)
        {
            if (factor(fact, asOf) is not { } value)
                return null;

            var (top, bottom) = Exact.Fraction(value);
            product = (product.Top * top, product.Bottom * bottom);
        }

        return product;
    }

    /// <summary>How many full months or years there are; negative where the end lies before the start.</summary>
    private static int Elapsed(DateOnly begin, DateOnly end, string shift)
    {
        var years = end.Year - begin.Year;
        if (shift == nameof(DateOnly.AddYears))
            return begin.AddYears(years) > end ? years - 1 : years;

        var months = years * 12 + end.Month - begin.Month;
        return begin.AddMonths(months) > end ? months - 1 : months;
    }

    private static IEnumerable<Expression> Factors(Expression value) => value is BinaryExpression { NodeType: ExpressionType.Multiply } product
        ? [.. Factors(product.Left), .. Factors(product.Right)]
        : [value];

    /// <summary>The value, where everything is there that it is read off.</summary>
    private static Func<TFact, DateOnly, T?> Lifted<T>(Expression value, ParameterExpression fact)
        where T : struct
    {
        var owners = new Owners();
        owners.Visit(value);
        var read = Expression.Convert(value.Type == typeof(T) ? value : Expression.Convert(value, typeof(T)), typeof(T?));
        var lifted = owners.All.AsEnumerable().Reverse().Aggregate((Expression)read, (inner, owner) =>
            Expression.Condition(Expression.Property(owner, "HasValue"), inner, Expression.Constant(null, typeof(T?))));
        return Expression.Lambda<Func<TFact, DateOnly, T?>>(lifted, fact, Tree.AsOf).Compile();
    }

    private sealed class Owners : ExpressionVisitor
    {
        public List<Expression> All { get; } = [];

        protected override Expression VisitMember(MemberExpression node)
        {
            var visited = base.VisitMember(node);
            if (node is { Member.Name: "Value", Expression: { } owner } && Nullable.GetUnderlyingType(owner.Type) is not null)
                All.Add(owner);

            return visited;
        }
    }
}
