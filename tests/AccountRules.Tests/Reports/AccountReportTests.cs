using AccountRules.Facts;

namespace AccountRules.Tests.Reports;

/// <summary>Small data with every number worked out by hand, as of 2026-06-15.</summary>
public sealed class AccountReportTests
{
    private static readonly DateOnly AsOf = new(2026, 6, 15);

    private static readonly Policy Policy = new(new PolicyTerms()
        .With(new KeyAccountTerms { EntryThreshold = 1000 })
        .With(new ProgressUpdateTerms { EveryDays = 14 })
        .With(new RetentionTerms { From = 0.5m, Per = RetentionPer.Manager }));

    /// <summary>Day 100, 80 and 10 of 90, and one that was fulfilled on day 10.</summary>
    private static readonly FteOrder[] Orders =
    [
        new() { OrderId = "1", AccountId = "ACME", OrderedOn = AsOf.AddDays(-100) },
        new() { OrderId = "2", AccountId = "ACME", OrderedOn = AsOf.AddDays(-80) },
        new() { OrderId = "3", AccountId = "BETA", OrderedOn = AsOf.AddDays(-10) },
        new() { OrderId = "4", AccountId = "BETA", OrderedOn = AsOf.AddDays(-200), FulfilledOn = AsOf.AddDays(-190) },
    ];

    private static readonly Account[] Accounts =
    [
        new() { AccountId = "ACME", ManagerId = "ann", Tier = "gold", StartedOn = new(2025, 1, 1) },
        new() { AccountId = "BETA", ManagerId = "ann", Tier = "silver", StartedOn = new(2025, 1, 1) },
        new() { AccountId = "CODA", ManagerId = "bob", StartedOn = new(2025, 1, 1) },
    ];

    [Fact]
    public void Sheet_OfAnAccount_CountsItsFactsByRule()
    {
        var acme = Collect().AddRange(Orders).Report().Account("ACME")!;

        Assert.Equal("AtRisk 1, Overdue 1", acme.Rule("fte-fulfillment")!.Standings.ToString());
        Assert.Equal(2, acme.Standings.Total);
    }

    [Fact]
    public void Sheets_OfManagersTiersAndAll_AddUpThoseOfTheirAccounts()
    {
        var report = Collect().AddRange(Accounts).AddRange(Orders).Report();

        Assert.Equal(["ann: AtRisk 1, Met 1, OnTrack 1, Overdue 1 of 2", "bob:  of 1"], report.Managers.Select(Line));
        Assert.Equal(["gold: AtRisk 1, Overdue 1 of 1", "silver: Met 1, OnTrack 1 of 1", ":  of 1"], report.Tiers.Select(Line));
        Assert.Equal(["ACME: AtRisk 1, Overdue 1 of 1", "BETA: Met 1, OnTrack 1 of 1", "CODA:  of 1"], report.Accounts.Select(Line));
        Assert.Equal(": AtRisk 1, Met 1, OnTrack 1, Overdue 1 of 3", Line(report.All));
    }

    [Fact]
    public void Worst_OfAManager_ComesFirstWithItsReason()
    {
        var worst = Collect().AddRange(Accounts).AddRange(Orders).Report().Manager("ann")!.Worst;

        Assert.Equal(["1", "2"], worst.Select(a => a.Subject));
        Assert.Equal("Order 1 is open for 100 days, 10 more than the 90 allowed; it was due 2026-06-05.", worst[0].Reason);
    }

    [Fact]
    public void Worst_OfMoreThanAreShown_AreTheWorstAndAllAreCounted()
    {
        var orders = Enumerable.Range(0, 40).Select(
            i => new FteOrder { OrderId = $"{i}", AccountId = i % 2 == 0 ? "A" : "B", OrderedOn = AsOf.AddDays(-91 - i) });

        var all = Collect(new() { Worst = 3 }).AddRange(orders).Report().All;

        Assert.Equal(["39", "38", "37"], all.Worst.Select(a => a.Subject));
        Assert.Equal(40, all.Attention.Total);
    }

