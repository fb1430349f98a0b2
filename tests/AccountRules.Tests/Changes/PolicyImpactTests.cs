using System.Globalization;
using System.Numerics;
using AccountRules.Facts;
using AccountRules.Tests.Cases;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Changes;

public sealed class PolicyImpactTests
{
    private static readonly DateOnly AsOf = new(2026, 6, 1);

    /// <summary>At 82 %, of 100: the cut alone takes 40, the factor alone nothing, both 50. The cut takes 40 or 50, the factor nothing or 10.</summary>
    [Fact]
    public void Pay_ThatTwoClausesChangeTogether_IsSharedByTheMeanOfBothOrders()
    {
        var impact = Pay([At(0.82m)], With(("Full", b => b with { Above = 0.85m }), ("Partial", b => b with { Factor = 0.50m })));

        Assert.Equal((100m, 50m, -50m), (impact.Old, impact.New, impact.Difference));
        Assert.Equal(
            [("performancePay.bands[Partial].factor", -5m, "-5"), ("performancePay.bands[Full].above", -45m, "-45")],
            impact.ByClause.Select(c => (c.Term, c.Difference, c.Exact)));
    }

    /// <summary>Low cannot begin at 65 % before Partial begins at 70 %: of the two orders only one can be gone.</summary>
    [Fact]
    public void Pay_OfClausesThatMustBeMadeInOneOrder_IsSharedByThatOrder()
    {
        var impact = Pay([At(0.62m)], With(("Low", b => b with { Above = 0.65m }), ("Partial", b => b with { Above = 0.70m })));

        Assert.Equal(
            [("performancePay.bands[Low].above", -40m), ("performancePay.bands[Partial].above", -20m)], impact.ByClause.Select(c => (c.Term, c.Difference)));
    }

    [Fact]
    public void Pay_OfATableOfOtherBands_IsOneClause()
    {
        var terms = new PolicyTerms();
        var impact = Pay([At(0.82m)], terms.With(new PerformancePayTerms { Bands = [.. terms.PerformancePay.Bands.SkipLast(1)] }));

        Assert.Equal([new ClauseImpact("performancePay.bands", 0.00m, "0")], impact.ByClause);
    }

    [Fact]
    public void Classes_OfPay_PartAtFivePercent()
    {
        var impact = Pay(
            [At(0.2m), At(0.5m), At(0.7m), At(0.9m), At(1.1m)],
            With(("Low", b => b with { Factor = 0.42m }), ("Partial", b => b with { Factor = 0.55m }), ("Full", b => b with { Factor = 0.98m }),
                ("Over", b => b with { Factor = 1.2m })));

        Assert.Equal([1, 1, 1, 1, 1], impact.Classes);
    }

