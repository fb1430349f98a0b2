using System.Globalization;
using Xunit.Abstractions;

namespace AccountRules.Tests.Monitoring;

/// <summary>The Northwind data, day by day.</summary>
public sealed class NorthwindMonitorTests(ITestOutputHelper output)
{
    private static readonly Policy Policy = Policy.Read(Path.Combine(Repository.Root, "samples", "northwind", "policy.json"));

    [Fact]
    public void Northwind_DayByDay_StandsOnEachDayAsAssessedAfresh()
    {
        var followed = new Followed(new PolicyMonitor(Policy, NorthwindDays.First.AddDays(-1)));
        var (days, calendar) = (0, 0);
        for (var day = NorthwindDays.First; day <= NorthwindDays.Last; day = day.AddDays(1), days++)
        {
            calendar += NorthwindDays.Live(followed, day).Count;
            followed.CheckAgainstTheLibrary(withTexts: false);
            if (day.Day == 1 || day == NorthwindDays.Last)
                followed.Check();
        }

        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{days} days, {followed.Changes:N0} changes, {calendar:N0} of them by the calendar alone"));
        Assert.Equal(759, days);
        Assert.Equal(830, followed.Ledger.Orders.Count);
    }

    [Theory]
    [InlineData("1998-05-06")]
    [InlineData("1998-07-20")]
    public void Northwind_LivedToADay_CountsTheOrdersThatAreExpected(string text)
    {
        var last = DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var followed = new Followed(new PolicyMonitor(Policy, NorthwindDays.First.AddDays(-1)));
        for (var day = NorthwindDays.First; day <= last; day = day.AddDays(1))
            NorthwindDays.Live(followed, day);

        var expected = File.ReadLines(Path.Combine(Repository.Root, "tests", "data", "northwind", $"r1-fte-orders@{text}.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(row => row[0], row => row[2] switch
            {
                "FulfilledOnTime" => Standing.Met,
                "FulfilledLate" => Standing.Late,
                "OpenOk" => Standing.OnTrack,
                "OpenAtRisk" => Standing.AtRisk,
                "OpenOverdue" => Standing.Overdue,
                _ => throw new FormatException(row[2]),
            });
        Assert.Equal(expected, followed.Monitor.Snapshot().FindAll("fte-fulfillment").ToDictionary(a => a.Subject, a => a.Standing));
    }

    [Fact]
    public void Agenda_OfTheDayOfTheLastOrder_ForetellsEveryChangeOfTheOrdersStillOpen()
    {
        var today = new DateOnly(1998, 5, 6);
        var followed = new Followed(new PolicyMonitor(Policy, NorthwindDays.First.AddDays(-1)));
        for (var day = NorthwindDays.First; day <= today; day = day.AddDays(1))
            NorthwindDays.Live(followed, day);

        var foretold = new Agenda(today, until: NorthwindDays.Last)
            .Add(
                Policy.FteFulfillment,
                followed.Monitor.Snapshot().FindAll("fte-fulfillment").Select(a => NorthwindDays.Orders.Single(o => o.OrderId == a.Subject)))
            .Entries().Select(e => (e.On, e.Subject, e.From, e.To)).ToList();

        List<(DateOnly, string, Standing, Standing)> came = [];
        for (var day = today.AddDays(1); day <= NorthwindDays.Last; day = day.AddDays(1))
        {
            came.AddRange(
                NorthwindDays.Live(followed, day).Where(c => c.Rule.Id == "fte-fulfillment").Select(c => (day, c.Subject, c.From!.Value, c.To!.Value)));
        }

        Assert.Equal(NorthwindDays.Orders.Count(o => o.FulfilledOn is null), came.Select(c => c.Item2).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(came.Order(), foretold.Order());
    }
}
