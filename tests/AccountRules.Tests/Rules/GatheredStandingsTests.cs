using AccountRules.Facts;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Rules;

/// <summary>A rule over the standings that other rules give, of facts of several types.</summary>
public sealed class GatheredStandingsTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly Policy Policy = AccountInOrder.Policy();

    /// <summary>An order of 91 days and a bill a day past its date are two, which is above one; each is in time the day before.</summary>
    [Theory]
    [InlineData("2026-05-31", "2026-05-31", "A InOrder Met")]
    [InlineData("2026-06-01", "2026-06-01", "A InOrder Met")]
    [InlineData("2026-06-01", "2026-05-31", "A Wanting Missed")]
    public void Account_WithTwoPastTheirLimits_IsMissed(string asOf, string due, string expected) => Assert.Equal(
        [expected], Lines(Assess(Policy, [Order("1"), Invoice("1", due)], Dated.Day(asOf))));

    [Fact]
    public void Account_OfWhichAStandingIsNotKnown_IsUndetermined() => Assert.Equal(
        "account-in-order Undetermined: Account A has facts of which the standing is not known.",
        Assess(Policy, [Order("1"), new ActionItem { ItemId = "1", AccountId = "A", AgreedOn = null }], Day).Single().ToString());

    [Fact]
    public void Account_OfWhichAFactCannotBeRead_IsUndetermined()
    {
        var collector = Policy.Rule(AccountInOrder.Rule).Collect(Day);
        collector.Add(Order("1"));
        collector.AddUnreadable(Invoice("7", "2026-03-02"));

        Assert.Equal(Cause.Unreadable, collector.Assess().Single().Cause);
    }

    [Fact]
    public void Monitor_TellsTheDayOnWhichAnAccountIsNoLongerInOrder()
    {
        var monitor = new PolicyMonitor(Policy, Day);
        monitor.AddRange([Order("1")]);
        monitor.AddRange([Invoice("1", "2026-04-30")]);
        var told = new List<string>();
        for (var day = Day; day < new DateOnly(2026, 6, 10); day = day.AddDays(1))
        {
            told.AddRange(monitor.AdvanceTo(day.AddDays(1)).Where(c => c.Rule.Id == "account-in-order").Select(c =>
                $"{day.AddDays(1):O} {c.From} to {c.To}"));
        }

        Assert.Equal(["2026-06-01 Met to Missed"], told);
        Assert.Equal(
            [Standing.Met], monitor.Update(Order("1") with { FulfilledOn = new(2026, 6, 10) })
                .Where(c => c.Rule.Id == "account-in-order").Select(c => c.To!.Value));
    }

    [Fact]
    public void Rows_OfARuleThatTheGatheringDoesNotName_AreRefused()
    {
        var gathering = new FactGathering<AccountInOrder.Row>(
            facts => [new() { AccountId = "A", Wanting = facts.Assessed(Policy.Payment).Count(), Unknown = 0 }])
            .From([Policy.FteFulfillment], order => [new(order.AccountId ?? "")]);
        var collector = new GatheredRule<AccountInOrder.Row>(Policy.Rule(AccountInOrder.Rule).Of, gathering).Collect(Day);
        collector.Add(Order("1"));

        Assert.StartsWith(
            "The gathering is not made from rule `payment`, so that it does not know when its facts turn: name the rule in From(…).",
            Assert.Throws<ArgumentException>(() => collector.Assess().Count()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gathering_WithoutARule_IsRefused() => Assert.StartsWith(
        "No rule on facts of type FteOrder is given",
        Assert.Throws<ArgumentException>(() => new FactGathering<AccountInOrder.Row>(_ => []).From<FteOrder>([], order => [])).Message,
        StringComparison.Ordinal);

    /// <summary>Two policies that differ in a rule whose standings are counted differ in what is made of them.</summary>
    [Theory]
    [InlineData("""{ "payment": { "bucketDays": [10] } }""", "payment")]
    [InlineData("""{ "fteFulfillment": { "limitDays": 91 } }""", "fte-fulfillment")]
    public void Diff_OfAnotherRuleThatIsCounted_SaysSo(string document, string rule) => Assert.Equal(
        [$"every row, of facts under `{rule}`"],
        PolicyDiff.Of(Policy, AccountInOrder.Policy(document), "account-in-order").Regions.Select(r => r.Where));

    /// <summary>
    /// How many an account may have is by the version of the day; each order is judged by that of its start: the first past 90 days, the second past 60.
    /// </summary>
    [Fact]
    public void Account_UnderAHistory_CountsWhatTheVersionOfEachFactSays()
    {
        var history = new PolicyHistory(
        [
            AccountInOrder.Policy("""{ "version": "1", "effectiveFrom": "2026-01-01", "accountInOrder": { "mostWanting": 0 } }"""),
            AccountInOrder.Policy(
                """
                { "version": "2", "effectiveFrom": "2026-06-10", "accountInOrder": { "mostWanting": 1 },
                  "fteFulfillment": { "limitDays": 60, "atRiskFromDay": 50 } }
                """),
        ]);
        FteOrder[] orders = [Order("1"), Order("2") with { OrderedOn = new(2026, 6, 10) }];
        string[] expected = ["2026-06-01 Missed", "2026-06-10 Met", "2026-08-10 Missed"];

        Assert.Equal(expected, Foretold(history, orders, Day, 200).Select(entry => $"{entry.On:O} {entry.To}"));
        Assert.Equal(
            expected,
            from day in Enumerable.Range(1, 200).Select(Day.AddDays)
            let standing = Assess(history, orders, day).Single().Standing
            where standing != Assess(history, orders, day.AddDays(-1)).Single().Standing
            select $"{day:O} {standing}");
    }

    /// <summary>What an account has past its limits, counted by hand; and each day as the monitor and the agenda told it before.</summary>
    [Fact]
    public void Accounts_OfAnyFacts_StandAsCounted_OnEachDay() => FsCheck.Check.One(Generated.Cases(60), Prop.ForAll(Any.ToArbitrary(), facts =>
    {
        var monitor = new PolicyMonitor(Policy, Day);
        foreach (var fact in facts)
            _ = fact is FteOrder order ? monitor.Add(order) : fact is ActionItem item ? monitor.Add(item) : monitor.Add((Invoice)fact);

        var foretold = Foretold(Policy, facts, Day, 100).ToLookup(entry => entry.On);
        var rows = Counted(facts, Day);
        for (var day = Day; day < Day.AddDays(100);)
        {
            day = day.AddDays(1);
            monitor.AdvanceTo(day);
            foreach (var entry in foretold[day])
                rows[entry.After.Subject] = $"{entry.After.Subject} {entry.After.Band} {entry.To}";

            var expected = Counted(facts, day).Values.Order(StringComparer.Ordinal).ToArray();
            Assert.Equal(expected, Lines(Assess(Policy, facts, day)));
            Assert.Equal(expected, rows.Values.Order(StringComparer.Ordinal));
            Assert.Equal(expected, Lines(monitor.Snapshot().FindAll("account-in-order")));
        }
    }));

    private static Gen<object[]> Any =>
        from count in Gen.Choose(1, 9)
        from facts in (from account in Gen.Elements("A", "B", "C")
                       from begins in Gen.Choose(-95, 20)
                       from length in Gen.Frequency((2, Gen.Choose(0, 100).Select(days => (int?)days)), (3, Gen.Constant<int?>(null)))
                       from kind in Gen.Choose(0, 2)
                       select (account, start: Day.AddDays(begins), end: length is { } days ? Day.AddDays(begins + days) : (DateOnly?)null, kind))
            .ArrayOf(count)
        select facts.Select((f, i) => f.kind switch
        {
            0 => (object)new FteOrder { OrderId = $"{i}", AccountId = f.account, OrderedOn = f.start, FulfilledOn = f.end },
            1 => new ActionItem { ItemId = $"{i}", AccountId = f.account, AgreedOn = f.start, DueOn = f.start.AddDays(10), DoneOn = f.end },
            _ => new Invoice { InvoiceId = $"{i}", AccountId = f.account, DueOn = f.start.AddDays(30), IssuedOn = f.start, PaidOn = f.end },
        }).ToArray();

    /// <summary>By hand, with no rule asked: what is open on a day and past its last one.</summary>
    private static Dictionary<string, string> Counted(IEnumerable<object> facts, DateOnly asOf) => facts
        .Select(LastDay)
        .GroupBy(f => f.Account)
        .ToDictionary(
            all => all.Key,
            all => $"{all.Key} {(all.Count(f => asOf > f.Last && !(f.End <= asOf)) > 1 ? "Wanting Missed" : "InOrder Met")}",
            StringComparer.Ordinal);

    private static (string Account, DateOnly Last, DateOnly? End) LastDay(object fact) => fact switch
    {
        FteOrder order => (order.AccountId!, order.OrderedOn!.Value.AddDays(90), order.FulfilledOn),
        ActionItem item => (item.AccountId!, item.DueOn!.Value, item.DoneOn),
        _ => (((Invoice)fact).AccountId!, ((Invoice)fact).DueOn!.Value, ((Invoice)fact).PaidOn),
    };

    private static IEnumerable<Assessment> Assess(Policy policy, IEnumerable<object> facts, DateOnly asOf) =>
        Filled(policy.Rule(AccountInOrder.Rule).Collect(asOf), facts).Assess();

    private static IReadOnlyList<AgendaEntry> Foretold(Policy policy, IEnumerable<object> facts, DateOnly asOf, int days)
    {
        var agenda = new Agenda(asOf, days);
        Filled(agenda.Collect(policy.Rule(AccountInOrder.Rule)), facts);
        return agenda.Entries();
    }

    private static TTaker Filled<TTaker>(TTaker taker, IEnumerable<object> facts)
        where TTaker : GatheringTaker
    {
        foreach (var fact in facts)
        {
            if (fact is FteOrder order)
                taker.Add(order);
            else if (fact is ActionItem item)
                taker.Add(item);
            else
                taker.Add((Invoice)fact);
        }

        return taker;
    }

    private static IEnumerable<string> Lines(IEnumerable<Assessment> assessments) =>
        assessments.Select(a => $"{a.Subject} {a.Band} {a.Standing}").Order(StringComparer.Ordinal);

    private static FteOrder Order(string id) => new() { OrderId = id, AccountId = "A", OrderedOn = Day };

    private static Invoice Invoice(string id, string due) => new() { InvoiceId = id, AccountId = "A", DueOn = Dated.Day(due) };
}
