using Microsoft.Playwright;

namespace AccountRules.Crm.Tests.Browser;

/// <summary>Two people at work: what one does, the other sees.</summary>
public sealed class LiveTests(CrmServer server, Chromium chromium) : IClassFixture<CrmServer>, IClassFixture<Chromium>
{
    [BrowserFact]
    public async Task Order_MarkedAsFulfilledByOne_IsSeenByTheOtherAtOnce()
    {
        var options = new BrowserNewPageOptions { BaseURL = server.Address, Locale = "en" };
        var watching = await chromium.Browser.NewPageAsync(options);
        await watching.GotoAsync("/live");
        await Assertions.Expect(watching.GetByRole(AriaRole.Status)).ToHaveTextAsync("connected");
        Assert.Equal(0, await watching.Locator("#changes li").CountAsync());

        var working = await chromium.Browser.NewPageAsync(options);
        await working.GotoAsync("/accounts/RANCH");
        await working.GetByRole(AriaRole.Button, new() { Name = "Mark as fulfilled 11019" }).FocusAsync();
        await working.Keyboard.PressAsync("Enter");
        await Assertions.Expect(working.GetByRole(AriaRole.Status)).ToContainTextAsync("FTE fulfilment 11019: late, was overdue.");

        var seen = watching.Locator("#changes li", new() { HasText = "FTE fulfilment 11019" });
        await Assertions.Expect(seen).ToContainTextAsync("was overdue");
        await Assertions.Expect(seen.Locator(".standing")).ToHaveTextAsync("late");
        Assert.EndsWith("/accounts/RANCH", await seen.GetByRole(AriaRole.Link).GetAttributeAsync("href"));

        // The same list from the server, when the page is opened anew.
        var live = await watching.Locator("#changes").InnerTextAsync();
        await watching.ReloadAsync();
        Assert.Equal(Words(live), Words(await watching.Locator("#changes").InnerTextAsync()));
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
