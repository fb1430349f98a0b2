using System.Linq.Expressions;
using System.Numerics;
using AccountRules.Expressions;
using AccountRules.Numbers;
using AccountRules.Wording;
using Node = System.Linq.Expressions.Expression;

namespace AccountRules;

/// <summary>
/// What a tier's factor applies to: an amount, or a share of it. Amount, share and factor are one exact product, kept within bounds and rounded once.
/// Immutable and safe for use by many threads.
/// </summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
public sealed class Payment<TFact>
    where TFact : class
{
    private readonly decimal? least, most;

    /// <summary>Makes a payment.</summary>
    /// <param name="amount">
    /// The amount that the factor applies to, such as the committed pay; missing is <see cref="Cause.NoPay"/>, below 0 <see cref="Cause.NegativePay"/>, and
    /// <see cref="Cause.TooLarge"/> where no decimal holds it times the highest factor with the places that it is rounded to.
    /// </param>
    /// <param name="settings">How it is paid; to 2 places, halves away from zero, unless given.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is none: see <see cref="PaySettings"/>.</exception>
    /// <exception cref="ArgumentException">The currency has no name.</exception>
    public Payment(Expression<Func<TFact, decimal?>> amount, PaySettings? settings = null)
        : this(new Selector<TFact, decimal?>(amount), (settings ?? new()).Checked(nameof(settings)))
    {
    }

    private Payment(Selector<TFact, decimal?> amount, PaySettings settings)
    {
        (Selector, Settings) = (amount, settings);
        (least, most) = (settings.RoundedLeast, settings.RoundedMost);
    }

    /// <summary>How it is paid.</summary>
    public PaySettings Settings { get; }

    internal Selector<TFact, decimal?> Selector { get; }

    internal Proportion<TFact>? Share { get; private init; }

    /// <summary>The currency that a fact names.</summary>
    internal Selector<TFact, string?>? CurrencyName { get; private init; }

    /// <summary>For want of what nothing is paid, such as the floor of a KPI; missing where all is paid.</summary>
    internal Selector<TFact, string?>? WithheldFor { get; private init; }

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
        return With(new(new(part), new(whole)), CurrencyName, WithheldFor);
    }

    /// <summary>
    /// The same payment of an amount whose currency the fact names: where the settings name another, it is <see cref="Cause.OtherCurrency"/>.
    /// </summary>
    /// <param name="currency">The currency, compared letter by letter; a fact that names none is of that of the settings.</param>
    public Payment<TFact> In(Expression<Func<TFact, string?>> currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        return With(Share, new(currency), WithheldFor);
    }

    /// <summary>The same payment, but nothing where the fact says for want of what it is withheld, whatever its band.</summary>
    /// <param name="want">What is wanting, in words such as the name of a KPI that has not reached its floor; missing where all is paid.</param>
    public Payment<TFact> WithheldWhere(Expression<Func<TFact, string?>> want)
    {
        ArgumentNullException.ThrowIfNull(want);
        return With(Share, CurrencyName, new(want));
    }

    /// <summary>The same payment paid otherwise: many tables that read a fact alike are compiled as one where they are made of one payment.</summary>
    /// <param name="settings">How it is paid.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is none: see <see cref="PaySettings"/>.</exception>
    /// <exception cref="ArgumentException">The currency has no name.</exception>
    public Payment<TFact> With(PaySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new(Selector, settings.Checked(nameof(settings))) { Share = Share, CurrencyName = CurrencyName, WithheldFor = WithheldFor };
    }

    /// <summary>Whether another payment reads a fact as this one does, being made of the same.</summary>
    internal bool ReadsAs(Payment<TFact>? other) => other is not null && ReferenceEquals(Selector, other.Selector) && ReferenceEquals(Share, other.Share)
        && ReferenceEquals(CurrencyName, other.CurrencyName) && ReferenceEquals(WithheldFor, other.WithheldFor);

    /// <summary>Puts the questions for the amount, its share and its currency before the grade.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="highest">The highest factor.</param>
    /// <param name="place">The grade of a fact that has its pay.</param>
    internal Node Before(ParameterExpression fact, decimal highest, Node place)
    {
        // Nothing is larger than the largest decimal, which not every database can write.
        var largest = Largest(highest);
        return Before(
            fact, Settings.Currency is { } currency && CurrencyName is not null ? Node.NotEqual(CurrencyName.On(fact), Node.Constant(currency)) : null,
            pay => largest == decimal.MaxValue ? null : Node.GreaterThan(pay, Node.Constant(largest)), place);
    }

    /// <summary>The same where the numbers of many tables are looked up.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="largest">Up to which amount a decimal holds what is paid.</param>
    /// <param name="currency">The currency, which may be missing.</param>
    /// <param name="place">The grade of a fact that has its pay.</param>
    internal Node Before(ParameterExpression fact, Node largest, Node currency, Node place) => Before(
        fact, CurrencyName is null ? null : Node.AndAlso(Node.Not(Tree.IsNull(currency)), Node.NotEqual(CurrencyName.On(fact), currency)),
        pay => Node.GreaterThan(pay, largest), place);

    private Node Before(ParameterExpression fact, Node? isOther, Func<Node, Node?> isTooLarge, Node place)
    {
        var paid = Tree.OrElse(Selector.On(fact), Cause.NoPay, pay => Node.Condition(
            Node.LessThan(pay, Node.Constant(0m)), Tree.Because(Cause.NegativePay), Unless(isTooLarge(pay), Cause.TooLarge,
                Unless(Share?.IsImpossible(fact), Cause.ImpossibleShare, place))));
        return isOther is null ? paid
            : Unless(Node.AndAlso(Node.Not(Tree.IsNull(CurrencyName!.On(fact))), isOther), Cause.OtherCurrency, paid);
    }

    private static Node Unless(Node? test, Cause cause, Node then) => test is null ? then : Node.Condition(test, Tree.Because(cause), then);

    /// <summary>What is read off the fact, by the name of the part that it plays.</summary>
    internal IEnumerable<RecordedValue> Inputs(TFact fact)
    {
        yield return RecordedValue.Of("pay", Selector.Of(fact));
        if (Share?.Part.Of(fact) is { } part)
            yield return RecordedValue.Of("share", part);

        if (Share?.Whole.Of(fact) is { } whole)
            yield return RecordedValue.Of("shareOf", whole);

        if (WithheldFor?.Of(fact) is { } want)
            yield return RecordedValue.Of("withheldFor", want);
    }

    /// <summary>What is paid of what, in words such as <c>567.74 EUR of 16/31 of 1,000.00</c>.</summary>
    internal string Sentence(TFact fact, decimal payable)
    {
        var (paid, committed) = (Texts.Money(payable, Settings.Decimals), Texts.Money(Selector.Of(fact)!.Value, Settings.Decimals));
        var currency = CurrencyOf(fact) is { } named ? $" {Visible.Text(named)}" : "";
        var said = Share?.Of(fact) is { } of && of.Part != of.Whole
            ? Message.Of($"{paid}{currency} of {of.Part}/{of.Whole} of {committed}")
            : Message.Of($"{paid}{currency} of {committed}");
        return WithheldFor?.Of(fact) is not { } want ? said
            : Message.Of($"{said} for want of {(want.Length == 0 ? Message.Text("what is not named") : Visible.Text(want))}");
    }

    /// <summary>Why its pay leaves a fact without a band, in words; <c>null</c> for another cause.</summary>
    internal string? Because(TFact fact, Cause cause) => cause == Cause.OtherCurrency && CurrencyName?.Of(fact) is { } named
        ? Message.Of($"has a pay in {CurrencyWords.Name(named)}, and the policy pays it in {Visible.Text(Settings.Currency!)}: no amount is converted")
        : null;

    /// <summary>The currency of what a fact is paid, where one is named.</summary>
    internal string? CurrencyOf(TFact fact) => CurrencyName?.Of(fact) ?? Settings.Currency;

    /// <summary>What a fact that has its pay is paid at a factor.</summary>
    internal decimal? Of(TFact fact, decimal factor)
    {
        if (WithheldFor?.Of(fact) is not null)
            return Nothing;

        var (part, whole) = Share?.Of(fact) ?? (1, 1);
        return Selector.Of(fact) is { } amount
            ? Within(
                Exact.RoundedProduct(amount, factor, Settings.Decimals, Settings.Rounding, part, whole, Settings.Increment),
                amount > 0 && part > 0 ? factor : 0)
            : null;
    }

    /// <summary>What it is paid at a factor that is a fraction, or at the sum of the factors of some of the days of its period.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="factor">The numerator and the denominator, which is above 0.</param>
    /// <param name="days">How many days the whole period has, where the factor is such a sum.</param>
    internal decimal? Of(TFact fact, (BigInteger Numerator, BigInteger Denominator) factor, int days = 1)
    {
        if (WithheldFor?.Of(fact) is not null)
            return Nothing;

        if (Selector.Of(fact) is not { } amount)
            return null;

        var ((part, whole), (pay, unit)) = (Share?.Of(fact) ?? (1, 1), Exact.Fraction(amount));
        return Within(
            Exact.RoundedQuotient(
                pay * part * factor.Numerator, unit * whole * factor.Denominator * days, Settings.Decimals, Settings.Rounding, Settings.Increment),
            amount > 0 && part > 0 ? factor.Numerator.Sign : 0);
    }

    /// <summary>How what a fact that has its pay is paid at a factor comes about.</summary>
    internal PayCalculation? CalculationOf(TFact fact, (BigInteger Numerator, BigInteger Denominator) factor, decimal? payable)
    {
        var (part, whole) = Share?.Of(fact) ?? (1, 1);
        if (Selector.Of(fact) is not { } amount || payable is null || Exact.Quotient(factor.Numerator, factor.Denominator) is not { } stated)
            return null;

        var (pay, unit) = Exact.Fraction(amount);
        return Exact.Quotient(pay * part * factor.Numerator, unit * whole * factor.Denominator) is not { } product ? null : new()
        {
            Committed = amount,
            Share = part,
            ShareOf = whole,
            Factor = stated,
            Product = product,
            Settings = Settings,
            Currency = CurrencyOf(fact),
            WithheldFor = WithheldFor?.Of(fact),
            Payable = payable.Value,
        };
    }

    internal Payment<THost> Map<THost>(Mapping mapping)
        where THost : class => new(Selector.Map<THost>(mapping), Settings)
        {
            Share = Share?.MapIfBound<THost>(mapping),
            CurrencyName = CurrencyName?.MapIfBound<THost>(mapping),
            WithheldFor = WithheldFor?.MapIfBound<THost>(mapping),
        };

    /// <summary>Up to which amount, a whole number, a decimal holds what is paid, also when it is rounded up to an increment.</summary>
    internal decimal Largest(decimal highest) =>
        Exact.LargestFor(Math.Max(1, highest), Settings.Decimals) - decimal.Ceiling(Settings.Increment ?? 0);

    /// <summary>What is paid where nothing is, written with its places.</summary>
    private decimal Nothing => Exact.WithPlaces(0, Settings.Decimals);

    /// <summary>Rounding keeps the order, so that a rounded amount within rounded bounds is the amount within its bounds, rounded.</summary>
    /// <param name="paid">The rounded amount.</param>
    /// <param name="due">Above 0 where anything is due.</param>
    private decimal? Within(decimal? paid, decimal due) => due > 0 && paid < least ? least : paid > most ? most : paid;

    private Payment<TFact> With(Proportion<TFact>? share, Selector<TFact, string?>? currencyName, Selector<TFact, string?>? withheldFor) =>
        new(Selector, Settings) { Share = share, CurrencyName = currencyName, WithheldFor = withheldFor };
}
