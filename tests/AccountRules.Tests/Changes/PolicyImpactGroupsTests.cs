using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Cases;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Changes;

/// <summary>Whom a change of policy concerns: by band, by account, by account manager.</summary>
public sealed class PolicyImpactGroupsTests
{
    private static readonly DateOnly AsOf = new(2026, 6, 1);

    private static readonly Policy Stricter = new(new PolicyTerms().With(new FteFulfillmentTerms { LimitDays = 60, AtRiskFromDay = 50 }));

    /// <summary>Of 100 each at 82, 70 and 20 %: 100 -> 50, 60 -> 50, and nothing as before.</summary>
    [Fact]
    public void Bands_OfPay_AreFromEachToEachWithTheirPay_TheBiggestDifferenceFirst()
    {
        var rule = Collected(HalfOfPay(), i => i.Collect(Policy.Default.PerformancePay), Pay("e", 82), Pay("f", 70), Pay("g", 20), Pay("h", 20, target: 0));

        Assert.Equal(
            [
                new("Full", "Partial", 1, 1, 100.00m, 50.00m), new("Partial", "Partial", 1, 1, 60.00m, 50.00m), new("Pip", "Pip", 1, 0, 0.00m, 0.00m),
                new ImpactBand(null, null, 1, 0, 0, 0),
            ],
            rule.Bands);
        Assert.Equal([true, true, false, false], rule.Bands.Select(b => b.IsChanged));
    }

    [Fact]
    public void Managers_OfPay_AreTheEmployeesWhoArePaid_TheBiggestDifferenceFirst()
    {
        var rule = Collected(
            HalfOfPay(), i => i.Collect(Policy.Default.PerformancePay),
            Pay("e", 70), Pay("f", 82), Pay("e", 70), Pay("g", 95), Pay("d", 20), Pay("c", 70, pay: 500));

        Assert.Equal(
            [new("c", 1, 1, 300.00m, 250.00m), new("f", 1, 1, 100.00m, 50.00m), new("e", 2, 2, 120.00m, 100.00m), new("d", 1, 0, 0.00m, 0.00m),
                new ImpactGroup("g", 1, 0, 100.00m, 100.00m)],
            rule.Managers);
        Assert.Equal([new ImpactGroup(null, 6, 4, 620.00m, 500.00m)], rule.Accounts);
    }

    [Fact]
    public void Accounts_AndManagers_OfOrders_SayWhatIsOfNone()
    {
        var impact = new PolicyImpact(Policy.Default, Stricter, AsOf);
        var orders = impact.Collect(Stricter.FteFulfillment);
        impact.AddAccount(Account("a", "m"));
        foreach (var (account, days) in new[] { ("a", 70), ("b", 70), ("b", 10), ("c", 10), (null, 70), ("", 10), ("d", 70) })
            orders.Add(Order(account, days));

        impact.AddAccount(Account("a", "another"));
        impact.AddAccount(Account("b", "m"));
        impact.AddAccount(Account("c", manager: null));
        var rule = impact.Rules[0];

        Assert.Equal(
            [new("b", 2, 1, 0, 0), new(null, 2, 1, 0, 0), new("a", 1, 1, 0, 0), new("d", 1, 1, 0, 0), new ImpactGroup("c", 1, 0, 0, 0)], rule.Accounts);
        Assert.Equal([new(null, 4, 2, 0, 0), new ImpactGroup("m", 3, 2, 0, 0)], rule.Managers);
    }

