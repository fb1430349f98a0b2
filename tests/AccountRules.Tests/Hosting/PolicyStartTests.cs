using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AccountRules.Tests.Hosting;

/// <summary>What a host says of its policy when it starts.</summary>
public sealed class PolicyStartTests : HostFixture
{
    private async Task<string[]> LinesOf(string appsettings, string section = "AccountRules")
    {
        using var host = HostOf(appsettings, b => b.Services.AddSingleton<TimeProvider>(new Noon()), section);
        await host.StartAsync();
        return [.. Logs.Lines.Where(l => l.Contains("olicy", StringComparison.Ordinal))];
    }

    [Fact]
    public async Task Start_WithAFile_SaysPolicyFileAndTimeZoneInOneLine()
    {
        var file = Write("policy.json", """{ "version": "7" }""");

        Assert.Equal(
            [$"Information Policy account-management 7 is in force, from {file}; today is 2026-11-27 in Pacific/Kiritimati"],
            await LinesOf("""{ "AccountRules": { "PolicyFile": "policy.json", "TimeZone": "Pacific/Kiritimati" } }"""));
    }

    [Fact]
    public async Task Start_WithAnInlinePolicy_SaysWhichSection() => Assert.Equal(
        ["Information Policy account-management 8 is in force, from configuration section AccountRules:Policy; today is 2026-11-26 in Etc/UTC"],
        await LinesOf("""{ "AccountRules": { "Policy": { "version": "8" } } }"""));

    [Fact]
    public async Task Start_WithTheTimeZoneAlone_DoesNotWarn() => Assert.Equal(
        ["Information Policy account-management documents is in force, from the documents' own numbers; today is 2026-11-26 in Etc/UTC"],
        await LinesOf("""{ "AccountRules": { "TimeZone": "Etc/UTC" } }"""));

    [Theory]
    [InlineData(
        """{ "AcountRules": { "PolicyFile": "policy.json" } }""", "AccountRules",
        "`AccountRules` is not there, or has no settings (did you mean `AcountRules`?)")]
    [InlineData(
        """{ "Hr": { "AccountRule": { "PolicyFile": "policy.json" } } }""", "Hr:AccountRules",
        "`Hr:AccountRules` is not there, or has no settings (did you mean `Hr:AccountRule`?)")]
    [InlineData("""{ "Logging": { "LogLevel": "None" } }""", "AccountRules", "`AccountRules` is not there, or has no settings")]
    [InlineData("""{ "AccountRules": {} }""", "AccountRules", "`AccountRules` is not there, or has no settings")]
    [InlineData("""{ "AccountRules": null }""", "AccountRules", "`AccountRules` is not there, or has no settings")]
    [InlineData("""{ "AccountRules": { "Policy": {} } }""", "AccountRules", "`AccountRules:Policy` is not there, or has no settings")]
    public async Task Start_WithoutSettings_Warns(string appsettings, string section, string warning) => Assert.Equal(
        $"Warning Configuration section {warning}: the policy has the documents' own numbers",
        (await LinesOf(appsettings, section))[^1]);

    [Theory]
    [InlineData(
        """{ "AccountRules": { "PolicyFle": "policy.json" } }""",
        "AccountRules:PolicyFle: found an unknown setting (did you mean PolicyFile?); allowed: PolicyFile, TimeZone, Policy.")]
    [InlineData("""{ "AccountRules": { "Colour": "blue" } }""", "AccountRules:Colour: found an unknown setting; allowed: PolicyFile, TimeZone, Policy.")]
    [InlineData(
        """{ "AccountRules": { "PolicyFile": "" } }""",
        "AccountRules:PolicyFile: found ``; allowed: the name of a file; leave the setting out where there is none.")]
    public async Task Start_WithAMisspelledSetting_Fails(string appsettings, string failure)
    {
        var e = await Assert.ThrowsAsync<OptionsValidationException>(() => LinesOf(appsettings));

        Assert.Equal([failure], e.Failures);
    }

    [Fact]
    public async Task Start_WithAPolicyOfTomorrow_Warns() => Assert.Equal(
        "Warning Policy account-management 9 is effective from 2026-11-27, and today is 2026-11-26 in Etc/UTC: it is used already, "
        + "and applies to no fact that begins before then",
        (await LinesOf("""{ "AccountRules": { "Policy": { "version": "9", "effectiveFrom": "2026-11-27" } } }"""))[^1]);

    [Fact]
    public async Task Start_WithFactorsThatFall_WarnsWithTheirPath() => Assert.Equal(
        "Warning configuration section AccountRules:Policy: $.performancePay.bands[1].factor: band `B` pays 50 % and band `A` below it 60 %, "
        + "so that who attains more is paid less: look at both factors.",
        (await LinesOf("""
            { "AccountRules": { "Policy": { "improvementPlan": { "expectedAbove": 0.5 },
              "performancePay": { "bands": [{ "name": "A", "factor": 0.6 }, { "name": "B", "above": 1, "factor": 0.5 }] } } } }
            """))[^1]);

    /// <summary>What is today is asked of the time zone: beyond the date line it is tomorrow already.</summary>
    [Theory]
    [InlineData("Etc/UTC", "2026-11-26")]
    [InlineData("Pacific/Kiritimati", "2026-11-27")]
    public async Task Start_WithAPolicyOfToday_DoesNotWarn(string zone, string effectiveFrom) => Assert.DoesNotContain(
        await LinesOf($$"""{ "AccountRules": { "TimeZone": "{{zone}}", "Policy": { "effectiveFrom": "{{effectiveFrom}}" } } }"""),
        l => l.StartsWith("Warning", StringComparison.Ordinal));

    [Fact]
    public async Task Reload_ToAPolicyOfTomorrow_Warns()
    {
        Write("policy.json", """{ "version": "1" }""");
        var (host, _) = await StartedOn("policy.json");
        using var started = host;

        Write("policy.json", """{ "version": "2", "effectiveFrom": "9999-01-01" }""");

        await Until(() => Logged("Warning Policy account-management 2 is effective from 9999-01-01"), "nothing was logged");
    }

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    }
}