    [Fact]
    public void Next_IsByWhenToAct()
    {
        var report = Collect(new() { Days = 70 }).AddRange(Orders).Report();

        // Order 2 was placed on 2026-03-27: day 90 is 2026-06-25. Order 3 on 2026-06-05: from day 76, 2026-08-20, it is at risk.
        Assert.Equal(["2026-06-26 2 Overdue by 2026-06-25", "2026-08-20 3 AtRisk by 2026-08-19"], report.All.Next.Select(Line));
        Assert.Equal(["2026-06-26 2 Overdue by 2026-06-25"], report.Account("ACME")!.Next.Select(Line));

        static string Line(AgendaEntry e) => $"{e.On:yyyy-MM-dd} {e.Subject} {e.To} by {e.ActBy:yyyy-MM-dd}";
    }

    [Fact]
    public void Debts_AreAddedUpByAge_AndThoseWithoutAnAmountAreCounted()
    {
        var report = Collect().AddRange<Invoice>(
        [
            Bill("1", daysPast: -5, 10m), Bill("2", 0, 0.5m), Bill("3", 1, 100m), Bill("4", 30, 20.25m), Bill("5", 30, null), Bill("6", 31, 7m),
            Bill("7", 61, null), Bill("8", 90, 1000m) with { PaidOn = AsOf },
        ]).Report();

        Assert.Equal(
            ["NotLate 2 10.5 0", "Days1To30 3 120.25 1", "Days31To60 1 7 0", "Over60 1 0 1"],
            report.Account("ACME")!.Rule("payment")!.Debts.Select(d => FormattableString.Invariant($"{d.Band} {d.Count} {d.Amount} {d.WithoutAmount}")));
    }

    [Fact]
    public void Debts_InSeveralCurrencies_AreAddedUpEachByItself()
    {
        var debts = Collect().AddRange<Invoice>(
        [
            Bill("1", 1, 100m) with { Currency = "USD" }, Bill("2", 1, 20m) with { Currency = "EUR" }, Bill("3", 31, 7m),
            Bill("4", 2, 5m) with { Currency = "EUR" },
        ]).Report().All.Rule("payment")!.Debts;

        Assert.Equal(
            [" Days31To60 1 7", "EUR Days1To30 2 25", "USD Days1To30 1 100"],
            debts.Where(d => d.Count > 0).Select(d => FormattableString.Invariant($"{d.Currency} {d.Band} {d.Count} {d.Amount}")));
        Assert.Equal(12, debts.Count);
    }

    [Fact]
    public void Debts_ThatNoDecimalHolds_HaveNoSum()
    {
        var debts = Collect().AddRange<Invoice>([Bill("1", 1, decimal.MaxValue), Bill("2", 1, decimal.MaxValue), Bill("3", 31, 1)])
            .Report().All.Rule("payment")!.Debts;

        Assert.Equal([0m, null, 1m, 0m], debts.Select(d => d.Amount));
    }

    [Fact]
    public void Portfolio_SaysWhoIsInNow_BesideThePeriodBefore()
    {
        var report = Collect().AddRange<AccountRevenue>(
        [
            Revenue("ACME", 4, 1000), Revenue("ACME", 5, 1000), Revenue("BETA", 4, 1200), Revenue("BETA", 5, 900), Revenue("CODA", 4, 1),
            Revenue("CODA", 5, 2000), Revenue("DODO", 4, 5000), Revenue("EGON", 5, 5), Revenue("EGON", 7, 5000),
        ]).Report();

        var all = report.All.Rule("key-account")!;
        Assert.Equal((Period.Month(2026, 5), 2, 1, 2), (all.Newest, all.Now!.Members, all.Now.Entered, all.Now.Left));
        Assert.Equal((3, 0, 0), (all.Before!.Members, all.Before.Entered, all.Before.Left));
        Assert.Equal(Movement.Entered, report.Account("CODA")!.Rule("key-account")!.Now!.Only.Movement);
        Assert.Equal(Movement.Left, report.Account("DODO")!.Rule("key-account")!.Now!.Only.Movement);
        Assert.True(all.IsPortfolio);
    }

    [Fact]
    public void Periods_PastTheMost_LeaveTheNewestWithAllThatIsInThem()
    {
        var revenues = Enumerable.Range(1, 6).Select(m => Revenue("ACME", m, 1)).Concat(Enumerable.Range(1, 3).Select(m => Revenue("BETA", m, 1)));

        var rule = Collect(new() { Periods = 4 }).AddRange(revenues).Report().All.Rule("key-account")!;

        Assert.Equal(["2026-03 2", "2026-04 1", "2026-05 1", "2026-06 1"], rule.Periods.Select(p => $"{p.Period} {p.Standings.Total}"));
        Assert.Equal([false, false, false, true], rule.Periods.Select(p => p.IsProvisional));
        Assert.Equal(9, rule.Standings.Total);
    }

