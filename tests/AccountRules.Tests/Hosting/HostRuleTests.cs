using AccountRules.Facts;
using AccountRules.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AccountRules.Tests.Hosting;

/// <summary>A rule over a host's own type is injected as what it is, and goes with the policy.</summary>
public sealed class HostRuleTests : HostFixture
{
    private const string Ninety = """{ "version": "1" }""";
    private const string Sixty = """{ "version": "2", "fteFulfillment": { "limitDays": 60, "atRiskFromDay": 40 } }""";

    [Fact]
    public async Task Rule_IsOfThePolicyOfItsScope_MadeOnce_AndSwappedWithIt()
    {
        Write("policy.json", Ninety);
        var made = new List<Policy>();
        using var host = HostOf("""{ "AccountRules": { "PolicyFile": "policy.json" } }""", b => b.Services.AddRule(p =>
        {
            made.Add(p);
            return Staffing(p);
        }));
        await host.StartAsync();
        using var before = host.Services.CreateScope();
        var rule = before.ServiceProvider.GetRequiredService<DeadlineRule<StaffingOrder>>();
        using (var other = host.Services.CreateScope())
            Assert.Same(rule, other.ServiceProvider.GetRequiredService<DeadlineRule<StaffingOrder>>());

        var source = host.Services.GetRequiredService<PolicySource>();
        Assert.Single(made, p => ReferenceEquals(p, source.Current));
        var order = new StaffingOrder { Id = 7, On = new(2026, 3, 1) };
        Assert.Equal(Standing.OnTrack, rule.Assess(order, new(2026, 4, 1)).Standing);

        Write("policy.json", Sixty);
        await Until(() => source.Current.Version == "2", "the policy is swapped");

        Assert.Same(rule, before.ServiceProvider.GetRequiredService<DeadlineRule<StaffingOrder>>());
        using var after = host.Services.CreateScope();
        var newer = after.ServiceProvider.GetRequiredService<DeadlineRule<StaffingOrder>>();
        Assert.Equal(Standing.Overdue, newer.Assess(order, new(2026, 5, 1)).Standing);
        Assert.Same(newer, host.Services.GetRequiredService<PolicyRule<DeadlineRule<StaffingOrder>>>().Current);
        Assert.Single(made, p => ReferenceEquals(p, source.Current));
    }

    [Fact]
    public async Task RulesOfOneType_AreInjectedByTheirNames()
    {
        using var host = HostOf("{}", b => b.Services
            .AddRule(Staffing, "staffing")
            .AddRule(
                p => p.ActionItem.For<StaffingOrder>(o => new ActionItem { ItemId = o.Key, AgreedOn = o.On, DueOn = o.On, DoneOn = o.Filled }), "items"));
        await host.StartAsync();
        using var scope = host.Services.CreateScope();
        Assert.Equal("fte-fulfillment", scope.ServiceProvider.GetRequiredKeyedService<DeadlineRule<StaffingOrder>>("staffing").Id);
        Assert.Equal("action-item", scope.ServiceProvider.GetRequiredKeyedService<DeadlineRule<StaffingOrder>>("items").Id);
        Assert.Null(scope.ServiceProvider.GetService<DeadlineRule<StaffingOrder>>());
    }

    [Fact]
    public void SecondRuleOfOneType_WithoutAName_IsRefused()
    {
        var services = new ServiceCollection().AddAccountRules().AddRule(Staffing);
        Assert.StartsWith(
            "There is a rule of the type already: give each a `name`, and inject it by `[FromKeyedServices(name)]`.",
            Assert.Throws<ArgumentException>(() => services.AddRule(Staffing)).Message, StringComparison.Ordinal);
        services.AddRule(Staffing, "more");
        Assert.Throws<ArgumentException>(() => services.AddRule(Staffing, "more"));
    }

    [Fact]
    public async Task RuleThatCannotBeMade_StopsTheHost()
    {
        using var host = HostOf("{}", b => b.Services.AddRule(p => p.FteFulfillment.For<StaffingOrder>(o => Made(o))));
        var thrown = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.StartsWith(
            "Rule DeadlineRule<StaffingOrder> cannot be made of policy account-management documents: The mapping from StaffingOrder to FteOrder is",
            Assert.Single(thrown.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PolicyOfWhichARuleCannotBeMade_IsRefused_AndTheOldOneStays()
    {
        Write("policy.json", Ninety);
        using var host = HostOf("""{ "AccountRules": { "PolicyFile": "policy.json" } }""", b => b.Services.AddRule(p =>
            p.Version == "2" ? throw new InvalidOperationException("no rule of the second") : Staffing(p)));
        await host.StartAsync();
        var source = host.Services.GetRequiredService<PolicySource>();
        Write("policy.json", Sixty);
        await Until(() => source.IsStale, "the policy is refused");

        Assert.Equal("1", source.Current.Version);
        Assert.Equal(
            "Rule DeadlineRule<StaffingOrder> cannot be made of policy account-management 2: no rule of the second",
            Assert.Single(source.LastRefusal!.Problems));
    }

    [Fact]
    public async Task CheckOfARule_IsRunInAScopeAtTheStart_AndStopsTheHostWhereItFails()
    {
        var scopes = new List<Policy>();
        using (var host = HostOf("{}", b => b.Services.AddRule(Staffing, check: (services, rule) => scopes.Add(services.GetRequiredService<Policy>()))))
        {
            await host.StartAsync();
            Assert.Same(host.Services.GetRequiredService<PolicySource>().Current, Assert.Single(scopes));
        }

        using var failing = HostOf("{}", b => b.Services.AddRule(
            Staffing, check: (_, rule) => throw new NotSupportedException($"no table for {rule.Id}")));
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => failing.StartAsync());
        Assert.Equal(
            "Rule `fte-fulfillment`, DeadlineRule<StaffingOrder>, does not pass the host's check: no table for fte-fulfillment", thrown.Message);
    }

    [Fact]
    public async Task RuleWithoutAPolicy_StopsTheHost()
    {
        await using var provider = new ServiceCollection().AddRule(Staffing).BuildServiceProvider();
        var start = Assert.Single(provider.GetServices<IHostedService>());
        Assert.Equal(
            "A rule is added by AddRule, and no policy: call services.AddAccountRules(…) too.",
            (await Assert.ThrowsAsync<InvalidOperationException>(() => start.StartAsync(default))).Message);
    }

    private static DeadlineRule<StaffingOrder> Staffing(Policy policy) => policy.FteFulfillment.For<StaffingOrder>(o => new FteOrder
    {
        OrderId = o.Key,
        AccountId = null,
        OrderedOn = o.On,
        FulfilledOn = o.Filled,
    });

    private static FteOrder Made(StaffingOrder order) => new() { OrderId = order.Key, AccountId = null, OrderedOn = order.On, FulfilledOn = order.Filled };

    private sealed class StaffingOrder
    {
        public int Id { get; init; }

        public string Key => $"{Id}";

        public DateOnly? On { get; init; }

        public DateOnly? Filled { get; init; }
    }
}
