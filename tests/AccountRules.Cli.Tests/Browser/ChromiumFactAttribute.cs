namespace AccountRules.Cli.Tests.Browser;

/// <summary>A test that looks at a page in Chromium; it is left out where Chromium is not installed, unless it must not be.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (!Chromium.IsInstalled && Environment.GetEnvironmentVariable("ACCOUNTRULES_REQUIRE_BROWSER") != "1")
        {
            Skip = "Pages are looked at in Chromium, and /usr/bin/chromium is not installed here: apt-get install chromium. "
                + "With ACCOUNTRULES_REQUIRE_BROWSER=1 the test fails instead of being left out.";
        }
    }
}
