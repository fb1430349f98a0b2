using System.Text.Json;

namespace AccountRules.Crm.Tests;

/// <summary>What is done on a page, and what the monitor tells of it.</summary>
public sealed class ChangeTests : IAsyncLifetime
{
    private readonly CrmServer server = new();

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Order_MarkedAsFulfilled_IsSavedAndToldOnThePageAndLive()
    {
        var page = await server.PostAsync("/accounts/ERNSH", "?handler=Fill", ("number", "11008"));

        Assert.Contains("FTE fulfilment 11008: late, was overdue.", Page.Text(page));
        var order = await server.OrderAsync("11008");
        Assert.Equal((new DateOnly(1998, 7, 20), 181), (order.FilledOn, order.HeadsFilled));
        Assert.Equal(new DateTime(1998, 7, 20), order.ChangedAt!.Value.Date);
        Assert.Equal(
            ["1 FTE fulfilment 11008 ERNSH overdue to late", "2 FTE acquisition 11008 ERNSH missed to met"], await Changes(after: 0, count: 2));
        Assert.Equal(["2 FTE acquisition 11008 ERNSH missed to met"], await Changes(after: 1, count: 1));
        Assert.Contains(["All", "1", "15", "4", "1", "809"], Page.Rows(await server.GetAsync("/managers")));

        // Once more changes nothing, and neither does the order of another account.
        using var again = await server.Client.PostAsync("/accounts/ERNSH?handler=Fill", null);
        Assert.False(again.IsSuccessStatusCode);
        Assert.Contains(
            "11008 was already done on 1998-07-20; nothing has changed.",
            Page.Text(await server.PostAsync("/accounts/ERNSH", "?handler=Fill", ("number", "11008"))));
        Assert.Equal(order, await server.OrderAsync("11008"), (a, b) => a!.FilledOn == b!.FilledOn && a.ChangedAt == b.ChangedAt);
    }

    /// <summary>A browser that connects again after the server was started anew names what the other run had told: nothing of this one.</summary>
    [Fact]
    public async Task Changes_AfterTheMarkOfAnotherRun_AreAllOfThisRun()
    {
        await server.PostAsync("/accounts/ERNSH", "?handler=Fill", ("number", "11008"));
        var mark = Page.Find(await server.GetAsync("/live"), "data-mark=\"([^\"]+)\"").Single();
        Assert.EndsWith(".2", mark, StringComparison.Ordinal);

        await server.PostAsync("/live", "");

        Assert.StartsWith("3 ", (await Changes($"mark={mark}", count: 1)).Single(), StringComparison.Ordinal);
        Assert.StartsWith("1 ", (await Changes("mark=another.2", count: 1)).Single(), StringComparison.Ordinal);
    }

    /// <summary>On 21 July one order passes its 90 days, and four reach their 76th.</summary>
    [Fact]
    public async Task NextDay_TellsEachOrderThatTurns()
    {
        var page = await server.PostAsync("/live", "");

        var tomorrow = SampleFiles.Today.AddDays(1);
        var expected = SampleFiles.Orders.Where(o => o.Until is null && tomorrow.DayNumber - o.From.DayNumber is 76 or 91).Select(o => o.Number);
        var told = await Changes(after: 0, count: 22);
        Assert.Equal(expected, told.Where(t => t.Contains(" FTE fulfilment ", StringComparison.Ordinal)).Select(t => t.Split(' ')[3]));
        Assert.Contains("Today is 1998-07-21.", Page.Text(page));
    }

    /// <summary>All 21 open orders are more than 60 days old.</summary>
    [Fact]
    public async Task Policy_ChangedInItsFile_IsTakenUp_AndABrokenOneIsSaidAndIsNot()
    {
        var document = await File.ReadAllTextAsync(server.PolicyFile);
        await Replace(document.Replace(
            "\"version\": \"sample\"", """ "version": "shorter", "fteFulfillment": { "limitDays": 60, "atRiskFromDay": 51 }""", StringComparison.Ordinal));
        await Until("/managers", page => Page.Rows(Page.Section(page, "fte-fulfillment")).Any(row => row is ["All", "21", "0", "0", "0", "809"]));
        Assert.Contains("version shorter", Page.Text(await server.GetAsync("/settings")));
        var told = await Changes(after: 0, count: 19);
        Assert.All(told, change => Assert.Matches("^[0-9]+ FTE fulfilment [0-9]+ [A-Z]+ (at risk|on track) to overdue$", change));

        await Replace("{ \"fteFulfillment\": { \"limitDays\": 0 }, ");
        await Until("/settings", page => page.Contains("the policy from before stays in force", StringComparison.Ordinal));
        Assert.Equal("Degraded", await server.GetAsync("/health"));
        Assert.Equal(
            ["limitDays", "60", "90"],
            Page.Rows(Page.Section(await server.GetAsync("/settings"), "s-fteFulfillment")).Single(row => row[0] == "limitDays")[..3]);
    }

    private async Task Replace(string document)
    {
        await File.WriteAllTextAsync(server.PolicyFile + ".new", document);
        File.Move(server.PolicyFile + ".new", server.PolicyFile, overwrite: true);
    }

    private async Task Until(string path, Func<string, bool> holds)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if (holds(await server.GetAsync(path)))
                return;

            await Task.Delay(200);
        }

        Assert.Fail($"{path} does not come to say what it should.");
    }

    private Task<List<string>> Changes(long after, int count) => Changes($"after={after}", count);

    private async Task<List<string>> Changes(string from, int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var stream = new StreamReader(await server.Client.GetStreamAsync($"/live/changes?{from}", limit.Token));
        List<string> changes = [];
        while (changes.Count < count && await stream.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith("data: {", StringComparison.Ordinal))
            {
                using var change = JsonDocument.Parse(line[5..]);
                string Of(string name) => $"{change.RootElement.GetProperty(name)}";
                changes.Add($"{Of("number")} {Of("rule")} {Of("subject")} {Of("account")} {Of("from")} to {Of("to")}");
            }
        }

        return changes;
    }
}
