using AccountRules.Documents;
using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>Money has a currency: amounts of different currencies are never added, compared, or shown without it; none is converted.</summary>
public sealed class CurrencyTests
{
    private static readonly DateOnly AsOf = new(2026, 7, 1);

    [Theory]
    [InlineData("EUR", "EUR", "Account A in 2026-01 has revenue 100 EUR: Key, from 100 until below 100 EUR.", "EUR")]
    [InlineData("EUR", null, "Account A in 2026-01 has revenue 100 EUR: Key, from 100 until below 100 EUR.", "EUR")]
    [InlineData(null, null, "Account A in 2026-01 has revenue 100: Key, from 100 until below 100.", null)]
    [InlineData(
        "EUR", "USD", "Account A in 2026-01 has an amount in USD, and the policy states its thresholds in EUR: no amount is converted.", "USD")]
    [InlineData(
        "EUR", "eur", "Account A in 2026-01 has an amount in eur, and the policy states its thresholds in EUR: no amount is converted.", "eur")]
    [InlineData(
        null, "USD", "Account A in 2026-01 has an amount in USD, and the policy states its thresholds in no named currency: no amount is converted.", "USD")]
    public void Revenue_OfACurrency_IsComparedWithAThresholdOfThatOne(string? ofPolicy, string? own, string reason, string? currency)
    {
        var a = KeyAccount(ofPolicy).Assess(Row("A", 1, 100, own), AsOf);
        Assert.Equal((reason, currency), (a.Reason, a.Currency));
        Assert.Equal(own is null || own == ofPolicy ? Cause.None : Cause.OtherCurrency, a.Cause);
        Assert.Equal(currency, a.ValueCurrency);
        Assert.Equal(a.Currency, a.ToRecord().Currency);
    }

    /// <summary>Like an amount that is missing, it leaves the account where it was; the reason is the same whether or not facts are kept.</summary>
    [Fact]
    public void Track_OfARowInAnotherCurrency_LeavesTheAccountWhereItWas()
    {
        AccountRevenue[] rows = [Row("A", 1, 100, "EUR"), Row("A", 2, 1, "USD"), Row("A", 3, 100), Row("B", 2, 5, "EUR")];
        var rule = KeyAccount("EUR");
        var found = rule.Track(rows, AsOf).ToArray();
        Assert.Equal(
            ["A 2026-01 Stayed EUR", "A 2026-02  USD", "B 2026-02 Outside EUR", "A 2026-03 Stayed EUR"],
            found.Select(a => $"{a.Subject} {a.Period} {a.Movement} {a.Currency}"));
        var unkept = rule.CollectTrack(AsOf);
        foreach (var row in rows)
            unkept.Add(row);

        Assert.Equal(found.Select(a => a.Reason), unkept.Assess().Select(a => a.Reason));
        Assert.Equal(
            "Account A in 2026-02 has an amount in USD, and the policy states its thresholds in EUR: no amount is converted.", found[1].Reason);
    }

    [Theory]
    [InlineData("EUR", "EUR", "Account A in 2026-02 made 120 EUR after 100 EUR in the period before, 120 % of it; Grown is above 100 %.")]
    [InlineData(null, null, "Account A in 2026-02 made 120 after 100 in the period before, 120 % of it; Grown is above 100 %.")]
    [InlineData(
        "EUR", "USD", "Account A in 2026-02 has amounts in USD and in EUR, which are neither added up nor compared: no amount is converted.")]
    [InlineData(
        "EUR", null,
        "Account A in 2026-02 has amounts in no named currency and in EUR, which are neither added up nor compared: no amount is converted.")]
    public void Growth_FromOneCurrencyToAnother_IsUndetermined(string? before, string? now, string reason)
    {
        var a = Policy.Default.RevenueGrowth.Collect(AsOf).AddRange([Row("A", 1, 100, before), Row("A", 2, 120, now)]).Assess().Last();
        Assert.Equal(reason, a.Reason);
        Assert.Equal(before == now ? Cause.None : Cause.OtherCurrency, a.Cause);
        Assert.Equal(before == now ? 100m : null, a.Detail("before"));
        Assert.Equal(now, a.Currency);
    }

    [Fact]
    public void Growth_OfAnAccountWithoutARow_IsInTheCurrencyOfTheOneBefore()
    {
        var rows = Policy.Default.RevenueGrowth.Collect(AsOf).AddRange([Row("A", 1, 100, "EUR"), Row("B", 2, 1, "USD")]).Assess().ToArray();
        Assert.Equal("Account A in 2026-02 made 0 EUR after 100 EUR in the period before, 0 % of it; Grown is above 100 %.", rows[1].Reason);
        Assert.Equal("NoRevenueBefore", rows[2].Cause.Code);
    }

