using System.Globalization;

namespace AccountRules.Tests.Hosting;

/// <summary>
/// A restart around local midnight. The moments at which the days begin are those of the time zones' history, as literals: with clocks that go forward and back
/// in the night before or after, and where midnight itself does not exist.
/// </summary>
public sealed class MonitorMidnightTests
{
    public static TheoryData<string, string, string> Nights => new()
    {
        { "Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00Z" },       // clocks go forward at 02:00 on this day
        { "Europe/Berlin", "2026-03-30", "2026-03-29T22:00:00Z" },
        { "Europe/Berlin", "2026-10-25", "2026-10-24T22:00:00Z" },       // and back at 03:00 on this one
        { "Europe/Berlin", "2026-10-26", "2026-10-25T23:00:00Z" },
        { "America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z" },   // begins at 01:00
        { "Asia/Beirut", "2026-03-29", "2026-03-28T22:00:00Z" },         // begins at 01:00
        { "Africa/Cairo", "2024-04-26", "2024-04-25T22:00:00Z" },        // begins at 01:00
        { "Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z" },        // the 30th was left out
    };

    [Theory]
    [MemberData(nameof(Nights))]
    public async Task Restart_JustBeforeTheDayBegins_TellsItsChangesWhenItDoes(string zone, string day, string begins)
    {
        var (store, today, midnight) = Stored(day, begins);
        await RunAsync(store, zone, midnight.AddHours(-9));
        var before = store.Date;
        Assert.Empty(store.Taken);

        await using var process = new HostProcess(store, new FakeTime(midnight.AddSeconds(-1)), zone: zone);
        await process.StartAsync();
        await process.DoneAsync();
        await process.Until(() => process.Time.Waiting >= 2);
        Assert.Equal(before, store.Date);
        Assert.Empty(store.Taken);

        process.Time.SetUtcNow(midnight);
        await process.Until(() => process.Monitor.AsOf == today);
        await process.DoneAsync();

        AssertOverdueOnce(store, today);
    }

    [Theory]
    [MemberData(nameof(Nights))]
    public async Task EndWhileTheDayIsTold_AndRestartAtThatMoment_TellsItOnce(string zone, string day, string begins)
    {
        var (store, today, midnight) = Stored(day, begins);
        await RunAsync(store, zone, midnight.AddHours(-9));
        foreach (var ends in new[] { Ends.AfterLoad, Ends.WhileTold, Ends.AfterSave })
        {
            await using var process = new HostProcess(store, new FakeTime(midnight), ends, zone: zone);
            await process.StartAsync();
            await process.Until(() => process.IsDead);
            Assert.Equal(ends == Ends.AfterSave ? 1 : 0, store.Taken.Count);
        }

        await RunAsync(store, zone, midnight);
        await RunAsync(store, zone, midnight.AddHours(2.5));
        await RunAsync(store, zone, midnight.AddHours(3.5));

        AssertOverdueOnce(store, today);
    }

    private static async Task RunAsync(ChangeStore store, string zone, DateTimeOffset at)
    {
        await using var process = new HostProcess(store, new FakeTime(at), zone: zone);
        await process.StartAsync();
        await process.DoneAsync();
    }

    /// <summary>Order 1 is open for 91 days, one more than allowed, on the day.</summary>
    private static (ChangeStore Store, DateOnly Day, DateTimeOffset Midnight) Stored(string day, string begins)
    {
        var (store, date) = (new ChangeStore(keepsStandings: false), DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        store.Facts.Orders.Add("1", new() { OrderId = "1", OrderedOn = date.AddDays(-91) });
        return (store, date, DateTimeOffset.Parse(begins, CultureInfo.InvariantCulture));
    }

    private static void AssertOverdueOnce(ChangeStore store, DateOnly day)
    {
        var (asOf, change) = Assert.Single(store.Taken);
        Assert.Equal((day, Standing.AtRisk, Standing.Overdue), (asOf, change.Before!.Standing, change.After!.Standing));
        Assert.Equal(day, store.Date);
    }
}