    [Fact]
    public void Rules_OfAllKinds_SayWhoChangesFromWhatToWhat()
    {
        var terms = new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100 });
        var (old, @new) = (
            new Policy(terms),
            new Policy(terms.With(new KpiAttainmentTerms { Above = 0.9m }).With(new FteFulfillmentTerms { LimitDays = 60, AtRiskFromDay = 50 })
                .With(new KeyAccountTerms { EntryThreshold = 200 })));
        var impact = new PolicyImpact(old, @new, AsOf);
        var (orders, results, months, members) = (
            impact.Collect(old.FteFulfillment), impact.Collect(old.KpiAttainment), impact.Collect(old.KpiMonth), impact.CollectTrack(old.KeyAccount));
        orders.Add(new FteOrder { OrderId = "1", OrderedOn = AsOf.AddDays(-70) });
        orders.Add(new FteOrder { OrderId = "2", OrderedOn = AsOf.AddDays(-10) });
        var result = new KpiResult { EmployeeId = "e", Kpi = "k", Period = Period.Month(2026, 1), Target = 100, Actual = 88 };
        results.Add(result);
        months.Add(result);
        foreach (var (month, revenue) in new[] { (1, 150m), (2, 50m) })
            members.Add(new AccountRevenue { AccountId = "a", Period = Period.Month(2026, month), Revenue = revenue });

        Assert.Equal(
            [
                "fte-fulfillment 1/2: OnTrack -> Overdue 1",
                "kpi-attainment 1/1: Met -> Missed 1",
                "kpi-month 1/1: Met -> Missed 1",
                "key-account 2/2: Key, Stayed -> Standard, Outside 1; Standard, Left -> Standard, Outside 1",
            ],
            impact.Rules.Select(r => $"{r.RuleId} {r.Changed}/{r.Facts}: {string.Join("; ", r.Transitions.Select(t => $"{t.From} -> {t.To} {t.Count}"))}"));
    }

    /// <summary>The totals are those of paying by each policy, and the clauses add up to their difference to the last digit.</summary>
    [Fact]
    public void Pay_OfAnyFactsAndPolicies_AddsUp() => Check.One(
        Generated.Cases(12),
        Prop.ForAll(AnyPay.ToArbitrary(), c =>
        {
            var impact = Pay(c.Facts, c.Old, c.New, c.AsOf);

            Assert.Equal(Payables.Total(c.Facts.Select(f => c.Old.PerformancePay.Assess(f, c.AsOf))).Sum, impact.Old);
            Assert.Equal(Payables.Total(c.Facts.Select(f => c.New.PerformancePay.Assess(f, c.AsOf))).Sum, impact.New);
            if (impact.ByClause.Count > 0)
                Assert.Equal(impact.Difference, impact.ByClause.Sum(b => b.Difference));
            else
                Assert.Equal(0, impact.Difference);

            Assert.Equal(c.Facts.Count, impact.Classes.Sum());
        }));

    /// <summary>The mean over every order, gone one by one: what the product gets without going them.</summary>
    [Fact]
    public void Pay_OfUpToFiveClauses_IsTheMeanOverAllOrdersThatCanBeGone()
    {
        var tried = 0;
        Check.One(Generated.Cases(40), Prop.ForAll(AnyClauses.ToArbitrary(), c =>
        {
            PolicyTerms Made(IEnumerable<int> which) => With([.. which.Select(i => c.Changes[i])]);
            var known = new Dictionary<int, decimal?>();
            decimal? Paid(IEnumerable<int> which)
            {
                var subset = which.Sum(i => 1 << i);
                if (!known.TryGetValue(subset, out var paid))
                    known[subset] = paid = PaidBy(Made(which), c.Facts);

                return paid;
            }

            var (sums, orders) = (new decimal[c.Changes.Length], 0);
            foreach (var order in Orders([.. Enumerable.Range(0, c.Changes.Length)]))
            {
                var paid = Enumerable.Range(0, order.Length + 1).Select(n => Paid(order[..n])).ToArray();
                if (Array.Exists(paid, p => p is null))
                    continue;

                orders++;
                for (var i = 0; i < order.Length; i++)
                    sums[order[i]] += paid[i + 1]!.Value - paid[i]!.Value;
            }

            if (orders == 0 || Paid(Enumerable.Range(0, c.Changes.Length)) is null)
                return;

            tried += c.Changes.Length > 1 ? 1 : 0;

            var expected = sums.Select(s => Fraction(s, orders)).Order(StringComparer.Ordinal);
            var found = Pay(c.Facts, Made(Enumerable.Range(0, c.Changes.Length)));
            Assert.Equal(expected, found.ByClause.Select(b => b.Exact).Order(StringComparer.Ordinal));
            Assert.Equal(found.Difference, found.ByClause.Sum(b => b.Difference));
        }));
        Assert.InRange(tried, 10, 60);
    }

    private static decimal? PaidBy(PolicyTerms terms, PayPeriod[] facts)
    {
        try
        {
            var policy = new Policy(terms);
            return facts.Sum(f => policy.PerformancePay.Assess(f, AsOf).Payable ?? 0);
        }
        catch (PolicyException)
        {
            return null;
        }
    }

    private static Gen<(PayPeriod[] Facts, (string, Func<PayBandTerms, PayBandTerms>)[] Changes)> AnyClauses =>
        from cuts in Gen.ListOf(Gen.Choose(30, 110), 3).Select(c => c.OrderDescending().ToArray())
        from factors in Gen.ListOf(Gen.Choose(0, 130).Where(f => f is not (40 or 60 or 100)), 2)
        from count in Gen.Choose(1, 5)
        from facts in Gen.ListOf(Gen.Choose(0, 120), 20)
        let changes = ((string, Func<PayBandTerms, PayBandTerms>)[])
        [
            ("Full", b => b with { Above = (cuts[0] + 0.1m) / 100 }), ("Partial", b => b with { Factor = factors[0] / 100m }),
            ("Partial", b => b with { Above = (cuts[1] + 0.1m) / 100 }), ("Full", b => b with { Factor = factors[1] / 100m }),
            ("Low", b => b with { Above = (cuts[2] + 0.1m) / 100 }),
        ]
        select (facts.Select(f => At(f / 100m)).ToArray(), changes[..count]);

    private static Gen<(Policy Old, Policy New, DateOnly AsOf, IReadOnlyList<PayPeriod> Facts)> AnyPay =>
        from old in Terms.Any(Reach.Plain)
        from @new in Terms.Any(Reach.Plain)
        from asOf in Dates.AsOf(Reach.Plain)
        from before in Gen.ListOf(RuleCase.Of<PayPeriod>().Fact(old, asOf, Reach.Plain with { LargestPay = 1_000_000 }), 30)
        from after in Gen.ListOf(RuleCase.Of<PayPeriod>().Fact(@new, asOf, Reach.Plain with { LargestPay = 1_000_000 }), 30)
        select (OfOneCurrency(old), OfOneCurrency(@new), asOf, (IReadOnlyList<PayPeriod>)[.. before.Concat(after).Select(pay => pay with { Currency = null })]);

    /// <summary>An impact adds up amounts of one.</summary>
    private static Policy OfOneCurrency(PolicyTerms terms) => new(terms.With(PayTables.WithoutCurrencies(terms.PerformancePay)));

    private static IEnumerable<int[]> Orders(int[] of) =>
        of.Length <= 1 ? [of] : of.SelectMany(first => Orders([.. of.Where(i => i != first)]).Select(rest => (int[])[first, .. rest]));

    private static string Fraction(decimal sum, int orders)
    {
        var (top, bottom) = (new BigInteger(sum * 10_000), new BigInteger(orders) * 10_000);
        var common = BigInteger.GreatestCommonDivisor(top, bottom);
        return bottom == common
            ? (top / common).ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{top / common}/{bottom / common}");
    }

    private static PayPeriod At(decimal attainment) =>
        new() { EmployeeId = "e", Period = Period.Month(2026, 1), Target = 1, Actual = attainment, CommittedPay = 100 };

    private static PolicyTerms With(params (string Band, Func<PayBandTerms, PayBandTerms> Change)[] changes)
    {
        var terms = new PolicyTerms().With(new ImprovementPlanTerms { ExpectedAbove = 0.35m });
        return changes.Aggregate(terms, (all, change) => all.With(new PerformancePayTerms
        {
            Bands = [.. all.PerformancePay.Bands.Select(b => b.Name == change.Band ? change.Change(b) : b)],
        }));
    }

    private static PayImpact Pay(IReadOnlyList<PayPeriod> facts, PolicyTerms @new) => Pay(facts, Policy.Default, new(@new), AsOf);

    private static PayImpact Pay(IReadOnlyList<PayPeriod> facts, Policy old, Policy @new, DateOnly asOf)
    {
        var impact = new PolicyImpact(old, @new, asOf);
        var collector = impact.Collect(@new.PerformancePay);
        foreach (var fact in facts)
            collector.Add(fact);

        return impact.Pay;
    }
}
