using AccountRules.Facts;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Reports;

/// <summary>A report counts what assessing the facts by the rules gives, for every account, manager and tier, in whatever order the facts come.</summary>
public sealed class AccountReportProofTests
{
    private static readonly DateOnly AsOf = new(2026, 6, 15);

    private static readonly Policy Policy = new(new PolicyTerms()
        .With(new KeyAccountTerms { EntryThreshold = 50 }).With(new ProgressUpdateTerms { EveryDays = 14 }));

    private static readonly Period May = Period.Month(2026, 5);

    private static readonly Period June = Period.Month(2026, 6);

    private static readonly string[] Ids = ["a", "b", "c", "d", "e"];

    private static Gen<DateOnly> Day => Gen.Choose(-200, 40).Select(AsOf.AddDays);

    private static Gen<DateOnly?> End => Gen.Frequency((1, Gen.Constant<DateOnly?>(null)), (1, Day.Select(d => (DateOnly?)d)));

    private static Gen<string?> AnyAccount => Gen.Frequency((1, Gen.Constant<string?>(null)), (9, Gen.Elements<string?>(Ids)));

    private static Gen<FteOrder> Order => from id in Gen.Choose(1, 30)
                                          from account in AnyAccount
                                          from start in Day
                                          from end in End
                                          select new FteOrder { OrderId = $"{id}", AccountId = account, OrderedOn = start, FulfilledOn = end };

    private static Gen<Invoice> Bill => from id in Gen.Choose(1, 30)
                                        from account in AnyAccount
                                        from due in Day
                                        from paid in End
                                        let currency = id % 3 == 0 ? "EUR" : null
                                        select new Invoice
                                        {
                                            InvoiceId = $"{id}",
                                            AccountId = account,
                                            DueOn = due,
                                            PaidOn = paid,
                                            Amount = id,
                                            Currency = currency,
                                        };

    private static Gen<AccountRevenue> Revenue => from account in Gen.Elements(Ids)
                                                  from month in Gen.Choose(1, 7)
                                                  from amount in Gen.Choose(0, 100)
                                                  select new AccountRevenue { AccountId = account, Period = Period.Month(2026, month), Revenue = amount };

    private static Gen<ProgressUpdate> Update => from account in Gen.Elements(Ids)
                                                 from day in Day
                                                 select new ProgressUpdate { AccountId = account, SentOn = day };

    private static Gen<Account[]> List => from count in Gen.Choose(0, Ids.Length)
                                          from managers in Gen.Elements("ann", "bob", null).ArrayOf(count)
                                          from tiers in Gen.Elements("gold", null).ArrayOf(count)
                                          select Ids[..count].Select((id, i) => new Account
                                          {
                                              AccountId = id,
                                              ManagerId = managers[i],
                                              Tier = tiers[i],
                                              StartedOn = AsOf.AddDays(-300),
                                          }).ToArray();

    private static Gen<Data> Any => from list in List
                                    from orders in Order.ArrayOf()
                                    from bills in Bill.ArrayOf()
                                    from revenues in Revenue.ArrayOf()
                                    from updates in Update.ArrayOf()
                                    select new Data(list, orders, bills, revenues, updates);

    [Fact]
    public void Counts_OfTheReport_AreThoseOfAssessingEachFact() => ForEach((data, report) =>
    {
        var assessed = data.Assess().Where(a => a.Account is { Length: > 0 }).ToArray();
        foreach (var id in assessed.Select(a => a.Account!).Concat(data.List.Select(a => a.AccountId)).Distinct())
            Same(assessed.Where(a => a.Account == id), report.Account(id)!);

        foreach (var manager in report.Managers)
            Same(assessed.Where(a => (data.Of(a.Account!)?.ManagerId ?? "") == manager.Id), manager);

        foreach (var tier in report.Tiers)
            Same(assessed.Where(a => (data.Of(a.Account!)?.Tier ?? "") == tier.Id), tier);

        Assert.Equal(assessed.Length, report.Accounts.Sum(a => a.Standings.Total));
        Same(assessed.Concat(Policy.Retention.Collect(AsOf).AddRange(data.List).AddRange(data.Revenues).Assess()), report.All);
    });

