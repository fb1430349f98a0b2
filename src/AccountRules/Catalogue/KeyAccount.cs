using AccountRules.Facts;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// The terms of <c>key-account</c>: an account becomes a key account when its revenue crosses a threshold, and joins or leaves the portfolio on that
/// revenue (key-account-manager, KPIs). The document states no amount, so the rule is not in force until <see cref="EntryThreshold"/> is set. Immutable; equal
/// by value.
/// </summary>
public sealed record KeyAccountTerms
{
    /// <summary>The revenue in a period from which on an account is a key account; the amount itself is. Above 0; not set unless given.</summary>
    public decimal? EntryThreshold { get; init; }

    /// <summary>
    /// The revenue in a period below which a key account leaves; the amount itself stays. Above 0 and at most <see cref="EntryThreshold"/>, which it is unless
    /// given.
    /// </summary>
    public decimal? ExitThreshold { get; init; }

    /// <summary>
    /// The currency of both thresholds, such as <c>EUR</c>: revenue in another is <see cref="Cause.OtherCurrency"/>, and so is revenue in any where this is
    /// <c>null</c>, the default.
    /// </summary>
    public string? Currency { get; init; }
}

/// <summary>Declares <c>key-account</c>: an account becomes a key account when its revenue crosses a threshold (key-account-manager, KPIs).</summary>
public static class KeyAccountDeclaration
{
    /// <summary>The section of the policy document.</summary>
    public static TermSection<KeyAccountTerms> Section { get; } = new TermSection<KeyAccountTerms>("keyAccount", new())
        .Number(
            "entryThreshold", "The revenue in a period from which on an account is a key account. The document states no amount: there is no default.",
            t => t.EntryThreshold, (t, entry) => t with { EntryThreshold = entry }, min: 0, isAboveMin: true, isLeftOpen: true)
        .Number(
            "exitThreshold", "The revenue in a period below which a key account leaves; at most entryThreshold, which it is unless given.",
            t => t.ExitThreshold, (t, exit) => t with { ExitThreshold = exit }, min: 0, isAboveMin: true)
        .Text(
            "currency", "The currency of both thresholds, such as EUR; revenue that names another is not compared with them. None unless given.",
            t => t.Currency, (t, currency) => t with { Currency = currency }, isOptional: true)
        .Checked((t, problems) =>
        {
            if (t.ExitThreshold is { } exit && t.EntryThreshold is null)
                problems.Add("exitThreshold", Texts.Number(exit), "an entryThreshold beside it; add entryThreshold", "entryThreshold");

            if (t.ExitThreshold > t.EntryThreshold)
                problems.AddBeside("exitThreshold", t.ExitThreshold.Value, "at most", "entryThreshold", t.EntryThreshold.Value);

            problems.CheckCurrency(t.Currency, "currency");
        });

    /// <summary>The rule.</summary>
    public static RuleDeclaration<LifecycleRule<AccountRevenue>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("key-account")
        {
            Title = "Key accounts",
            Says = "An account becomes a key account when its revenue crosses a threshold, and joins or leaves the KAM portfolio on that revenue.",
            Reading = "Key from the entry threshold on, until revenue is below the exit threshold. An account without a row in a period had revenue 0 then. "
                + "In the first period of the data a key account has stayed. The document states no amount, so without an entryThreshold "
                + "every account is undetermined. Revenue that names another currency than the thresholds is undetermined.",
            Noun = "Account",
            ValueTitle = "Revenue",
            Citation = new("key-account-manager", "KPIs"),
        },
        Section,
        (info, terms, _) => Make(info with { Currency = terms.Currency }, terms.EntryThreshold ?? 0, terms.ExitThreshold ?? terms.EntryThreshold ?? 0));

    extension(Policy policy)
    {
        /// <summary>An account becomes a key account when its revenue crosses a threshold (key-account-manager, KPIs).</summary>
        public LifecycleRule<AccountRevenue> KeyAccount => policy.Rule(Rule);
    }

    extension(PolicyTerms terms)
    {
        /// <summary>The terms of <c>key-account</c>.</summary>
        public KeyAccountTerms KeyAccount => terms.Of(Section);
    }

    private static LifecycleRule<AccountRevenue> Make(RuleInfo info, decimal entry, decimal exit) => new(
        info,
        new Lifecycle<AccountRevenue>(
            [
                new("Standard", Standing.Graded, "has revenue {value}{in}: Standard, Key from {entry}{in}"),
                new("Key", Standing.Graded, "has revenue {value}{in}: Key, from {entry} until below {exit}{in}"),
            ],
            [
                new("Standard", (r, asOf) => r.Revenue!.Value >= entry, "Key"),
                new("Key", (r, asOf) => r.Revenue!.Value < exit, "Standard"),
            ])
        {
            Stated =
            [
                new("entry", Texts.Number(entry)), new("exit", Texts.Number(exit)), new("in", Phrase.Text(CurrencyWords.After(info.Currency))),
            ],
        },
        AccountRevenue.Shape,
        Measure.Amount<AccountRevenue>(r => r.Revenue))
    { Guards = [new((r, asOf) => r.Revenue == null, Cause.NoAmount), Currencies.OtherThan<AccountRevenue>(r => r.Currency, info.Currency)] };
}
