using Microsoft.Playwright;

namespace AccountRules.Crm.Tests.Browser;

/// <summary>The Debian Chromium, without a screen, driven by Playwright.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Path = "/usr/bin/chromium";

    private IPlaywright? playwright;

    public static bool IsInstalled => File.Exists(Path);

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.LeftOut is not null)
            return;

        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = ["--no-sandbox"] });
    }

    public async Task DisposeAsync()
    {
        if (playwright is not null)
        {
            await Browser.DisposeAsync();
            playwright.Dispose();
        }
    }
}

/// <summary>A test that drives Chromium; it is left out where Chromium is not installed, unless it must not be.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (LeftOut is not null)
            Skip = LeftOut;
    }

    internal static string? LeftOut => Chromium.IsInstalled || Environment.GetEnvironmentVariable("ACCOUNTRULES_REQUIRE_BROWSER") == "1" ? null
        : "Pages are driven in Chromium, and /usr/bin/chromium is not installed here: apt-get install chromium. "
            + "With ACCOUNTRULES_REQUIRE_BROWSER=1 the test fails instead of being left out.";
}

/// <inheritdoc cref="BrowserFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (BrowserFactAttribute.LeftOut is { } leftOut)
            Skip = leftOut;
    }
}