    [Fact]
    public void DealSize_FromOneCurrencyToAnother_IsUndetermined()
    {
        var rule = Policy.Default.DealSize;
        Assert.Equal(
            [Cause.OtherCurrency, Cause.None],
            new[] { "USD", "EUR" }.Select(now => rule.Collect(AsOf)
                .AddRange([Row("A", 1, 100, "EUR") with { Deals = 1 }, Row("A", 2, 120, now) with { Deals = 1 }]).Assess().Last().Cause));
    }

    [Fact]
    public void Margin_OfMoney_NamesItsCurrency()
    {
        var grown = Policy.Default.RevenueGrowth.Collect(AsOf).AddRange([Row("A", 1, 100, "EUR"), Row("A", 2, 90, "EUR")]).Assess().Last();
        Assert.Equal("10 points to Grown; 10 EUR more reaches 100 %, which must be exceeded", grown.ToBandAbove.ToString());
        Assert.Equal("60 EUR to Gold", Lifetimes(Gold("EUR"), Row("A", 1, 40, "EUR")).Single().ToBandAbove.ToString());
    }

    /// <summary>Shares are no money: what they are shares of may change its currency.</summary>
    [Fact]
    public void ShareOfWallet_FromOneCurrencyToAnother_IsCompared()
    {
        var a = Policy.Default.ShareOfWalletGrowth.Collect(AsOf).AddRange([Wallet(1, 20, "EUR"), Wallet(2, 25, "USD")]).Assess().Last();
        Assert.Equal(
            "Wallet of A in 2026-02 had 25 of 100 USD after 20 of 100 EUR in the period before, 125 % of the share; Grown is above 100 %.", a.Reason);
        Assert.Equal("EUR", Policy.Default.ShareOfWallet.Assess(Wallet(1, 20, "EUR"), AsOf).Currency);

        static WalletShare Wallet(int month, decimal ours, string currency) =>
            new() { AccountId = "A", Period = Period.Month(2026, month), OurRevenue = ours, ClientSpend = 100, Currency = currency };
    }

    [Fact]
    public void LifetimeValue_OfTwoCurrencies_IsNoSum_AndLeavesRanksOpen()
    {
        var found = Lifetimes(Policy.Default, Row("A", 1, 1, "USD"), Row("A", 2, 2, "EUR"), Row("A", 3, 2, "JPY"), Row("B", 1, 5, "EUR"));
        Assert.Equal(
            "Account A has amounts in EUR and in USD, which are neither added up nor compared: no amount is converted.", found[0].Reason);
        Assert.Equal((null, Cause.OtherCurrency, (int?)1), (((LifetimeValue)found[0].Fact!).Sum, found[0].Cause, (int?)found[1].Detail("unknown")));

        var unnamed = Lifetimes(Policy.Default, Row("A", 1, 1, "USD"), Row("A", 2, 2));
        Assert.Equal(
            "Account A has amounts in USD and in no named currency, which are neither added up nor compared: no amount is converted.", unnamed[0].Reason);
    }

    [Fact]
    public void LifetimeValue_OfAccountsInSeveralCurrencies_IsRankedAmongThoseOfItsOwn()
    {
        var found = Lifetimes(
            Policy.Default, Row("A", 1, 30, "EUR"), Row("B", 1, 500, "JPY"), Row("C", 1, 20, "EUR"), Row("C", 2, 50, "EUR"), Row("D", 1, 7));
        Assert.Equal(
            [
                "Account A is worth 30 EUR in all, periods: 1, rank: 2 of 2, share of the total: 0.3.",
                "Account B is worth 500 JPY in all, periods: 1, rank: 1 of 1, share of the total: 1.",
                "Account C is worth 70 EUR in all, periods: 2, rank: 1 of 2, share of the total: 0.7.",
                "Account D is worth 7 in all, periods: 1, rank: 1 of 1, share of the total: 1.",
            ],
            found.Select(a => a.Reason));
    }

