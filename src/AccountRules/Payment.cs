using System.Linq.Expressions;
using AccountRules.Expressions;
using AccountRules.Numbers;
using Node = System.Linq.Expressions.Expression;

namespace AccountRules;

/// <summary>What a tier's factor applies to: an amount, or a share of it. Amount, share and factor are one exact product, rounded once. Immutable.</summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
public sealed class Payment<TFact>
    where TFact : class
{
    private readonly Proportion<TFact>? share;

    /// <summary>Makes a payment.</summary>
    /// <param name="amount">
    /// The amount that the factor applies to, such as the committed pay; missing is <see cref="Cause.NoPay"/>, below 0 <see cref="Cause.NegativePay"/>, and
    /// <see cref="Cause.TooLarge"/> where no decimal holds it times the highest factor with <paramref name="decimals"/> places.
    /// </param>
    /// <param name="decimals">To how many places the payable amount is rounded, 0 to 28.</param>
    /// <param name="rounding">How it is rounded.</param>
    /// <exception cref="ArgumentOutOfRangeException">The places are not from 0 to 28, or the rounding is none of the enumeration.</exception>
    public Payment(Expression<Func<TFact, decimal?>> amount, int decimals, MidpointRounding rounding)
        : this(new Selector<TFact, decimal?>(amount), share: null, decimals, rounding)
    {
        if (decimals is < 0 or > 28)
            throw new ArgumentOutOfRangeException(nameof(decimals), decimals, "Pay is rounded to 0 to 28 places.");

        if (!Enum.IsDefined(rounding))
            throw new ArgumentOutOfRangeException(nameof(rounding), rounding, "Pay is rounded by one of the ways that MidpointRounding has.");
    }

    private Payment(Selector<TFact, decimal?> amount, Proportion<TFact>? share, int decimals, MidpointRounding rounding) =>
        (Selector, this.share, Decimals, Rounding) = (amount, share, decimals, rounding);

    /// <summary>To how many places the payable amount is rounded.</summary>
    public int Decimals { get; }

    /// <summary>How it is rounded.</summary>
    public MidpointRounding Rounding { get; }

    /// <summary>
    /// The payable amount is rounded to a whole multiple of this, such as 0.05; above 0, with at most <see cref="Decimals"/> places. <c>null</c>, the default,
    /// is the last place.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The increment is 0 or less, or has more places than the payable amount.</exception>
    public decimal? Increment
    {
        get;
        init => field = value is null || (value > 0 && Fits(value.Value, Decimals)) ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), value, $"An increment is above 0 and has at most the {Decimals} places that pay is rounded to.");
    }

    internal Selector<TFact, decimal?> Selector { get; }

    internal Proportion<TFact>? Share => share;

    /// <summary>
    /// The same payment of a share of the amount, such as 16 of 31 days. Both numbers missing is all of it; only one missing, a whole of 0 or less, and a part
    /// below 0 or above the whole are <see cref="Cause.ImpossibleShare"/>.
    /// </summary>
    /// <param name="part">The part, such as 16.</param>
    /// <param name="whole">The whole, such as 31.</param>
    public Payment<TFact> Shared(Expression<Func<TFact, int?>> part, Expression<Func<TFact, int?>> whole)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(whole);
        return new(Selector, new(new(part), new(whole)), Decimals, Rounding) { Increment = Increment };
    }

    /// <summary>Whether an increment has no more places than the amount.</summary>
    internal static bool Fits(decimal increment, int decimals) => Exact.Trimmed(increment).Scale <= decimals;

    /// <summary>Puts the questions for the amount and its share before the grade.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="highest">The highest factor.</param>
    /// <param name="place">The grade of a fact that has its pay.</param>
    internal Node Before(ParameterExpression fact, decimal highest, Node place) => Tree.OrElse(Selector.On(fact), Cause.NoPay, pay =>
        Node.Condition(Node.LessThan(pay, Node.Constant(0m)), Tree.Because(Cause.NegativePay),
            Fits(pay, Largest(highest), share is null ? place : Node.Condition(share.IsImpossible(fact), Tree.Because(Cause.ImpossibleShare), place))));

    /// <summary>Nothing is larger than the largest decimal, which not every database can write.</summary>
    private static Node Fits(Node pay, decimal largest, Node then) => largest == decimal.MaxValue
        ? then
        : Node.Condition(Node.GreaterThan(pay, Node.Constant(largest)), Tree.Because(Cause.TooLarge), then);

    /// <summary>What is read off the fact, by the name of the part that it plays.</summary>
    internal IEnumerable<RecordedValue> Inputs(TFact fact)
    {
        yield return RecordedValue.Of("pay", Selector.Of(fact));
        if (share?.Part.Of(fact) is { } part)
            yield return RecordedValue.Of("share", part);

        if (share?.Whole.Of(fact) is { } whole)
            yield return RecordedValue.Of("shareOf", whole);
    }

    /// <summary>What a fact that has its pay is paid at a factor.</summary>
    internal decimal? Of(TFact fact, decimal factor)
    {
        var (part, whole) = share?.Of(fact) ?? (1, 1);
        return Selector.Of(fact) is { } amount ? Exact.RoundedProduct(amount, factor, Decimals, Rounding, part, whole, Increment) : null;
    }

    /// <summary>How what a fact that has its pay is paid at a factor comes about.</summary>
    internal PayCalculation? CalculationOf(TFact fact, decimal factor)
    {
        var (part, whole) = share?.Of(fact) ?? (1, 1);
        return Selector.Of(fact) is { } amount && Of(fact, factor) is { } payable && Exact.Product(amount, factor, part, whole) is { } product
            ? new()
            {
                Committed = amount,
                Share = part,
                ShareOf = whole,
                Factor = factor,
                Product = product,
                Decimals = Decimals,
                Increment = Increment,
                Rounding = Rounding,
                Payable = payable,
            }
            : null;
    }

    /// <summary>What a fact that has its pay is paid at a factor for some of the days of its period.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="factorDays">The factor of each of these days, added up.</param>
    /// <param name="days">How many days the whole period has.</param>
    internal decimal? OfDays(TFact fact, decimal factorDays, int days)
    {
        var (part, whole) = share?.Of(fact) ?? (1, 1);
        return Selector.Of(fact) is { } amount
            ? Exact.RoundedProduct(amount, factorDays, Decimals, Rounding, part, (long)whole * days, Increment)
            : null;
    }

    internal Payment<THost> Map<THost>(Mapping mapping)
        where THost : class =>
        new(Selector.Map<THost>(mapping), share?.MapIfBound<THost>(mapping), Decimals, Rounding) { Increment = Increment };

    /// <summary>Up to which amount, a whole number, a decimal holds what is paid, also when it is rounded up to an increment.</summary>
    internal decimal Largest(decimal highest) => Exact.LargestFor(Math.Max(1, highest), Decimals) - decimal.Ceiling(Increment ?? 0);
}
