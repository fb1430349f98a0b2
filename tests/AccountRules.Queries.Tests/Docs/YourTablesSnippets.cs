using AccountRules.Facts;
using AccountRules.Queries.Tests.Tables;

namespace AccountRules.Queries.Tests.Docs;

/// <summary>The C# of docs/your-tables.md that asks no database, compiled and run; the rest is in <see cref="TableFormTests"/>.</summary>
public class YourTablesSnippets
{
    private static readonly DateOnly asOf = new(2026, 11, 21);

    [Fact]
    public void YourTables_PartOfTheRows_WithPeriodsIsTheHistoryOfAll()
    {
        var policy = new Policy(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100 }));
        AccountRevenue[] revenues =
        [
            new() { AccountId = "A", Period = Period.Month(2026, 8), Revenue = 100 }, new() { AccountId = "B", Period = Period.Month(2026, 9), Revenue = 1 },
            new() { AccountId = "A", Period = Period.Month(2026, 10), Revenue = 100 },
        ];
        var ofOneAccount = revenues.Where(r => r.AccountId == "A");
        var periods = revenues.Select(r => r.Period).Distinct();

        var all = policy.KeyAccount.Track(revenues, asOf);                                 // do: the rows of all accounts
        var one = policy.KeyAccount.Track(ofOneAccount, asOf, new TrackPeriods(periods));  // do: one account, with the periods that the data has

        Movement?[] expected = [Movement.Stayed, Movement.Left, Movement.Entered];
        Assert.Equal(expected, all.Where(a => a.Subject == "A").Select(a => a.Movement));
        Assert.Equal(expected, one.Select(a => a.Movement));
        Assert.Equal([Movement.Stayed, Movement.Stayed], policy.KeyAccount.Track(ofOneAccount, asOf).Select(a => a.Movement!.Value));
    }

    [Fact]
    public void YourTables_EntityThatChanges_IsStaleAndItsRecordIsNot()
    {
        var order = new StaffingOrder { PlacedOn = asOf.AddDays(-91) };
        var orders = Policy.Default.FteFulfillment.For<StaffingOrder>(
            o => new FteOrder { OrderId = o.Id.ToString(), OrderedOn = o.PlacedOn, FulfilledOn = o.FilledOn });

        Assessment assessment = orders.Assess(order, asOf);
        AssessmentRecord record = assessment.ToRecord();       // do: what was said, without a tie to the entity

        order.FilledOn = asOf;

        Assert.True(assessment.IsStale);                       // the reason says that it has changed since
        Assert.Equal(Standing.Overdue, record.Standing);
    }

    [Fact]
    public void YourTables_EverySnippet_StandsInTheseTests()
    {
        static string Squeezed(IEnumerable<string> lines) => string.Join('\n', lines.Select(l => l.Trim()).Where(l => l.Length > 0));
        var tests = Squeezed(((string[])["Docs/YourTablesSnippets.cs", "Tables/TableFormTests.cs", "Tables/TablesContext.cs"])
            .SelectMany(file => File.ReadLines(Path.Combine(Repository.Root, "tests", "AccountRules.Queries.Tests", file))));
        var blocks = File.ReadAllText(Path.Combine(Repository.Root, "docs", "your-tables.md"))
            .Split("```csharp\n").Skip(1).Select(b => b.Split("```")[0]).Where(b => !b.StartsWith("using", StringComparison.Ordinal)).ToArray();
        Assert.Equal(6, blocks.Length);
        Assert.All(blocks, block => Assert.Contains(Squeezed(block.Split('\n')), tests, StringComparison.Ordinal));
    }
}
