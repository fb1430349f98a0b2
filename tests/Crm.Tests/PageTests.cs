using System.Net;
using System.Text.Json;

namespace AccountRules.Crm.Tests;

/// <summary>The pages over HTTP, with what the policy's text and the sample's files say.</summary>
[Collection("reading")]
public sealed class PageTests(CrmServer server)
{
    [Fact]
    public async Task MyAccounts_OfAManager_AreThoseOfTheFile()
    {
        var page = await server.GetAsync("/?manager=4");

        var accounts = Page.Rows(Page.Section(page, "accounts"));
        Assert.Contains("Margaret Peacock looks after 23 accounts.", Page.Text(page));
        Assert.Equal(
            SampleFiles.ManagerOf.Where(m => m.Value == "4").Select(m => SampleFiles.Names[m.Key]).Order(StringComparer.Ordinal),
            accounts.Select(row => row[0]).Order(StringComparer.Ordinal));
        Assert.All(accounts, row => Assert.Matches("^by 1998-0[789]-|^by 1998-10-|^nothing", row[7]));
    }

    [Theory]
    [InlineData("1", "Nancy Davolio")]
    [InlineData("3", "Janet Leverling")]
    [InlineData("4", "Margaret Peacock")]
    [InlineData("8", "Laura Callahan")]
    public async Task Managers_OrdersAndItems_AreThoseCountedInTheFiles(string manager, string name)
    {
        var page = await server.GetAsync("/managers");

        var orders = Page.Rows(Page.Section(page, "fte-fulfillment")).First(row => row[0] == name);
        Assert.Equal(
            [$"{SampleFiles.Open(SampleFiles.Orders, manager, 91)}", $"{SampleFiles.Open(SampleFiles.Orders, manager, 76, 90)}",
                $"{SampleFiles.Open(SampleFiles.Orders, manager, 0, 75)}"], orders[1..4]);
        var items = Page.Rows(Page.Section(page, "registry-closure")).First(row => row[0] == name);
        Assert.Equal(
            [$"{SampleFiles.Open(SampleFiles.Registry, manager, 61)}", $"{SampleFiles.Open(SampleFiles.Registry, manager, 31, 60)}",
                $"{SampleFiles.Open(SampleFiles.Registry, manager, 0, 30)}"], items[1..4]);
    }

    /// <summary>The sums are those that were worked out apart: 2 overdue, 15 at risk, 4 on track, none late and 809 in time.</summary>
    [Fact]
    public async Task Managers_OfAllOrders_AreThoseWorkedOutApart()
    {
        var rows = Page.Rows(Page.Section(await server.GetAsync("/managers"), "fte-fulfillment"));

        Assert.Equal(["All", "2", "15", "4", "0", "809"], rows.Single(row => row[0] == "All"));
        Assert.Equal(["Janet Leverling", "Rancho grande", "11019", "overdue", "1998-07-12", "8"], rows.Single(row => row.Contains("11019")));
    }

    [Fact]
    public async Task Account_WithAnOpenOrder_SaysStandingReasonDueDateMarginAndClause()
    {
        var page = await server.GetAsync("/accounts/ERNSH");

        var orders = Page.Section(page, "fte-fulfillment");
        Assert.Contains("expectations, 2", orders, StringComparison.Ordinal);
        Assert.Equal(
            [
                "11008", "overdue OverLimit", "Order 11008 is open for 103 days, 13 more than the 90 allowed; it was due 1998-07-07. Mark as fulfilled 11008",
                "1998-07-07", "13 days past NearLimit",
            ],
            Page.Rows(orders).Single(row => row[0] == "11008"));
        Assert.Equal(
            SampleFiles.Orders.Where(o => o.Account == "ERNSH").Select(o => o.Number).Order(StringComparer.Ordinal),
            Page.Rows(orders).Select(row => row[0]).Order(StringComparer.Ordinal));

        var timeline = Page.Text(Page.Section(page, "timeline"));
        Assert.Contains("1998-08-04 overdue Order 11072 becomes Overdue on 1998-08-04 unless it is fulfilled by 1998-08-03.", timeline);
        Assert.Contains("1998-07-07 overdue FTE fulfilment 11008: was due", timeline);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(90)]
    public async Task Agenda_OfOrders_HasEachDayOnWhichOneGetsAtRiskOrOverdue(int days)
    {
        var page = await server.GetAsync($"/agenda?days={days}");

        var until = SampleFiles.Today.AddDays(days);
        var expected =
            from order in SampleFiles.Orders
            where order.Until is null
            from turn in new[] { (On: order.From.AddDays(76), To: "at risk"), (On: order.From.AddDays(91), To: "overdue") }
            where turn.On > SampleFiles.Today && turn.On <= until
            select $"FTE fulfilment {order.Number} {turn.To} {turn.On.AddDays(-1):yyyy-MM-dd}";
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            Page.Rows(page).Where(row => row[1].StartsWith("FTE fulfilment", StringComparison.Ordinal)).Select(row => $"{row[1]} {row[2]} {row[3]}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Settings_HaveEachTermOfTheSchemaWithItsDescription()
    {
        var page = await server.GetAsync("/settings");
        using var schema = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "policy.schema.json")));