    [Fact]
    public void Retention_PerManager_StandsInTheManagersSheet()
    {
        var report = Collect().AddRange(Accounts).AddRange<AccountRevenue>(
            [Revenue("ACME", 4, 1), Revenue("BETA", 4, 1), Revenue("CODA", 4, 1), Revenue("BETA", 5, 1), Revenue("ACME", 5, 0)]).Report();

        var ann = report.Manager("ann")!.Rule("retention")!;
        Assert.Equal((0.5m, Standing.Met), (ann.Now!.Only.Value, ann.Now.Only.Standing));
        Assert.Equal(Standing.Missed, report.Manager("bob")!.Rule("retention")!.Now!.Only.Standing);
        Assert.Null(report.All.Rule("retention"));
        Assert.Null(report.Account("ACME")!.Rule("retention"));
    }

    [Fact]
    public void Cadence_OfAnAccount_StandsInItsSheetAndWarns()
    {
        var report = Collect().AddRange(Accounts).AddRange<ProgressUpdate>(
            [new() { AccountId = "ACME", SentOn = AsOf.AddDays(-15) }, new() { AccountId = "BETA", SentOn = AsOf.AddDays(-3) }]).Report();

        Assert.Equal(
            ["Overdue", "OnTrack", "Overdue"],
            new[] { "ACME", "BETA", "CODA" }.Select(id => report.Account(id)!.Rule("progress-update")!.Standings.Single().Standing.ToString()));
        Assert.Equal(["2026-06-24 AtRisk", "2026-06-27 Overdue"], report.Account("BETA")!.Next.Select(e => $"{e.On:yyyy-MM-dd} {e.To}"));
    }

    [Fact]
    public void Rule_OfWhichAKindOfFactsIsNotGiven_SaysNothingAndIsTold()
    {
        var report = Collect().AddRange(Accounts).AddRange(Orders).Report();

        Assert.Equal(
            ["progress-update: not assessed, since there are no progress-updates", "business-review: not assessed, since there are no business-reviews"],
            report.NotAssessed.Select(r => r.ToString()));
        Assert.Equal(["fte-fulfillment"], report.All.Rules.Select(r => r.Rule.Id));
        Assert.Equal(1, report.All.Changes);
        Assert.Empty(Collect().AddRange(Accounts).AddRange<ProgressUpdate>([]).AddRange<BusinessReview>([]).Report().NotAssessed);
    }

    [Fact]
    public void Accounts_ThatAreNotInTheList_AreTold()
    {
        var report = Collect().AddRange(Accounts.Skip(1)).AddRange(Orders).Report();

        Assert.Equal(["ACME"], report.Unlisted);
        Assert.Equal([false, true, true], report.Accounts.Select(a => a.IsListed!.Value));
        Assert.Equal(": AtRisk 1, Overdue 1 of 1", Line(report.Manager("")!));
    }

    [Fact]
    public void Accounts_WithoutAList_AreNotSaidToLackInIt()
    {
        var report = Collect().AddRange(Orders).Report();

        Assert.Empty(report.Unlisted);
        Assert.All(report.Accounts, a => Assert.Null(a.IsListed));
        Assert.Empty(report.Managers);
        Assert.Empty(report.Tiers);
        Assert.Equal(["ACME", "BETA"], Collect().AddRange<Account>([]).AddRange(Orders).Report().Unlisted);
    }

    [Fact]
    public void Account_OfWhichTheRowCouldNotBeRead_IsNotSaidToLackInTheList()
    {
        var collector = Collect().AddRange(Accounts.Skip(1)).AddRange(Orders);
        collector.Collect(Policy.ProgressUpdate).AddUnreadable(Accounts[0]);

        Assert.Empty(collector.Report().Unlisted);
    }

    [Fact]
    public void Facts_OfNoAccount_AreLeftOutAndCounted()
    {
        var report = Collect().AddRange<KpiResult>([Kpi("ann"), Kpi("bob")]).AddRange<PayPeriod>([])
            .AddRange(Orders).Add(new FteOrder { OrderId = "9", OrderedOn = AsOf }).Report();

        Assert.Equal(["1 fte-orders, without an account", "2 kpi-results, which are of no account"], report.LeftOut.Select(l => l.ToString()));
        Assert.Equal(4, report.All.Standings.Total);
    }

