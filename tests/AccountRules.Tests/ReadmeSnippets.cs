using AccountRules.Facts;

namespace AccountRules.Tests;

/// <summary>The README's C#, compiled and run; a test compares the texts.</summary>
public class ReadmeSnippets
{
    private sealed record Ticket(string Number, DateOnly OpenedOn, DateOnly? AnsweredOn);

    private sealed record CrmOrder(string Number, DateOnly PlacedOn, DateOnly? FilledOn, string? Customer = null);

    [Fact]
    public void Readme_Order_SaysWhatItShows()
    {
        Policy policy = Policy.Default;                                  // the documents' own numbers; or Policy.Read("policy.json")

        Assessment order = policy.FteFulfillment.Assess(
            new FteOrder { OrderId = "1042", AccountId = "ACME", OrderedOn = new(2026, 9, 1) }, asOf: new(2026, 11, 21));

        Assert.Equal((Standing.AtRisk, 81m, Unit.Days), (order.Standing, order.Value!.Value, order.Unit!.Value));
        Assert.Equal((new DateOnly(2026, 11, 30), new DateOnly(2026, 12, 1)), (order.DueOn!.Value, order.ChangesOn!.Value));
        Assert.Equal("9 days left before OverLimit", order.ToBandAbove.ToString());
        Assert.Equal("Order 1042 is open for 81 of 90 days, due 2026-11-30.", order.Reason);
        Assert.Equal("expectations, 2", order.Citation!.ToString());
    }

    [Fact]
    public void Readme_Pay_SaysWhatItShows()
    {
        var policy = Policy.Default;
        Assessment pay = policy.PerformancePay.Assess(
            new PayPeriod { EmployeeId = "7", Period = Period.Month(2026, 10), Target = 50_000, Actual = 40_000, CommittedPay = 1_234.55m },
            asOf: new(2026, 11, 21));

        Assert.Equal(("Partial", 740.73m), (pay.Band, pay.Payable));
        Assert.Equal("Employee 7 in 2026-10 attained 80 %: Partial, paid at 60 %, 740.73 of 1234.55.", pay.Reason);
        Assert.Equal("must exceed 80 % for Full", pay.ToBandAbove.ToString());
    }

    [Fact]
    public void Readme_HostsOwnClass_IsAssessed()
    {
        var (policy, asOf, crmOrder) = (Policy.Default, new DateOnly(2026, 11, 21), new CrmOrder("1", new(2026, 9, 1), null));
        DeadlineRule<CrmOrder> mine = policy.FteFulfillment.For<CrmOrder>(
            o => new FteOrder { OrderId = o.Number, AccountId = o.Customer, OrderedOn = o.PlacedOn, FulfilledOn = o.FilledOn });

        Assessment assessment = mine.Assess(crmOrder, asOf);

        Assert.Equal(Standing.AtRisk, assessment.Standing);
    }

    [Fact]
    public void Readme_ManyOrders_AreCountedFoundAndJudged()
    {
        var (policy, asOf, Console) = (Policy.Default, new DateOnly(2026, 11, 21), new StringWriter());
        CrmOrder[] crmOrders = [new("1", new(2026, 8, 1), null), new("2", new(2026, 11, 1), null), new("3", new(2026, 6, 1), new(2026, 10, 1))];
        var verdicts = new Verdict[3];
        var mine = policy.FteFulfillment.For<CrmOrder>(o => new FteOrder { OrderId = o.Number, OrderedOn = o.PlacedOn, FulfilledOn = o.FilledOn });

        StandingCounts counts = mine.CountByStanding(crmOrders, asOf);                             // counts[Standing.Overdue]; allocates nothing for an order
        foreach (Assessment late in mine.FindAll(crmOrders, asOf, [Standing.Overdue, Standing.Late]))   // an array, a list, any stream, in its order
            Console.WriteLine(late.Reason);

        mine.Judge(crmOrders, asOf, verdicts);                                                     // each order's verdict, into a buffer of yours

        Assert.Equal("OnTrack 1, Late 1, Overdue 1", counts.ToString());
        Assert.Equal(
            [
                "Order 1 is open for 112 days, 22 more than the 90 allowed; it was due 2026-10-30.",
                "Order 3 was fulfilled on 2026-10-01 after 122 days, 32 more than the 90 allowed; it was due 2026-08-30.",
            ],
            Console.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal([Standing.Overdue, Standing.OnTrack, Standing.Late], verdicts.Select(v => v.Standing));
    }

    [Fact]
    public void Readme_Query_GivesWhatItSays()
    {
        var (policy, asOf) = (Policy.Default, new DateOnly(2026, 11, 21));
        var db = new { Orders = new[] { new CrmOrder("1", new(2026, 8, 1), null), new CrmOrder("2", new(2026, 11, 1), null) }.AsQueryable() };
        var mine = policy.FteFulfillment.For<CrmOrder>(o => new FteOrder { OrderId = o.Number, OrderedOn = o.PlacedOn, FulfilledOn = o.FilledOn });

        IQueryable<CrmOrder> overdue = mine.Where(db.Orders, asOf, Standing.Overdue);     // comparisons of columns, so an index serves
        IQueryable<StandingCount> counts = mine.CountByStanding(db.Orders, asOf);         // one GROUP BY

        Assert.Equal("1", Assert.Single(overdue).Number);
        Assert.Equal(
            [(Standing.OnTrack, 1L), (Standing.Overdue, 1L)],
            counts.Select(c => new { c.Standing, c.Count }).AsEnumerable().Select(c => (c.Standing, c.Count)).Order());
    }

    [Fact]
    public void Readme_ManyFacts_AreTakenTogether()
    {
        var (policy, asOf) = (new Policy(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100 })), new DateOnly(2026, 11, 21));
        KpiResult[] results = [new() { EmployeeId = "7", Kpi = "Sales", Period = Period.Month(2026, 10), Target = 10, Actual = 9 }];
        AccountRevenue[] revenues = [new() { AccountId = "A", Period = Period.Month(2026, 10), Revenue = 100 }];
        var Console = new StringWriter();

