namespace AccountRules.Shared;

/// <summary>A test that looks at a page in Chromium; it is left out where Chromium is not installed, unless it must not be.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    /// <summary>Where Debian has it.</summary>
    public const string Chromium = "/usr/bin/chromium";

    public BrowserFactAttribute()
    {
        if (LeftOut is not null)
            Skip = LeftOut;
    }

    /// <summary>Why such tests are left out here; <c>null</c> where they are not.</summary>
    public static string? LeftOut => File.Exists(Chromium) || Environment.GetEnvironmentVariable("ACCOUNTRULES_REQUIRE_BROWSER") == "1" ? null
        : $"Pages are looked at in Chromium, and {Chromium} is not installed here: apt-get install chromium. "
            + "With ACCOUNTRULES_REQUIRE_BROWSER=1 the test fails instead of being left out.";
}
