using System.Globalization;
using AccountRules.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AccountRules.Tests.Hosting;

public sealed class HostingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("accountrules").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private IHost Host(RecordingLogs? logs = null, TimeProvider? time = null, params (string Key, string? Value)[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = folder });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => $"AccountRules:{s.Key}", s => s.Value));
        builder.Services.AddAccountRules(builder.Configuration.GetSection("AccountRules"));
        if (logs is not null)
            builder.Logging.Services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(logs);

        if (time is not null)
            builder.Services.AddSingleton(time);

        return builder.Build();
    }

    private string PolicyFile(string json)
    {
        var file = Path.Combine(folder, "policy.json");
        File.WriteAllText(file, json);
        return file;
    }

    private static Policy InScope(IHost host)
    {
        using var scope = host.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<Policy>();
    }

    private static async Task<bool> Eventually(Func<bool> condition)
    {
        for (var i = 0; i < 200 && !condition(); i++)
            await Task.Delay(50);

        return condition();
    }

    [Fact]
    public void Host_WithoutSettings_HasTheDefaultPolicy()
    {
        using var host = Host();

        Assert.Equal(Policy.Default, InScope(host));
    }

    [Fact]
    public void Host_WithAnInlinePolicy_HasIt()
    {
        using var host = Host(settings:
        [
            ("Policy:Version", "2026.2"), ("Policy:FteFulfillment:LimitDays", "60"), ("Policy:FteFulfillment:AtRiskFromDay", "46"),
            ("Policy:PerformancePay:Bands:0:Name", "Pip"), ("Policy:PerformancePay:Bands:0:Programme", "PIP"),
            ("Policy:PerformancePay:Bands:1:Name", "Full"), ("Policy:PerformancePay:Bands:1:Above", "0.5"), ("Policy:PerformancePay:Bands:1:Factor", "1"),
            ("Policy:RegistryClosure:FocusQuarters:0", "1"),
        ]);

        Assert.Equal(
            new Policy(new PolicyTerms { Version = "2026.2" }.With(new FteFulfillmentTerms { LimitDays = 60, AtRiskFromDay = 46 })
                .With(new PerformancePayTerms { Bands = [new() { Name = "Pip", Programme = "PIP" }, new() { Name = "Full", Above = 0.5m, Factor = 1 }] })
                .With(new RegistryClosureTerms { FocusQuarters = [1] })),
            InScope(host));
    }

    [Fact]
    public void Host_WithAPolicyFile_FindsItUnderTheContentRoot()
    {
        PolicyFile("""{ "version": "from file" }""");
        using var host = Host(settings: [("PolicyFile", "policy.json")]);

        Assert.Equal("from file", InScope(host).Version);
    }

    [Fact]
    public async Task Host_WithManyMistakes_FailsToStartAndNamesThemAll()
    {
        using var host = Host(settings:
        [
            ("TimeZone", "Europe/Atlantis"), ("PolicyFle", "x"), ("Policy:FteFulfillment:LimitDays", "sixty"), ("Policy:KeyAccount:EntryThreshold", "-1"),
        ]);

        var e = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal(
            [
                "AccountRules:PolicyFle: found an unknown setting (did you mean PolicyFile?); allowed: PolicyFile, TimeZone, Policy.",
                "AccountRules:TimeZone: found `Europe/Atlantis`; allowed: an IANA time zone that this machine knows, such as Europe/Berlin.",
                "AccountRules:Policy:fteFulfillment:limitDays: found `\"sixty\"`; allowed: a whole number from 1 to 3660, such as 30.",
                "AccountRules:Policy:keyAccount:entryThreshold: found -1; allowed: above 0.",
            ],
            e.Failures);
    }

    [Fact]
    public async Task Host_WithAFileAndAnInlinePolicy_FailsToStart()
    {
        PolicyFile("{}");
        using var host = Host(settings: [("PolicyFile", "policy.json"), ("Policy:Version", "1")]);

        var e = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal(["AccountRules:PolicyFile: found beside a Policy section; allowed: one of them."], e.Failures);
    }

    [Fact]
    public async Task PolicyFile_Changed_SwapsTheWholePolicy_AndABadOneLeavesItInForce()
    {
        var file = PolicyFile("""{ "version": "1" }""");
        var logs = new RecordingLogs();
        using var host = Host(logs, settings: [("PolicyFile", "policy.json")]);
        await host.StartAsync();
        var source = host.Services.GetRequiredService<PolicySource>();
        var seen = new List<string>();
        using var subscription = source.OnChange(p => seen.Add(p.Version));
        using var scope = host.Services.CreateScope();
        var before = scope.ServiceProvider.GetRequiredService<Policy>();

        File.WriteAllText(file, """{ "version": "2", "fteFulfillment": { "limitDays": 60, "atRiskFromDay": 46 } }""");
        Assert.True(await Eventually(() => source.Current.Version == "2"), "the new policy did not come into force");
        Assert.Equal(60, source.Current.FteFulfillment.LimitDays);
        Assert.Same(before, scope.ServiceProvider.GetRequiredService<Policy>());
        Assert.Same(source.Current, InScope(host));

        File.WriteAllText(file, """{ "version": "3", "fteFulfillment": { "limitDays": 0 } }""");
        Assert.True(await Eventually(() => logs.Lines.Any(l => l.Contains("limitDays: found 0", StringComparison.Ordinal))), "the bad policy was not logged");
        Assert.Equal("2", source.Current.Version);
        Assert.Contains(logs.Lines, l => l.StartsWith("Error Policy account-management 2 stays in force", StringComparison.Ordinal));

        File.WriteAllText(file, """{ "version": "4" }""");
        Assert.True(await Eventually(() => source.Current.Version == "4"), "the mended policy did not come into force");
        Assert.Equal(["2", "4"], seen);
    }

    [Fact]
    public void Configuration_Reloaded_SwapsPolicyAndTimeZone()
    {
        var settings = new Dictionary<string, string?> { ["A:Policy:Version"] = "1" };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        using var provider = new ServiceCollection().AddSingleton<TimeProvider>(new FixedTime("2026-03-01T23:30:00Z"))
            .AddAccountRules(configuration.GetSection("A"))
            .BuildServiceProvider();
        var (source, clock) = (provider.GetRequiredService<PolicySource>(), provider.GetRequiredService<PolicyClock>());
        Assert.Equal(new(2026, 3, 1), clock.Today);

        configuration["A:Policy:Version"] = "2";
        configuration["A:TimeZone"] = "Europe/Berlin";
        configuration.Reload();
        Assert.Equal(("2", new DateOnly(2026, 3, 2)), (source.Current.Version, clock.Today));

        configuration["A:TimeZone"] = "nowhere";
        configuration["A:Policy:Version"] = "3";
        configuration.Reload();
        Assert.Equal(("2", new DateOnly(2026, 3, 2)), (source.Current.Version, clock.Today));
    }

    [Theory]
    [InlineData("2026-03-29T00:59:59Z", "Europe/Berlin", "2026-03-29")]
    [InlineData("2026-10-24T21:59:59Z", "Europe/Berlin", "2026-10-24")]
    [InlineData("2026-10-24T22:00:00Z", "Europe/Berlin", "2026-10-25")]
    [InlineData("2026-10-25T22:59:59Z", "Europe/Berlin", "2026-10-25")]
    [InlineData("2026-10-25T23:00:00Z", "Europe/Berlin", "2026-10-26")]
    [InlineData("2026-01-01T04:59:59Z", "America/New_York", "2025-12-31")]
    [InlineData("2026-01-01T00:00:00Z", "Pacific/Kiritimati", "2026-01-01")]
    [InlineData("2025-12-31T10:00:00Z", "Pacific/Kiritimati", "2026-01-01")]
    public void Today_IsTheDayInTheOptionsTimeZone(string now, string zone, string today)
    {
        using var host = Host(time: new FixedTime(now), settings: [("TimeZone", zone)]);

        Assert.Equal(DateOnly.Parse(today, CultureInfo.InvariantCulture), host.Services.GetRequiredService<PolicyClock>().Today);
    }

    [Theory]
    [InlineData("2026-03-28T12:00:00Z", "Europe/Berlin", "2026-03-28T23:00:00Z")]
    [InlineData("2026-03-28T23:00:00Z", "Europe/Berlin", "2026-03-29T22:00:00Z")]
    [InlineData("2026-10-24T22:00:00Z", "Europe/Berlin", "2026-10-25T23:00:00Z")]
    [InlineData("2026-10-25T22:59:59.9999999Z", "Europe/Berlin", "2026-10-25T23:00:00Z")]
    [InlineData("2026-05-05T05:05:05Z", "Etc/UTC", "2026-05-06T00:00:00Z")]
    [InlineData("2018-11-03T12:00:00Z", "America/Sao_Paulo", "2018-11-04T03:00:00Z")]     // 00:00 does not exist: clocks are put forward to 01:00
    [InlineData("2018-02-18T01:30:00Z", "America/Sao_Paulo", "2018-02-18T03:00:00Z")]     // 23:30 comes twice: clocks are put back at 24:00
    [InlineData("2011-12-29T12:00:00Z", "Pacific/Apia", "2011-12-30T10:00:00Z")]          // a day is left out
    public void NextDay_IsTheFirstMomentOfAnotherDayInTheOptionsTimeZone(string now, string zone, string next)
    {
        using var host = Host(time: new FixedTime(now), settings: [("TimeZone", zone)]);

        Assert.Equal(DateTimeOffset.Parse(next, CultureInfo.InvariantCulture), host.Services.GetRequiredService<PolicyClock>().NextDay);
    }

    [Theory]
    [InlineData("2026-08-22T21:59:59Z", 22)]
    [InlineData("2026-08-22T22:00:00Z", 23)]
    [InlineData("2026-08-23T05:00:00+07:00", 23)]
    public void Clock_OfAMoment_SaysTheDayInTheZoneOfTheOptions(string moment, int day)
    {
        using var host = Host(settings: ("TimeZone", "Europe/Berlin"));

        Assert.Equal(new(2026, 8, day), host.Services.GetRequiredService<PolicyClock>().DayOf(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)));
    }

    private sealed class FixedTime(string now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);
    }
}
