using AccountRules.Numbers;
using AccountRules.Wording;

namespace AccountRules.Changes;

/// <summary>Compares how two tiers pay for the same factor: the scale does not show it.</summary>
internal static class PayDiff
{
    public static IEnumerable<DiffRegion> Of<TFact>(TierRule<TFact> old, TierRule<TFact> @new)
        where TFact : class
    {
        if (old.Pays != @new.Pays)
            yield return new("every fact with a band", old.Pays ? "paid" : "not paid", @new.Pays ? "paid" : "not paid", null, (_, _) => true);

        if (!old.Pays || !@new.Pays || !old.Grades.Concat(@new.Grades).Any(g => g.Factor is not (0 or null)))
            yield break;

        // A group that has no table of its own in one of the policies is paid by the usual one there, if at all.
        var (tables, others) = (Named(old), Named(@new));
        foreach (var name in tables.Keys.Concat(others.Keys).Distinct(StringComparer.Ordinal))
        {
            if (Of(tables, name) is not { } before || Of(others, name) is not { } after || PaysAlike(before, after))
                continue;

            yield return new(
                (IsWithinSame(before.Settings, after.Settings)
                    ? "pay that the two roundings round apart" : "pay that the two pay otherwise for the same band")
                    + (name.Length == 0 ? "" : $", {(old.CategoryName.Length == 0 ? @new.CategoryName : old.CategoryName)} {Visible.Text(name)}"),
                Words(before.Settings), Words(after.Settings), Verdict(before.Settings, after.Settings), (fact, asOf) =>
                {
                    var (was, becomes) = (old.Judge((TFact)fact, asOf), @new.Judge((TFact)fact, asOf));
                    return old.SaysSame(was, @new, becomes) && was.Grade >= 0 && old.PaymentOf(was.Grade) == before
                        && @new.PaymentOf(becomes.Grade) == after && (old.PayableOf(fact, was) != @new.PayableOf(fact, becomes)
                            || (was.IsProvisional == false && old.CurrencyOf(fact) != @new.CurrencyOf(fact)));
                });
        }
    }

    /// <summary>Whether two tiers pay the same for grades that are the same.</summary>
    public static bool PaysSame<TFact>(TierRule<TFact> one, TierRule<TFact> other)
        where TFact : class => Named(one) is var some && Named(other) is var others && some.Count == others.Count
            && some.All(table => others.TryGetValue(table.Key, out var same) && PaysAlike(table.Value, same));

    /// <summary>Whether two tiers of one table pay the same for the same factor, and every band has one.</summary>
    public static bool RoundsAlike<TFact>(TierRule<TFact> one, TierRule<TFact> other)
        where TFact : class => one.Payment is { } some && other.Payment is { } others && PaysAlike(some, others)
            && one.Grades.Concat(other.Grades).All(g => g.Line is null);

    /// <summary>What each table of a tier pays by; that of a tier of one table has no name.</summary>
    private static Dictionary<string, Payment<TFact>> Named<TFact>(TierRule<TFact> rule)
        where TFact : class
    {
        var tables = rule.Tables.ToDictionary(t => t.Key, t => t.Value.Payment!, StringComparer.Ordinal);
        if ((rule.Payment ?? rule.Otherwise?.Payment) is { } payment)
            tables.Add("", payment);

        return tables;
    }

    private static bool IsWithinSame(PaySettings one, PaySettings other) =>
        (one.AtLeast, one.AtMost, one.Currency) == (other.AtLeast, other.AtMost, other.Currency);

    private static Payment<TFact>? Of<TFact>(Dictionary<string, Payment<TFact>> tables, string name)
        where TFact : class => tables.GetValueOrDefault(name) ?? tables.GetValueOrDefault("");

    private static bool PaysAlike<TFact>(Payment<TFact> one, Payment<TFact> other)
        where TFact : class => Pays(one.Settings) == Pays(other.Settings) && Folding.Key(one.Selector.Lambda) == Folding.Key(other.Selector.Lambda);

    private static (decimal To, MidpointRounding How, decimal? AtLeast, decimal? AtMost, string? Currency) Pays(PaySettings settings) =>
        (Step(settings).To, Step(settings).How, settings.AtLeast, settings.AtMost, settings.Currency);

    /// <summary>What is rounded to, and how; pay is never below 0, so that two ways of rounding down are one.</summary>
    private static (decimal To, MidpointRounding How) Step(PaySettings settings) => (
        Exact.Trimmed(settings.Increment ?? Exact.Unit(settings.Decimals)),
        settings.Rounding == MidpointRounding.ToNegativeInfinity ? MidpointRounding.ToZero : settings.Rounding);

    private static string Words(PaySettings settings) => $"to {Texts.Number(Step(settings).To)}, " + Step(settings).How switch
    {
        MidpointRounding.AwayFromZero => "halves up",
        MidpointRounding.ToEven => "halves to even",
        MidpointRounding.ToZero => "cut off",
        _ => "up",
    }
    + (settings.AtLeast is { } least ? $", at least {Texts.Number(least)}" : "")
    + (settings.AtMost is { } most ? $", at most {Texts.Number(most)}" : "")
    + (settings.Currency is { } currency ? $", in {Visible.Text(currency)}" : "");

    /// <summary>
    /// To the same step one way of rounding never pays less than another, and so do higher bounds; to another step some are paid more and some less.
    /// </summary>
    private static DiffVerdict? Verdict(PaySettings old, PaySettings @new)
    {
        if (Step(old).To != Step(@new).To)
            return DiffVerdict.Mixed;

        if (old.Currency != @new.Currency)
            return null;

        int[] orders =
        [
            Height(Step(@new).How).CompareTo(Height(Step(old).How)),
            (@new.AtLeast ?? 0).CompareTo(old.AtLeast ?? 0),
            (@new.AtMost ?? decimal.MaxValue).CompareTo(old.AtMost ?? decimal.MaxValue),
        ];
        var (more, less) = (orders.Any(order => order > 0), orders.Any(order => order < 0));
        return more && less ? DiffVerdict.Mixed : more ? DiffVerdict.Looser : DiffVerdict.Stricter;
    }

    private static int Height(MidpointRounding how) => how switch
    {
        MidpointRounding.ToZero => 0,
        MidpointRounding.ToEven => 1,
        MidpointRounding.AwayFromZero => 2,
        _ => 3,
    };
}
