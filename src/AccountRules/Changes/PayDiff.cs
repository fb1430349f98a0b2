using AccountRules.Numbers;

namespace AccountRules.Changes;

/// <summary>Compares how two tiers round what they pay: the scale does not show it.</summary>
internal static class PayDiff
{
    public static IEnumerable<DiffRegion> Of<TFact>(TierRule<TFact> old, TierRule<TFact> @new)
        where TFact : class
    {
        if (old.Payment is not { } before || @new.Payment is not { } after)
        {
            if (old.Pays != @new.Pays)
                yield return new("every fact with a band", old.Pays ? "paid" : "not paid", @new.Pays ? "paid" : "not paid", null, (_, _) => true);

            yield break;
        }

        var (one, other) = (Step(before), Step(after));
        if (one == other && Folding.Key(before.Selector.Lambda) == Folding.Key(after.Selector.Lambda))
            yield break;

        if (!old.Grades.Concat(@new.Grades).Any(g => g.Factor is not 0))
            yield break;

        yield return new(
            "pay that the two roundings round apart", Words(one), Words(other), Verdict(one, other), (fact, asOf) =>
            {
                var (was, becomes) = (old.Judge((TFact)fact, asOf), @new.Judge((TFact)fact, asOf));
                return old.SaysSame(was, @new, becomes) && old.PayableOf(fact, was) != @new.PayableOf(fact, becomes);
            });
    }

    /// <summary>Whether two tiers pay the same for the same factor.</summary>
    public static bool RoundsAlike<TFact>(TierRule<TFact> one, TierRule<TFact> other)
        where TFact : class => one.Payment is { } some && other.Payment is { } others && Step(some) == Step(others)
            && Folding.Key(some.Selector.Lambda) == Folding.Key(others.Selector.Lambda);

    /// <summary>What is rounded to, and how; pay is never below 0, so that two ways of rounding down are one.</summary>
    private static (decimal To, MidpointRounding How) Step<TFact>(Payment<TFact> payment)
        where TFact : class => (
        Exact.Trimmed(payment.Increment ?? Exact.Unit(payment.Decimals)),
        payment.Rounding == MidpointRounding.ToNegativeInfinity ? MidpointRounding.ToZero : payment.Rounding);

    private static string Words((decimal To, MidpointRounding How) step) => $"to {Wording.Texts.Number(step.To)}, " + step.How switch
    {
        MidpointRounding.AwayFromZero => "halves up",
        MidpointRounding.ToEven => "halves to even",
        MidpointRounding.ToZero => "cut off",
        _ => "up",
    };

    /// <summary>To the same step one way of rounding never pays less than another; to another step some are paid more and some less.</summary>
    private static DiffVerdict? Verdict((decimal To, MidpointRounding How) old, (decimal To, MidpointRounding How) @new) =>
        old.To != @new.To ? DiffVerdict.Mixed : Height(@new.How) > Height(old.How) ? DiffVerdict.Looser : DiffVerdict.Stricter;

    private static int Height(MidpointRounding how) => how switch
    {
        MidpointRounding.ToZero => 0,
        MidpointRounding.ToEven => 1,
        MidpointRounding.AwayFromZero => 2,
        _ => 3,
    };
}