    /// <summary>The sum in the other currency is known, so that those of the bands' are ranked; one that names none is of the bands'.</summary>
    [Fact]
    public void LifetimeValue_InAnotherCurrencyThanTheBands_IsNotPlaced_AndOthersAreRanked()
    {
        var found = Lifetimes(Gold("EUR"), Row("A", 1, 100, "EUR"), Row("B", 1, 500, "JPY"), Row("C", 1, 99));
        Assert.Equal(["Gold", "OtherCurrency", "Low"], found.Select(a => a.Band ?? a.Cause.Code));
        Assert.Equal("Account B has an amount in JPY, and the policy states its thresholds in EUR: no amount is converted.", found[1].Reason);
        Assert.Equal([1, null, 2], found.Select(a => (int?)a.Detail("rank")));
        Assert.Equal(["OtherCurrency", "Low"], Lifetimes(Gold(null), Row("B", 1, 500, "JPY"), Row("C", 1, 99)).Select(a => a.Band ?? a.Cause.Code));
    }

    [Fact]
    public void Monitor_WhereAPeriodChangesItsCurrency_SaysSo()
    {
        var monitor = new PolicyMonitor(Policy.Default, AsOf, MonitoredRules.None.With(p => p.RevenueGrowth));
        monitor.AddRange([Row("A", 1, 100, "EUR"), Row("A", 2, 120, "EUR")]);
        FactKey key = new("A", Period.Month(2026, 2));
        Assert.Equal("Grown", monitor.Find("revenue-growth", key)?.Band);
        monitor.Update(Row("A", 2, 120, "USD"));
        Assert.Equal(Cause.OtherCurrency, monitor.Find("revenue-growth", key)?.Cause);
    }

    [Fact]
    public void Record_OfTwoCurrencies_IsJudgedAgainAsItWas()
    {
        var a = Policy.Default.RevenueGrowth.Collect(AsOf).AddRange([Row("A", 1, 100, "EUR"), Row("A", 2, 120, "USD")]).Assess().Last();
        Assert.Contains("\"Currency\":\"USD\",\"CurrencyBefore\":\"EUR\"", a.ToRecord().Fact!.Json, StringComparison.Ordinal);
        Assert.Empty(a.ToRecord().Verify(Policy.Default).Differences);
    }

    /// <summary>A mapping from before facts had one is of rows that name none.</summary>
    [Fact]
    public void Mapping_WithoutACurrency_IsOfRowsThatNameNone()
    {
        var rule = KeyAccount("EUR").For<HostRow>(r => new AccountRevenue { AccountId = r.Id, Period = r.Of, Revenue = r.Sum });
        Assert.Equal(("Key", "EUR"), (rule.Assess(new("A", Period.Month(2026, 1), 100), AsOf) is var a ? a.Band : null, a.Currency));
    }

    [Fact]
    public void Document_NamesTheCurrencyOfThresholds_AndRefusesWhatIsNone()
    {
        var policy = Policy.Parse("""
            { "keyAccount": { "entryThreshold": 100, "currency": "EUR" },
              "lifetimeValue": { "bands": [{ "name": "Low" }, { "name": "Gold", "from": 100 }], "currency": "USD" } }
            """);
        Assert.Equal(("EUR", "USD"), (policy.Terms.KeyAccount.Currency, policy.Terms.LifetimeValue.Currency));
        Assert.Equal(policy.Terms, Policy.Parse(PolicyDocument.Write(policy)).Terms);
        Assert.Equal(
            [
                "$.keyAccount.currency: found `euro`; allowed: a currency by its three capital letters, such as EUR",
                "$.lifetimeValue.currency: found `EUR`; allowed: bands beside it, which it is the currency of; add bands, or leave it out",
            ],
            Assert.Throws<PolicyException>(() => Policy.Parse("""
                { "keyAccount": { "entryThreshold": 100, "currency": "euro" }, "lifetimeValue": { "currency": "EUR" } }
                """)).Problems.Select(p => $"{p.Path}: found {p.Found}; allowed: {p.Allowed}"));
    }

    private static LifecycleRule<AccountRevenue> KeyAccount(string? currency) =>
        new Policy(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100, Currency = currency })).KeyAccount;

    private static Policy Gold(string? currency) => new(new PolicyTerms().With(new LifetimeValueTerms
    {
        Bands = [new() { Name = "Low" }, new() { Name = "Gold", From = 100 }],
        Currency = currency,
    }));

    private static Assessment[] Lifetimes(Policy policy, params AccountRevenue[] rows) => [.. policy.LifetimeValue.Collect(AsOf).AddRange(rows).Assess()];

    private static AccountRevenue Row(string account, int month, decimal revenue, string? currency = null) =>
        new() { AccountId = account, Period = Period.Month(2026, month), Revenue = revenue, Currency = currency };

    private sealed record HostRow(string Id, Period Of, decimal? Sum);
}
