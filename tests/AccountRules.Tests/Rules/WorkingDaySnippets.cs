using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>The C# of docs/working-days.md, compiled and run; a test compares the texts.</summary>
public sealed class WorkingDaySnippets
{
    [Fact]
    public void WorkingDaysPage_Snippet_SaysWhatItShows()
    {
        var Console = new StringWriter { NewLine = "\n" };

        var policy = new Policy(new PolicyTerms()
            .With(new WorkingDaysTerms { Calendars = [new() { Name = "DE", Version = "2026.1", Holidays = [new(2026, 4, 3), new(2026, 4, 6)] }] })
            .With(new FteFulfillmentTerms { LimitDays = 20, AtRiskFromDay = 16, Calendar = "DE" }));

        var order = new FteOrder
        {
            OrderId = "1042",
            OrderedOn = new(2026, 3, 30),
            Pauses = [new(new(2026, 4, 8), new(2026, 4, 10), "client on holiday")],   // both days are in; while it lasts, the second is null
        };
        Assessment a = policy.FteFulfillment.Assess(order, new(2026, 4, 20));
        Console.WriteLine(a.Reason);
        Console.WriteLine($"{a.Standing}, day {a.Value:0}, due {a.DueOn:yyyy-MM-dd}, changes on {a.ChangesOn:yyyy-MM-dd}");

        WorkingCalendar calendar = policy.DaysBy("DE").Standard!;
        var (start, end) = (new DateOnly(2026, 3, 30), new DateOnly(2026, 4, 20));
        Console.WriteLine($"{calendar}: {calendar.DaysBetween(start, end)} working days, the fifth on {calendar.DayAfter(start, 5):yyyy-MM-dd}");
        // Order 1042 is open for 10 of 20 working days, due 2026-05-04. Working days are those of calendar DE 2026.1. Not counted: 2026-04-08 to
        // 2026-04-10 (client on holiday).
        // OnTrack, day 10, due 2026-05-04, changes on 2026-04-28
        // DE 2026.1: 13 working days, the fifth on 2026-04-08

        Assert.Equal(
            string.Join(' ', Snippet().Where(l => l.StartsWith("// ", StringComparison.Ordinal)).Select(l => l[3..])),
            Console.ToString().Trim().Replace('\n', ' '));
    }

    [Fact]
    public void WorkingDaysPage_Snippet_StandsInThisTest()
    {
        var test = File.ReadLines(Path.Combine(Repository.Root, "tests", "AccountRules.Tests", "Rules", "WorkingDaySnippets.cs"))
            .Select(l => l.Trim()).ToHashSet(StringComparer.Ordinal);
        Assert.All(Snippet().Where(l => l.Length > 0), line => Assert.Contains(line, test));
    }

    private static IEnumerable<string> Snippet() => File.ReadLines(Path.Combine(Repository.Root, "docs", "working-days.md"))
        .SkipWhile(l => l != "## In code").SkipWhile(l => l != "```csharp").Skip(1).TakeWhile(l => l != "```").Select(l => l.Trim());
}