    [Fact]
    public void Worst_OfTheReport_AreNoneLessUrgentThanOnesLeftOut() => ForEach((data, report) =>
    {
        Standing[] order = [Standing.Overdue, Standing.AtRisk, Standing.Missed, Standing.Late, Standing.Undetermined];
        var retention = Policy.Retention.Collect(AsOf).AddRange(data.List).AddRange(data.Revenues).Assess().ToArray();
        var newest = retention.Concat(data.Assess()).Where(a => a.Period?.Start <= AsOf && a.Standing != Standing.NotApplicable)
            .GroupBy(a => a.Rule.Id).ToDictionary(r => r.Key, r => r.Max(a => a.Period));
        var bad = data.Assess().Where(a => a.Account is { Length: > 0 }).Concat(retention)
            .Where(a => order.Contains(a.Standing) && (a.Period is not { } p || p == newest[a.Rule.Id] || (newest[a.Rule.Id] == June && p == May)))
            .Select(a => Array.IndexOf(order, a.Standing)).Order().ToArray();

        Assert.Equal(bad.Length, report.All.Attention.Total);
        Assert.Equal(bad.Take(5), report.All.Worst.Select(a => Array.IndexOf(order, a.Standing)));
    });

    [Fact]
    public void Debts_OfTheReport_AreTheOpenInvoicesOfEachBand() => ForEach((data, report) =>
    {
        var open = Policy.Payment.AssessOnce(data.Bills.Where(b => b.AccountId is not null), AsOf)
            .Where(a => a.Standing is Standing.OnTrack or Standing.Overdue).ToArray();
        foreach (var debt in report.All.Rule("payment")?.Debts ?? [])
        {
            var own = open.Where(a => a.Band == debt.Band && a.FactAs<Invoice>()!.Currency == debt.Currency).ToArray();
            Assert.Equal(own.Length, debt.Count);
            Assert.Equal(own.Sum(a => a.FactAs<Invoice>()!.Amount!.Value), debt.Amount);
        }
    });

    private static void Same(IEnumerable<Assessment> assessed, ReportSheet sheet) => Assert.Equal(
        assessed.GroupBy(a => a.Rule.Id).OrderBy(r => r.Key, StringComparer.Ordinal)
            .Select(r => $"{r.Key}: {new StandingCounts(r.Select(a => new StandingCount { Standing = a.Standing, Count = 1 }))}"),
        sheet.Rules.OrderBy(r => r.Rule.Id, StringComparer.Ordinal).Select(r => $"{r.Rule.Id}: {r.Standings}"));

    private static void ForEach(Action<Data, AccountReport> body) =>
        Check.One(Generated.Cases(60), Prop.ForAll(Any.ToArbitrary(), data => body(data, data.Report())));

    private sealed record Data(Account[] List, FteOrder[] Orders, Invoice[] Bills, AccountRevenue[] Revenues, ProgressUpdate[] Updates)
    {
        public Account? Of(string id) => Array.Find(List, a => a.AccountId == id);

        /// <summary>The list comes last, so that no fact knows its manager when it comes.</summary>
        public AccountReport Report() => AccountReport.Collect(Policy, AsOf)
            .AddRange(Updates).AddRange(Revenues).AddRange(Bills).AddRange(Orders).AddRange(List).Report();

        public IEnumerable<Assessment> Assess() =>
        [
            .. Policy.FteFulfillment.AssessOnce(Orders.Where(o => o.AccountId is not null), AsOf),
            .. Policy.Payment.AssessOnce(Bills.Where(b => b.AccountId is not null), AsOf),
            .. Policy.KeyAccount.Track(Revenues, AsOf),
            .. Policy.RevenueGrowth.Collect(AsOf).AddRange(Revenues).Assess(),
            .. Policy.LifetimeValue.Collect(AsOf).AddRange(Revenues).Assess(),
            .. Policy.ProgressUpdate.Collect(AsOf).AddRange(List).AddRange(Updates).Assess(),
        ];
    }
}