        foreach (Assessment month in policy.KpiMonth.Assess(results, asOf))      // all KPIs of an employee and month, with the streak of months met
            Console.WriteLine($"{month.Subject} {month.Period} {month.Standing} {month.Streak}");

        foreach (Assessment account in policy.KeyAccount.Track(revenues, asOf))  // Entered, Stayed, Left, Outside
            Console.WriteLine($"{account.Subject} {account.Period} {account.Band} {account.Movement}");

        foreach (Achievement achievement in Achievement.Of(results))             // weighted KPIs, exact, feeding pay
            Console.WriteLine(policy.PerformancePay.Assess(achievement.ForPay(committedPay: 1_000)).Reason);

        Assert.Equal(
            "7 2026-10 Met 1\nA 2026-10 Key Stayed\nEmployee 7 in 2026-10 attained 90 %: Full, paid at 100 %, 1000.00 of 1000.00.\n",
            Console.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Readme_Monitor_TellsWhatChanges()
    {
        var (policy, asOf, today, stricterPolicy) = (
            Policy.Default,
            new DateOnly(2026, 11, 20),
            new DateOnly(2026, 12, 1),
            new Policy(new PolicyTerms().With(new FteFulfillmentTerms { LimitDays = 60, AtRiskFromDay = 46 })));
        FteOrder[] orders = [new() { OrderId = "1042", OrderedOn = new(2026, 9, 1) }, new() { OrderId = "1043", OrderedOn = new(2026, 9, 20) }];
        var fulfilled = orders[0] with { FulfilledOn = new(2026, 12, 1) };
        var Console = new StringWriter();

        var monitor = new PolicyMonitor(policy, asOf);
        monitor.AddRange(orders);

        foreach (StandingChange change in monitor.AdvanceTo(today))
            Console.WriteLine(change);
        // fte-fulfillment AtRisk -> Overdue: Order 1042 is open for 91 days, 1 more than the 90 allowed; it was due 2026-11-30.

        monitor.Update(fulfilled);                                         // Overdue -> Late
        monitor.Swap(stricterPolicy);                                      // what a new policy changes, and nothing else
        monitor.Snapshot().FindAll("fte-fulfillment", Standing.Overdue);     // the standings at hand, for any thread

        Assert.Equal(
            "fte-fulfillment AtRisk -> Overdue: Order 1042 is open for 91 days, 1 more than the 90 allowed; it was due 2026-11-30.", Console.ToString().Trim());
        Assert.Equal("1043", Assert.Single(monitor.Snapshot().FindAll("fte-fulfillment", Standing.Overdue)).Subject);
    }

    [Fact]
    public void Readme_Report_SaysWhatItShows()
    {
        var (policy, asOf, Console) = (Policy.Default, new DateOnly(2026, 11, 21), new StringWriter());
        Account[] accounts = [new() { AccountId = "ACME", ManagerId = "ann", StartedOn = new(2026, 1, 1) }];
        FteOrder[] orders = [new() { OrderId = "1042", AccountId = "ACME", OrderedOn = new(2026, 9, 1) }];
        AccountRevenue[] revenues = [];

        AccountReport report = AccountReport.Collect(policy, asOf).AddRange(accounts).AddRange(orders).AddRange(revenues).Report();

        foreach (Assessment worst in report.Manager("ann")!.Worst)
            Console.WriteLine($"{worst.Account}: {worst.Reason}");
        // ACME: Order 1042 is open for 81 of 90 days, due 2026-11-30.

        Assert.Equal("ACME: Order 1042 is open for 81 of 90 days, due 2026-11-30.", Console.ToString().Trim());
    }

    [Fact]
    public void Readme_Agenda_SaysWhatItShows()
    {
        var (policy, asOf) = (new Policy(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100 })), new DateOnly(2026, 11, 21));
        FteOrder[] orders = [new() { OrderId = "1042", OrderedOn = new(2026, 9, 1) }];
        KpiResult[] results = [];
        AccountRevenue[] revenues = [];
        var Console = new StringWriter();

