using AccountRules.Facts;
using AccountRules.Gathering;

namespace AccountRules;

/// <summary>
/// Declares <c>share-of-wallet</c> and <c>share-of-wallet-growth</c>: share of wallet is increased (key-account-manager). They have no terms.
/// </summary>
public static class ShareOfWalletDeclaration
{
    private static readonly Cause ShareAboveWhole = Cause.Of(nameof(ShareAboveWhole), "has a revenue above the client's spend, of which it is a part");
    private static readonly Cause NoSpend = Cause.Of(nameof(NoSpend), "has no client's spend above 0");
    private static readonly Cause NoRevenue = Cause.Of(nameof(NoRevenue), "has no revenue of ours");
    private static readonly Cause NoShareBefore = Cause.Of(nameof(NoShareBefore), "had no share of wallet above 0, and up to all, in the period before");

    private static readonly Growths<WalletShare> Shares = new(
        WalletShare.Shape, w => w.AccountId, w => w.Period, shares => (shares[0].OurRevenue, shares[0].ClientSpend))
    {
        CurrencyOf = w => w.Currency,
    };

    /// <summary>The share.</summary>
    public static RuleDeclaration<TierRule<WalletShare>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("share-of-wallet")
        {
            Title = "Share of wallet",
            Says = "Share of wallet is our part of what a client spends.",
            Reading = "Our revenue to the client's spend in a period. A spend of 0 or less, and a share above 1, are undetermined.",
            Noun = "Wallet of",
            ValueTitle = "Share",
            Citation = new("key-account-manager", "share of wallet"),
        },
        (info, _) => new TierRule<WalletShare>(
            info, Measure.Ratio<WalletShare>(w => w.OurRevenue, w => w.ClientSpend), new Scale(Band.Lowest("Counted")), WalletShare.Shape)
        {
            Guards =
            [
                new((w, asOf) => !(w.ClientSpend > 0), NoSpend),
                new((w, asOf) => w.OurRevenue == null, NoRevenue),
                new((w, asOf) => w.OurRevenue > w.ClientSpend, ShareAboveWhole),
            ],
        });

    /// <summary>Its growth.</summary>
    public static RuleDeclaration<GatheredRule<Growth>> GrowthRule { get; } = RuleDeclaration.Of(
        new RuleInfo("share-of-wallet-growth")
        {
            Title = "Growth of share of wallet",
            Says = "Share of wallet is increased from period to period.",
            Reading = "The share of a period against that of the period before: met above it, the same is missed. "
                + "Without a row of the period before the rule does not apply. A share that is undetermined in either period, and one of 0 or less before, "
                + "are undetermined.",
            Noun = "Wallet of",
            Sentence = "had {ours} of {spend}[ {currency}] after {oursBefore} of {spendBefore}[ {otherCurrency}] in the period before, "
                + "{value} of the share; Grown is above {limit}",
            ValueTitle = "Ratio to before",
            Citation = new("key-account-manager", "share of wallet"),
        },
        (info, _) => new GatheredRule<Growth>(
            GrowthRules.Make(
                info,
                Measure.Growth<Growth>(g => g.Part, g => g.Whole, g => g.PartBefore, g => g.WholeBefore),
                benchmark: 0,
                [
                    GrowthRules.NothingBefore,
                    new((g, asOf) => !(g.Whole > 0), NoSpend),
                    new((g, asOf) => g.Part == null, NoRevenue),
                    new((g, asOf) => g.Part > g.Whole, ShareAboveWhole),
                    new((g, asOf) => !(g.WholeBefore > 0 && g.PartBefore > 0 && g.PartBefore <= g.WholeBefore), NoShareBefore),
                ],
                [new("ours", g => g.Part), new("spend", g => g.Whole), new("oursBefore", g => g.PartBefore), new("spendBefore", g => g.WholeBefore)]),
            Shares.Gathering));

    extension(Policy policy)
    {
        /// <summary>Our part of what a client spends (key-account-manager).</summary>
        public TierRule<WalletShare> ShareOfWallet => policy.Rule(Rule);

        /// <summary>Share of wallet is increased from period to period (key-account-manager).</summary>
        public GatheredRule<Growth> ShareOfWalletGrowth => policy.Rule(GrowthRule);
    }

    /// <summary>
    /// The shares of a period beside those of the period before in a query, for the verbs of <c>policy.ShareOfWalletGrowth.Of</c>: one row for each share.
    /// </summary>
    /// <param name="before">The shares of the period before.</param>
    /// <param name="now">Those of the period.</param>
    /// <param name="period">The period.</param>
    public static IQueryable<Growth> Rows(IQueryable<WalletShare> before, IQueryable<WalletShare> now, Period period) => GrowthColumns.Rows(
        now.GroupJoin(before, n => n.AccountId, b => b.AccountId, (n, those) => new { Now = n, Those = those })
            .SelectMany(pair => pair.Those.DefaultIfEmpty(), (pair, b) => new GrowthColumns
            {
                AccountId = pair.Now.AccountId,
                Part = pair.Now.OurRevenue,
                Whole = pair.Now.ClientSpend,
                HasBefore = b != null,
                PartBefore = b == null ? null : b.OurRevenue,
                WholeBefore = b == null ? null : b.ClientSpend,
                Currency = pair.Now.Currency,
                CurrencyBefore = b == null ? pair.Now.Currency : b.Currency,
            }),
        period);
}
