using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AccountRules.Crm.Tests.Browser;

/// <summary>The pages as a browser shows them: everybody can use them, wide and narrow, light and dark, in both languages.</summary>
[Collection("reading")]
public sealed class LookTests(CrmServer server, Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string[] Paths = ["/", "/managers", "/agenda?days=30&manager=4", "/accounts/RANCH", "/settings", "/live", "/nothing"];

    [BrowserTheory]
    [InlineData(1280, ColorScheme.Light, "en")]
    [InlineData(360, ColorScheme.Dark, "de")]
    public async Task Pages_InABrowser_AreAccessibleAndFit(int width, ColorScheme scheme, string language)
    {
        await using var context = await chromium.Browser.NewContextAsync(new()
        {
            BaseURL = server.Address,
            ViewportSize = new() { Width = width, Height = 800 },
            ColorScheme = scheme,
            Locale = language,
        });
        var page = await context.NewPageAsync();
        List<string> complaints = [];
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal))
                complaints.Add(message.Text);
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(server.Address, StringComparison.Ordinal))
                complaints.Add($"asks {request.Url}");
        };
        foreach (var path in Paths)
        {
            await page.GotoAsync(path);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

            Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
            var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(wide <= width, $"{path} is {wide} wide.");
            complaints.AddRange(await Violations(page, path));
        }

        Assert.Equal([], complaints);
    }

    /// <summary>The checks find what they look for, or the test above could not fail.</summary>
    [BrowserFact]
    public async Task Checks_OfAPageThatIsWrong_FindIt()
    {
        var page = await chromium.Browser.NewPageAsync();
        await page.SetContentAsync(
            "<html><head><title>t</title></head><body><main><h1>t</h1><p style='color:#ccc;background:#fff'>pale</p><input></main></body></html>");

        var violations = string.Join('\n', await Violations(page, "wrong"));
        await page.CloseAsync();

        Assert.Contains("color-contrast", violations);
        Assert.Contains("html-has-lang", violations);
        Assert.Contains("label", violations);
    }

    [BrowserFact]
    public async Task Keyboard_AtTheBeginning_SkipsToTheContentAndShowsWhereItIs()
    {
        var page = await chromium.Browser.NewPageAsync(new() { BaseURL = server.Address });
        await page.GotoAsync("/");

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to content", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        Assert.NotEqual("none", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("manager", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task Language_Switched_StaysOnThePageAndIsRemembered()
    {
        await using var context = await chromium.Browser.NewContextAsync(new() { BaseURL = server.Address, Locale = "en" });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/agenda?days=60");

        await page.GetByRole(AriaRole.Link, new() { Name = "Deutsch" }).ClickAsync();
        Assert.Equal("60", await page.GetByLabel("Tage").InputValueAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "Meine Kunden" }).ClickAsync();
        Assert.Equal("Meine Kunden", await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync());
    }

    private static async Task<IEnumerable<string>> Violations(IPage page, string path) =>
        from violation in (await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] })).Violations
        from node in violation.Nodes.Take(3)
        select $"{path}: {violation.Id}: {node.Html[..Math.Min(node.Html.Length, 160)]}";
}