        var sections = schema.RootElement.GetProperty("$defs").GetProperty("policy").GetProperty("properties").EnumerateObject()
            .Where(p => p.Value.TryGetProperty("properties", out _)).ToList();
        Assert.NotEmpty(sections);
        foreach (var section in sections)
        {
            var rows = Page.Rows(Page.Section(page, $"s-{section.Name}")).ToDictionary(row => row[0]);
            foreach (var term in section.Value.GetProperty("properties").EnumerateObject())
                Assert.StartsWith(Page.Text(term.Value.GetProperty("description").GetString()!), rows[term.Name][4]);
        }
    }

    [Theory]
    [InlineData("fteFulfillment", "limitDays", "90", "90", "documents")]
    [InlineData("fteFulfillment", "calendar", "–", "–", "–")]
    [InlineData("keyAccount", "entryThreshold", "2500", "not set", "policy.json")]
    [InlineData("progressUpdate", "everyDays", "30", "not set", "policy.json")]
    [InlineData("keyAccount", "exitThreshold", "2000", "–", "policy.json")]
    public async Task Settings_OfATerm_SayValueDefaultAndSource(string section, string term, string value, string standard, string source)
    {
        var rows = Page.Rows(Page.Section(await server.GetAsync("/settings"), $"s-{section}"));

        Assert.Equal([term, value, standard, source], rows.Single(row => row[0] == term)[..4]);
    }

    [Fact]
    public async Task Settings_OfAChangeThatCanBeUsed_SayItsEffectAndKeepThePolicy()
    {
        var page = await server.PostAsync("/settings", "", ("Fragment", """{ "fteFulfillment": { "limitDays": 60, "atRiskFromDay": 51 } } // a comment"""));

        // All 21 open orders are more than 60 days old; 809 were filled, those after day 60 late.
        var late = SampleFiles.Orders.Count(o => o.Until is { } until && until.DayNumber - o.From.DayNumber > 60);
        var rows = Page.Rows(Page.Section(page, "check"));
        Assert.Contains(["fteFulfillment.limitDays", "90", "60"], rows);
        Assert.Contains(["FTE fulfilment", "overdue", "2", "21"], rows);
        Assert.Contains(["FTE fulfilment", "at risk", "15", "0"], rows);
        Assert.Equal(0, late);
        Assert.Contains(["All", "2", "15", "4", "0", "809"], Page.Rows(await server.GetAsync("/managers")));
    }

    [Fact]
    public async Task Settings_OfAChangeThatCannotBeUsed_SayAllProblemsAtOnce()
    {
        var page = await server.PostAsync(
            "/settings", "",
            ("Fragment", """{ "fteFulfillment": { "limitDays": 60, "atRiskFromDay": 61 }, "progressUpdate": { "everyDays": "weekly" }, "unknown": 1 }"""));

        var rows = Page.Rows(Page.Section(page, "check"));
        Assert.Contains("3 problems", Page.Text(page));
        Assert.Equal(
            ["fteFulfillment.atRiskFromDay", "progressUpdate.everyDays", "unknown"],
            rows.Select(row => row[0].TrimStart('$', '.')).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{ \"fteFulfillment\": ")]
    [InlineData("[]")]
    [InlineData("{ \"fteFulfillment\": {}, \"fteFulfillment\": {} }")]
    public async Task Settings_OfTextThatIsNoObject_SayWhatIsWrong(string fragment)
    {
        var page = await server.PostAsync("/settings", "", ("Fragment", fragment));

        Assert.Contains("It cannot be used: 1 problem", Page.Text(page));
    }

    [Theory]
    [InlineData("/accounts/NOPE")]
    [InlineData("/accounts/ernsh")]
    [InlineData("/?manager=99")]
    [InlineData("/agenda?days=31")]
    [InlineData("/agenda?manager=99")]
    [InlineData("/nothing")]
    public async Task Page_ThatIsNotThere_IsNotFoundInWords(string path)
    {
        using var response = await server.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("There is no such page or account.", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Health_OfAPolicyInForce_IsHealthy() => Assert.Equal("Healthy", await server.GetAsync("/health"));

    [Theory]
    [InlineData("/?manager=abc")]
    [InlineData("/?manager=99999999999")]
    [InlineData("/agenda?days=x")]
    public async Task Page_AskedForWhatCannotBeRead_IsNotAnotherPage(string path)
    {
        using var response = await server.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Form_WithoutTheTokenOfAPage_IsRefusedInWords()
    {
        using var response = await server.Client.PostAsync("/accounts/ERNSH?handler=Fill", null);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("nothing has changed: open the page anew", Page.Text(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_ThatNoPageHas_IsNotFound()
    {
        var e = await Assert.ThrowsAsync<HttpRequestException>(() => server.PostAsync("/accounts/ERNSH", "?handler=Zap", ("number", "11008")));
        Assert.Equal(HttpStatusCode.NotFound, e.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"policy\": \"\\ud800\"}")]
    public async Task Settings_OfWhatIsNoText_SaysSo(string fragment) =>
        Assert.Contains("It cannot be used: 1 problem", Page.Text(await server.PostAsync("/settings", "", ("fragment", fragment))), StringComparison.Ordinal);

    /// <summary>Of a fact that is met without a day on which it was done there is nothing to tell, and what is due today is not past.</summary>
    [Fact]
    public async Task Timeline_OfWhatHasBeen_HasNothingThatIsMetAsDue()
    {
        var page = await server.GetAsync("/accounts/ALFKI");
        Assert.DoesNotContain("FTE acquisition 11011: was due", Page.Text(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Business reviews ALFKI: was due", Page.Text(page), StringComparison.Ordinal);
        Assert.Contains("Progress updates ALFKI: was due", Page.Text(page), StringComparison.Ordinal);
    }
}
