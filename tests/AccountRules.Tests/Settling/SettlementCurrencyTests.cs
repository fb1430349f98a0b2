using AccountRules.Facts;

namespace AccountRules.Tests.Settling;

/// <summary>A ledger of several currencies is settled one after the other, and no amount of one is added to another.</summary>
public sealed class SettlementCurrencyTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    private static readonly SettlementLedger Settled =
        Run(Run(SettlementLedger.Empty, "EUR", Pay("a", "EUR"), Pay("b", "EUR")).Ledger, "JPY", Pay("a", "EUR"), Pay("c", "JPY")).Ledger;

    [Fact]
    public void Run_OfACurrency_SettlesItsFactsAlone()
    {
        var run = Run(Settled, "EUR", Pay("a", "EUR", 79), Pay("c", "JPY", 10));

        Assert.Equal(["a Corrected 1000.00 -400.00 600.00", "b Withdrawn 1000.00 -1000.00"], run.Short().Select(line => line.TrimEnd(' ', '-')));
        Assert.Equal((2000m, -1400m, 600m), (run.Total.All.Settled, run.Total.All.Difference, run.Total.All.Now));
        Assert.Equal(0, run.OutOfScope.Lines);
        Assert.Equal(["c"], run.LeftOut.Select(left => left.Fact.Subject));
        Assert.Contains("paid 600.00 EUR", $"{run.Lines[0]}", StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OfSeveralCurrencies_IsRefused()
    {
        foreach (var ledger in new[] { SettlementLedger.Empty, Settled })
        {
            Assert.Contains(
                "The amounts are in EUR and JPY: settle one currency after the other",
                Assert.Throws<SettlementException>(() => Run(ledger, currency: null, Pay("a", "EUR"), Pay("c", "JPY"))).Message, StringComparison.Ordinal);
        }
    }

    /// <summary>It stands settled in one currency, and is paid in the other from now on: first it is withdrawn, and then new.</summary>
    [Fact]
    public void Fact_OfAnotherCurrencyThanBefore_IsWithdrawnInTheOneAndNewInTheOther()
    {
        Assert.Throws<SettlementException>(() => Run(Settled, "JPY", Pay("a", "JPY"), Pay("c", "JPY")));

        var eur = Run(Settled, "EUR", Pay("a", "JPY"), Pay("b", "EUR"), Pay("c", "JPY"));
        Assert.Equal([SettlementKind.Withdrawn, SettlementKind.Unchanged], eur.Lines.Select(line => line.Kind));
        var jpy = Run(eur.Ledger, "JPY", Pay("a", "JPY"), Pay("b", "EUR"), Pay("c", "JPY"));
        Assert.Equal([SettlementKind.New, SettlementKind.Unchanged], jpy.Lines.Select(line => line.Kind));
    }

    /// <summary>A row that is mistyped settles nothing, and takes nothing back: it is held in the currency in which it stands.</summary>
    [Fact]
    public void Fact_ThatCannotBeSettledNow_IsHeldInTheCurrencyInWhichItStands()
    {
        var policy = new Policy(new PolicyTerms().With(new PerformancePayTerms { Currency = "EUR" }));
        var scope = new SettlementScope { Currency = "EUR" };
        var ledger = SettlementLedger.Empty.Settle(Day, policy.PerformancePay.Assess([Pay("a", "EUR")], Day), scope).Ledger;

        var run = ledger.Settle(Day, policy.PerformancePay.Assess([Pay("a", "USD")], Day), scope);
        Assert.Equal((SettlementKind.Held, "OtherCurrency", 0m), (run.Lines.Single().Kind, run.Lines[0].Cause, run.Lines[0].Difference));
    }

    /// <summary>Amounts that name no currency are one of their own, which an empty scope settles.</summary>
    [Fact]
    public void Amounts_ThatNameNone_AreSettledByThemselves()
    {
        PayPeriod[] pays = [Pay("a", "EUR"), Pay("n", "EUR") with { Currency = null }];
        Assert.Contains(
            "The amounts are in no named currency and EUR", Assert.Throws<SettlementException>(() => Run(SettlementLedger.Empty, currency: null, pays)).Message,
            StringComparison.Ordinal);
        Assert.Equal(["n New - 1000.00 1000.00"], Run(SettlementLedger.Empty, "", pays).Short());
        Assert.Equal(["a New - 1000.00 1000.00"], Run(SettlementLedger.Empty, "EUR", pays).Short());
    }

    private static Settlement Run(SettlementLedger ledger, string? currency, params PayPeriod[] pays) =>
        ledger.Settle(Day, Policy.Default.PerformancePay.AssessOnce(pays, Day), new SettlementScope { Currency = currency });

    private static PayPeriod Pay(string employee, string currency, decimal actual = 90) => new()
    {
        EmployeeId = employee,
        Period = Period.Month(2026, 1),
        Target = 100,
        Actual = actual,
        CommittedPay = 1000,
        Currency = currency,
    };
}