        var agenda = new Agenda(asOf, days: 30)
            .Add(policy.FteFulfillment, orders)
            .Add(policy.KpiMonth, results)
            .AddTrack(policy.KeyAccount, revenues);

        foreach (AgendaEntry entry in agenda.Entries())                          // date, rule, subject, from, to, and the last day to act
            Console.WriteLine(entry.Summary);
        // Order 1042 becomes Overdue on 2026-12-01 unless it is fulfilled by 2026-11-30.

        Assert.Equal("Order 1042 becomes Overdue on 2026-12-01 unless it is fulfilled by 2026-11-30.", Console.ToString().Trim());
    }

    [Fact]
    public void Readme_OwnRule_SaysWhatItShows()
    {
        var Console = new StringWriter();

        var answer = new DeadlineRule<Ticket>(
            new RuleInfo("ticket-answer") { Noun = "Ticket", Done = "answered", Citation = new("Support handbook", "4.2") },
            Measure.Days<Ticket>(t => t.OpenedOn, t => t.AnsweredOn),
            new Scale(
                Band.Lowest("InTime", Standing.Met).Open(Standing.OnTrack),
                Band.From(4, "LastDays", Standing.Met).Open(Standing.AtRisk),
                Band.Above(5, "TooLate", Standing.Late).Open(Standing.Overdue)),
            new FactShape<Ticket>(t => t.Number));

        Console.WriteLine(answer.Assess(new Ticket("T-1", OpenedOn: new(2026, 11, 16), AnsweredOn: null), new(2026, 11, 21)).Reason);
        // Ticket T-1 is open for 5 of 5 days, due 2026-11-21.

        Assert.Equal("Ticket T-1 is open for 5 of 5 days, due 2026-11-21.", Console.ToString().Trim());
    }

    [Fact]
    public void Package_Page_SaysWhatItShows()
    {
        var (asOf, Console) = (new DateOnly(2026, 11, 21), new StringWriter());
        var db = new { Orders = new[] { new CrmOrder("1", new(2026, 8, 1), null), new CrmOrder("2", new(2026, 11, 1), null) }.AsQueryable() };
        Policy policy = Policy.Default;

        Assessment order = policy.FteFulfillment.Assess(
            new FteOrder { OrderId = "1042", AccountId = "ACME", OrderedOn = new(2026, 9, 1) }, asOf: new(2026, 11, 21));

        Console.WriteLine(order.Reason);   // Order 1042 is open for 81 of 90 days, due 2026-11-30.

        DeadlineRule<CrmOrder> mine = policy.FteFulfillment.For<CrmOrder>(
            o => new FteOrder { OrderId = o.Number, AccountId = o.Customer, OrderedOn = o.PlacedOn, FulfilledOn = o.FilledOn });

        IQueryable<CrmOrder> overdue = mine.Where(db.Orders, asOf, Standing.Overdue);

        Assert.Equal("Order 1042 is open for 81 of 90 days, due 2026-11-30.", Console.ToString().Trim());
        Assert.Equal("1", Assert.Single(overdue).Number);
    }

    [Theory]
    [InlineData("README.md", 11)]
    [InlineData("src/AccountRules/PACKAGE.md", 2)]
    public void Readme_EverySnippet_StandsInTheseTests(string page, int count)
    {
        static string Squeezed(IEnumerable<string> lines) => string.Join('\n', lines.Select(l => l.Trim()).Where(l => l.Length > 0));
        var tests = Squeezed(File.ReadLines(Path.Combine(Repository.Root, "tests", "AccountRules.Tests", "ReadmeSnippets.cs")));
        var hosting = Squeezed(File.ReadLines(Path.Combine(Repository.Root, "tests", "AccountRules.Tests", "Hosting", "HostingTests.cs")));
        var blocks = File.ReadAllText(Path.Combine(Repository.Root, page)).Split("```csharp\n").Skip(1).Select(b => b.Split("```")[0]).ToArray();

        Assert.Equal(count, blocks.Length);
        foreach (var block in blocks)
        {
            // Comments that only show a value are asserted in the tests by their own words.
            var code = Squeezed(
                block.Split('\n').Where(l => !l.StartsWith("// order.", StringComparison.Ordinal) && !l.StartsWith("// pay.", StringComparison.Ordinal)
                    && !l.StartsWith("using ", StringComparison.Ordinal)));
            Assert.True(
                tests.Contains(code, StringComparison.Ordinal) || hosting.Contains(code, StringComparison.Ordinal),
                $"The README's snippet is not in the tests:\n{code}");
        }
    }
}
