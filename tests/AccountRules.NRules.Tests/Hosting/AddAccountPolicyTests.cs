using AccountRules.Facts;
using AccountRules.Hosting;
using AccountRules.NRules.Tests.Hosts;
using AccountRules.NRules.Tests.Sessions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NRules;
using NRules.Fluent;
using NRules.RuleModel;

namespace AccountRules.NRules.Tests.Hosting;

public sealed class AddAccountPolicyTests
{
    private static IHost Host(Action<IServiceCollection> configure, params (string Key, string Value)[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(
            new HostApplicationBuilderSettings { DisableDefaults = true, EnvironmentName = Environments.Development });
        builder.ConfigureContainer(new DefaultServiceProviderFactory(new() { ValidateOnBuild = true, ValidateScopes = true }));
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => $"AccountRules:{s.Key}", s => (string?)s.Value));
        builder.Services.AddAccountRules(builder.Configuration.GetSection("AccountRules"));
        configure(builder.Services);
        return builder.Build();
    }

    private static void AddRules(IServiceCollection services) => services.AddSingleton<IRuleRepository>(_ =>
    {
        var repository = new RuleRepository();
        repository.Load(rules => rules.From(typeof(Watch)));
        return repository;
    });

    [Fact]
    public void Session_OfAHost_HasTheHostsRulesAndThePolicy()
    {
        using var host = Host(services =>
        {
            AddRules(services);
            services.AddAccountPolicy();
        }, ("Policy:fteFulfillment:limitDays", "60"), ("Policy:fteFulfillment:atRiskFromDay", "46"));
        var (session, journal) = (host.Services.GetRequiredService<ISession>(), new Journal());
        session.Insert(journal);
        session.SetEvaluationDate(Orders.Day90);
        session.Insert(Orders.Of() with { OrderedOn = Orders.Day90.AddDays(-61) });
        session.Fire();

        Assert.Equal("1042 Overdue", journal.Read());
        Assert.True(session.TryUpdate(Orders.Of()));
        Assert.NotSame(session, host.Services.GetRequiredService<ISession>());
        Assert.Same(host.Services.GetRequiredService<ISessionFactory>(), host.Services.GetRequiredService<ISessionFactory>());
    }

    [Fact]
    public void Session_OfAHostWithItsOwnClass_HasTheDefinitionsAndTheCompilerOfTheHost()
    {
        using var host = Host(services =>
        {
            AddRules(services);
            services.AddAccountPolicy(
                policy => [SlotRules.Over(policy.FteFulfillment).ToRuleDefinition()],
                compiler => compiler.FactIdentityComparerRegistry.RegisterComparer(EqualityComparer<Slot<FteOrder>>.Create(
                    (left, right) => left!.Content.OrderId == right!.Content.OrderId, slot => slot.Content.OrderId.GetHashCode(StringComparison.Ordinal))));
        });
        var session = host.Services.GetRequiredService<ISession>();
        session.SetEvaluationDate(Orders.Day90);
        session.Insert(new Slot<FteOrder>(Orders.Of()));
        session.Fire();

        Assert.Equal(Standing.AtRisk, Assert.Single(session.Assessments()).Standing);
        Assert.False(session.TryInsert(new Slot<FteOrder>(Orders.Of())));
    }

    [Fact]
    public void Session_OfAHostThatRegisteredAFactoryAndASession_KeepsTheSessionAndHasThePolicy()
    {
        using var host = Host(services =>
        {
            AddRules(services);
            services.AddSingleton(provider => new RuleCompiler().Compile(provider.GetRequiredService<IRuleRepository>().GetRules()));
            services.AddSingleton(provider => provider.GetRequiredService<ISessionFactory>().CreateSession());
            services.AddAccountPolicy();
        }, ("Policy:version", "1"));

        Assert.Same(host.Services.GetRequiredService<ISession>(), host.Services.GetRequiredService<ISession>());
        Assert.Equal("1", VersionIn(host.Services.GetRequiredService<ISession>()));
    }

    [Fact]
    public void Policy_Swapped_IsInSessionsAskedForFromThenOn()
    {
        using var host = Host(services =>
        {
            AddRules(services);
            services.AddAccountPolicy();
        }, ("Policy:version", "1"));
        var before = host.Services.GetRequiredService<ISession>();
        var source = host.Services.GetRequiredService<PolicySource>();

        var configuration = (IConfigurationRoot)host.Services.GetRequiredService<IConfiguration>();
        configuration["AccountRules:Policy:version"] = "2";
        configuration.Reload();

        Assert.Equal("2", source.Current.Version);
        Assert.Equal("1", VersionIn(before));
        Assert.Equal("2", VersionIn(host.Services.GetRequiredService<ISession>()));
        Assert.Equal("2", VersionIn(host.Services.GetRequiredService<ISessionFactory>().CreateSession()));
    }

    [Fact]
    public void AddAccountPolicy_WithoutRules_SaysWhatComesFirst() => Assert.Equal(
        "AddAccountPolicy() found no rules to add the policy to: register an IRuleRepository before it, "
        + "or call AddRules(…) of NRules.Integration.DependencyInjection.",
        Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddAccountPolicy()).Message);

    [Fact]
    public void AddAccountPolicy_CalledTwice_SaysThatThereIsOnePolicy()
    {
        var services = new ServiceCollection();
        AddRules(services);
        services.AddAccountPolicy();

        Assert.Equal(
            "AddAccountPolicy() was called before, and a session has one policy: give all definitions in one call.",
            Assert.Throws<InvalidOperationException>(() => services.AddAccountPolicy()).Message);
    }

    [Fact]
    public void Session_WithoutAPolicy_SaysWhatIsMissing()
    {
        var services = new ServiceCollection();
        AddRules(services);
        using var provider = services.AddAccountPolicy().BuildServiceProvider();

        Assert.Equal(
            "AddAccountPolicy() found no policy: call AddAccountRules(…) too.",
            Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<ISession>()).Message);
    }

    private static string? VersionIn(ISession session)
    {
        session.SetEvaluationDate(Orders.Day90);
        session.Insert(Orders.Of());
        session.Fire();
        return Assert.Single(session.Assessments()).Assessment.PolicyVersion;
    }
}