    [Fact]
    public void Fact_ThatComesTwice_IsADuplicateAndComesNextOnce()
    {
        var acme = Collect().AddRange(Orders).Add(Orders[1]).Report().Account("ACME")!;

        Assert.Equal("Undetermined 1, AtRisk 1, Overdue 1", acme.Standings.ToString());
        Assert.Equal(Cause.Duplicate, acme.Worst[2].Cause);
        Assert.Equal(1, acme.Changes);
    }

    [Fact]
    public void Rule_ThatIsNotInForce_NeedsNoAttention()
    {
        var all = AccountReport.Collect(Policy.Default, AsOf).AddRange<AccountRevenue>([Revenue("ACME", 5, 1)]).Report().All;

        Assert.Equal("Undetermined 1", all.Rule("key-account")!.Standings.ToString());
        Assert.Equal(["retention", "revenue-growth"], all.Worst.Select(a => a.Rule.Id));
    }

    [Fact]
    public void Attention_OfPeriods_IsForTheNewestAndForTheOneBeforeWhileThatRuns()
    {
        // Kept of ann's two accounts: none in 2026-03 and in 2026-05, and so far none of the one in 2026-06.
        AccountRevenue[] revenues =
        [
            Revenue("ACME", 2, 1), Revenue("ACME", 3, 0), Revenue("BETA", 4, 1), Revenue("ACME", 5, 1), Revenue("BETA", 5, 0), Revenue("ACME", 6, 0),
        ];

        Assert.Equal(["2026-06 Missed", "2026-05 Missed"], Worst(revenues));
        Assert.Equal(["2026-05 Missed"], Worst(revenues[..^1]));

        static IEnumerable<string> Worst(IEnumerable<AccountRevenue> revenues) =>
            Collect().AddRange(Accounts).AddRange(revenues).Report().Manager("ann")!
                .Worst.Where(a => a.Rule.Id == "retention").Select(a => $"{a.Period} {a.Standing}");
    }

    [Fact]
    public void Rule_OverAHostsType_IsReportedUnderItsAccount()
    {
        var collector = Collect();
        var orders = collector.Collect(Policy.FteFulfillment.For<CrmOrder>(
            o => new FteOrder { OrderId = o.Number, AccountId = o.Customer, OrderedOn = o.PlacedOn, FulfilledOn = null }));
        orders.Add(new("7", "ACME", AsOf.AddDays(-100)));

        Assert.Equal("Overdue 1", collector.Report().Account("ACME")!.Rule("fte-fulfillment")!.Standings.ToString());
    }

    [Fact]
    public void Account_WhoseIdIsNotClean_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Collect().Add(new FteOrder { OrderId = "1", AccountId = "ACME ", OrderedOn = AsOf }));

    [Fact]
    public void Fact_ThatNoRuleTakes_IsRefusedWithTheTypesThatAreTaken() => Assert.StartsWith(
        "No rule of the policy takes facts of type String: give facts of Account, FteOrder, RegistryItem,",
        Assert.Throws<ArgumentException>(() => Collect().Add("x")).Message, StringComparison.Ordinal);

    [Fact]
    public void Options_ThatMakeNoReport_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new AccountReportOptions { Worst = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new AccountReportOptions { Periods = 1 });
    }

    private static AccountReportCollector Collect(AccountReportOptions? options = null) => AccountReport.Collect(Policy, AsOf, options);

    private static string Line(ReportSheet sheet) =>
        $"{sheet.Id}: {string.Join(", ", sheet.Standings.Select(c => $"{c.Standing} {c.Count}").Order(StringComparer.Ordinal))} of {sheet.Accounts}";

    private static Invoice Bill(string id, int daysPast, decimal? amount) =>
        new() { InvoiceId = id, AccountId = "ACME", DueOn = AsOf.AddDays(-daysPast), Amount = amount };

    private static AccountRevenue Revenue(string account, int month, decimal revenue) =>
        new() { AccountId = account, Period = Period.Month(2026, month), Revenue = revenue };

    private static KpiResult Kpi(string employee) => new() { EmployeeId = employee, Kpi = "calls", Period = Period.Month(2026, 5), Target = 1, Actual = 1 };

    private sealed record CrmOrder(string Number, string Customer, DateOnly PlacedOn);
}
