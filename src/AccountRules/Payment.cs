using System.Linq.Expressions;
using AccountRules.Expressions;

namespace AccountRules;

/// <summary>What a tier's factor applies to. The product is kept exact and rounded once. Immutable.</summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
public sealed class Payment<TFact>
    where TFact : class
{
    /// <summary>Makes a payment.</summary>
    /// <param name="amount">The amount that the factor applies to, such as the committed pay; missing is <see cref="Cause.NoPay"/>.</param>
    /// <param name="decimals">To how many places the payable amount is rounded, 0 to 28.</param>
    /// <param name="rounding">How halves are rounded: <see cref="MidpointRounding.AwayFromZero"/>, <see cref="MidpointRounding.ToEven"/> or <see cref="MidpointRounding.ToZero"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The places or the rounding are none of these.</exception>
    public Payment(Expression<Func<TFact, decimal?>> amount, int decimals, MidpointRounding rounding)
        : this(new Selector<TFact, decimal?>(amount), decimals, rounding)
    {
        if (decimals is < 0 or > 28)
            throw new ArgumentOutOfRangeException(nameof(decimals), decimals, "Pay is rounded to 0 to 28 places.");

        if (rounding is not (MidpointRounding.AwayFromZero or MidpointRounding.ToEven or MidpointRounding.ToZero))
            throw new ArgumentOutOfRangeException(nameof(rounding), rounding, "Pay is rounded half away from zero, half to even, or to zero.");
    }

    private Payment(Selector<TFact, decimal?> amount, int decimals, MidpointRounding rounding) => (Selector, Decimals, Rounding) = (amount, decimals, rounding);

    /// <summary>To how many places the payable amount is rounded.</summary>
    public int Decimals { get; }

    /// <summary>How halves are rounded.</summary>
    public MidpointRounding Rounding { get; }

    internal Selector<TFact, decimal?> Selector { get; }

    internal Payment<THost> Map<THost>(Mapping mapping)
        where THost : class =>
        new(Selector.Map<THost>(mapping), Decimals, Rounding);
}