    [Fact]
    public void Groups_OfWhatFactsMakeTogether_AreTheirSubjects()
    {
        var terms = new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100 });
        var changed = terms.With(new KpiAttainmentTerms { Above = 0.9m }).With(new KeyAccountTerms { EntryThreshold = 200 });
        var (old, @new) = (new Policy(terms), new Policy(changed));
        var impact = new PolicyImpact(old, @new, AsOf);
        var (months, members, cadences) = (impact.Collect(old.KpiMonth), impact.CollectTrack(old.KeyAccount), impact.Collect(old.BusinessReview));
        months.Add(new KpiResult { EmployeeId = "e", Kpi = "k", Period = Period.Month(2026, 1), Target = 100, Actual = 88 });
        members.Add(new AccountRevenue { AccountId = "a", Period = Period.Month(2026, 1), Revenue = 150 });
        cadences.Add(Account("a", "m"));
        impact.AddAccount(Account("a", "m"));

        Assert.Equal(
            ["kpi-month: - 1/1; e 1/1", "key-account: a 1/1; m 1/1", "business-review: a 0/1; m 0/1"],
            impact.Rules.Select(r => $"{r.RuleId}: {Said(r.Accounts)}; {Said(r.Managers)}"));

        static string Said(IEnumerable<ImpactGroup> groups) => string.Join(", ", groups.Select(g => $"{g.Id ?? "-"} {g.Changed}/{g.Facts}"));
    }

    [Fact]
    public void Groups_ThatAreNotAskedFor_AreNotKept()
    {
        var impact = new PolicyImpact(Policy.Default, Stricter, AsOf) { IsGrouped = false };
        impact.Collect(Stricter.FteFulfillment).Add(Order("a", 70));

        Assert.Equal((0, 0, 1L), (impact.Rules[0].Accounts.Count, impact.Rules[0].Managers.Count, impact.Rules[0].Changed));
    }

    [Fact]
    public void AddAccount_WithAnIdThatIsNotClean_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new PolicyImpact(Policy.Default, Stricter, AsOf).AddAccount(Account(" a", "m")));

    /// <summary>Closed on day 20 and on day 40, both in time before, and in other bands: what is said of both is the same.</summary>
    [Fact]
    public void Transitions_OfTwoBandsInTheSameWords_AreOne()
    {
        var terms = new PolicyTerms().With(new RegistryClosureTerms { TargetDays = 5, LimitDays = 10 });
        var rule = Collected(
            new(terms), i => i.Collect(Policy.Default.RegistryClosure), Item("1", 20), Item("2", 40));

        Assert.Equal([new ImpactTransition("Met", "Late", 2)], rule.Transitions);
        Assert.Equal([new("OnTarget", "Breach", 1, 1, 0, 0), new ImpactBand("WithinWindow", "Breach", 1, 1, 0, 0)], rule.Bands);
    }

    /// <summary>Each employee's sum of what an independent reading of the policies pays, and all of them together the total, to the last digit.</summary>
    [Fact]
    public void Pay_OfAnyFactsAndPolicies_AddsUpByEmployeeAndByBand() => Check.One(
        Generated.Cases(10),
        Prop.ForAll(AnyPay.ToArbitrary(), c =>
        {
            var impact = new PolicyImpact(new(c.Old), new(c.New), c.AsOf);
            var collector = impact.Collect(impact.Diff.New.PerformancePay);
            foreach (var fact in c.Facts)
                collector.Add(fact);

            var rule = impact.Rules[0];
            var said = c.Facts
                .Select(f => (f.EmployeeId, Old: FactReadings.PerformancePay(c.Old, f, c.AsOf), New: FactReadings.PerformancePay(c.New, f, c.AsOf))).ToArray();
            Assert.Equal(
                said.GroupBy(s => s.EmployeeId).Select(g => (Id: g.Key, g.LongCount(), g.Sum(s => s.Old.Payable ?? 0), g.Sum(s => s.New.Payable ?? 0)))
                    .OrderBy(g => g.Id, StringComparer.Ordinal),
                rule.Managers.Select(g => (Id: g.Id!, g.Facts, g.Old, g.New)).OrderBy(g => g.Id, StringComparer.Ordinal));
            Assert.Equal(
                said.GroupBy(s => (From: s.Old.Band, To: s.New.Band))
                    .Select(g => (g.Key, g.LongCount(), g.Sum(s => s.Old.Payable ?? 0), g.Sum(s => s.New.Payable ?? 0))).OrderBy(g => g.Key),
                rule.Bands.Select(b => (Key: (b.From, b.To), b.Facts, b.Old, b.New)).OrderBy(g => g.Key));
            foreach (var groups in new[] { rule.Accounts, rule.Managers })
            {
                Assert.Equal((impact.Pay.Old, impact.Pay.New), (groups.Sum(g => g.Old), groups.Sum(g => g.New)));
                Assert.Equal((rule.Facts, rule.Changed), (groups.Sum(g => g.Facts), groups.Sum(g => g.Changed)));
                Assert.Equal(groups.OrderByDescending(g => Math.Abs(g.New - g.Old)).Select(g => g.Difference), groups.Select(g => g.Difference));
            }

            Assert.Equal((impact.Pay.Old, impact.Pay.New), (rule.Bands.Sum(g => g.Old), rule.Bands.Sum(g => g.New)));
            Assert.Equal((rule.Facts, rule.Changed), (rule.Bands.Sum(g => g.Facts), rule.Bands.Sum(g => g.Changed)));
        }));

    /// <summary>Who changes by the days of the documents alone, whoever the accounts are and whoever manages them.</summary>
    [Fact]
    public void Orders_OfAnyAccounts_AreCountedByTheirAccountAndItsManager() => Check.One(
        Generated.Cases(25),
        Prop.ForAll(AnyOrders.ToArbitrary(), c =>
        {
            var impact = new PolicyImpact(new(new PolicyTerms().With(c.Old)), new(new PolicyTerms().With(c.New)), AsOf);
            var collector = impact.Collect(impact.Diff.New.FteFulfillment);
            foreach (var fact in c.Facts)
                collector.Add(fact);

            foreach (var account in c.Accounts)
                impact.AddAccount(account);

            bool Changes(FteOrder order) => FteFulfillmentReading.Of(order, AsOf, c.Old) is var old && FteFulfillmentReading.Of(order, AsOf, c.New) is var @new
                && (old.Standing, old.Band) != (@new.Standing, @new.Band);
            string? ManagerOf(string? account) => c.Accounts.FirstOrDefault(a => a.AccountId == account)?.ManagerId;
            ImpactGroup[] By(Func<FteOrder, string?> idOf) => [.. c.Facts.GroupBy(idOf).Select(g => new ImpactGroup(g.Key, g.Count(), g.Count(Changes), 0, 0))
                .OrderByDescending(g => g.Changed).ThenByDescending(g => g.Facts).ThenBy(g => g.Id ?? "~", StringComparer.Ordinal)];

            Assert.Equal(By(o => o.AccountId), impact.Rules[0].Accounts);
            Assert.Equal(By(o => ManagerOf(o.AccountId)), impact.Rules[0].Managers);
        }));

    private static Gen<(PolicyTerms Old, PolicyTerms New, DateOnly AsOf, PayPeriod[] Facts)> AnyPay =>
        from old in Terms.Any(Reach.Plain)
        from @new in Terms.Any(Reach.Plain)
        from asOf in Dates.AsOf(Reach.Plain)
        from before in Gen.ListOf(RuleCase.Of<PayPeriod>().Fact(old, asOf, Reach.Plain with { LargestPay = 1_000_000 }), 20)
        from after in Gen.ListOf(RuleCase.Of<PayPeriod>().Fact(@new, asOf, Reach.Plain with { LargestPay = 1_000_000 }), 20)
        from who in Gen.ArrayOf(Gen.Elements("ann", "bob", "eve"), 40)
        select (PayOf(old), PayOf(@new), asOf, (PayPeriod[])[.. before.Concat(after).Zip(who, (f, id) => f with { EmployeeId = id, Currency = null })]);

    /// <summary>The pay alone, of one currency, and what must fit it: the other rules have no part in it.</summary>
    private static PolicyTerms PayOf(PolicyTerms terms) =>
        new PolicyTerms().With(PayTables.WithoutCurrencies(terms.PerformancePay)).With(terms.ImprovementPlan);

    private static Gen<(FteFulfillmentTerms Old, FteFulfillmentTerms New, FteOrder[] Facts, Account[] Accounts)> AnyOrders =>
        from old in AnyDays
        from @new in AnyDays
        from orders in Gen.ArrayOf(
            from account in Gen.Elements("a", "b", "c", "d", null)
            from days in Gen.Choose(-3, 130)
            from end in Gen.Choose(-50, 130)
            select Order(account, days) with { FulfilledOn = end > 60 ? null : AsOf.AddDays(end - days) }, 40)
        from accounts in Gen.ArrayOf(from id in Gen.Elements("a", "b", "c", "x") from manager in Gen.Elements("m", "n", null) select Account(id, manager), 4)
        select (old, @new, orders, accounts);

    private static Gen<FteFulfillmentTerms> AnyDays =>
        from limit in Gen.Choose(20, 120)
        from before in Gen.Choose(1, 19)
        select new FteFulfillmentTerms { LimitDays = limit, AtRiskFromDay = limit - before };

    private static RuleImpact Collected<TFact>(Policy @new, Func<PolicyImpact, FactTaker<TFact>> collect, params TFact[] facts)
        where TFact : class
    {
        var impact = new PolicyImpact(Policy.Default, @new, AsOf);
        var collector = collect(impact);
        foreach (var fact in facts)
            collector.Add(fact);

        return impact.Rules[0];
    }

    private static Policy HalfOfPay()
    {
        var terms = new PolicyTerms();
        return new(terms.With(new PerformancePayTerms
        {
            Bands =
            [
                .. terms.PerformancePay.Bands.Select(b => b.Name switch { "Full" => b with { Above = 0.85m }, "Partial" => b with { Factor = 0.5m }, _ => b }),
            ],
        }));
    }

    private static PayPeriod Pay(string employee, decimal actual, decimal target = 100, decimal pay = 100) =>
        new() { EmployeeId = employee, Period = Period.Month(2026, 1), Target = target, Actual = actual, CommittedPay = pay };

    private static FteOrder Order(string? account, int days) => new() { OrderId = "1", AccountId = account, OrderedOn = AsOf.AddDays(-days) };

    private static RegistryItem Item(string id, int days) =>
        new() { ItemId = id, AccountId = "a", AddedOn = AsOf.AddDays(-60), ClosedOn = AsOf.AddDays(days - 60) };

    private static Account Account(string id, string? manager) => new() { AccountId = id, ManagerId = manager, StartedOn = new(2026, 1, 1) };
}
