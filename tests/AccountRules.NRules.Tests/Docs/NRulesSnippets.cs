using AccountRules.Facts;
using AccountRules.NRules.Tests.Sessions;
using Crm.Docs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NRules;
using NRules.Fluent;
using NRules.RuleModel;

namespace AccountRules.NRules.Tests.Docs;

/// <summary>The C# of docs/nrules.md, compiled and run; a test compares the texts.</summary>
public class NRulesSnippets
{
    private readonly Policy policy = Policy.Default;

    [Fact]
    public void NRules_Session_FollowsTheOrderAndTheDate()
    {
        var order = Orders.Of() with { OrderedOn = new(2026, 8, 1) };

        var repository = new RuleRepository();
        repository.Load(rules => rules.From(typeof(OverdueMail)));    // your rules
        repository.Add(policy.ToRuleSet());                           // the policy's

        var compiler = new RuleCompiler();
        compiler.FactIdentityComparerRegistry.RegisterAccountFacts(); // facts are known by their ids
        ISession session = compiler.Compile(repository.GetRules()).CreateSession();

        session.SetEvaluationDate(new(2026, 11, 21));                 // a fact too: without it nothing is assessed
        session.Insert(order);
        session.Fire();

        Assert.Equal("Order 1042 is open for 112 days, 22 more than the 90 allowed; it was due 2026-10-30.", session.Query<Mail>().Single().Text);

        session.Update(order with { FulfilledOn = new(2026, 11, 22) });
        session.SetEvaluationDate(new(2026, 11, 22));
        session.Fire();

        Assert.Empty(session.Query<Mail>());
        Assert.Equal(Standing.Late, Assert.Single(session.Assessments()).Standing);
    }

    [Fact]
    public void NRules_Condition_OnDaysJoinsTheDate()
    {
        var repository = new RuleRepository();
        repository.Load(rules => rules.From(typeof(DueSoon)));
        repository.Add(policy.ToRuleSet());
        var session = repository.Compile().CreateSession();
        session.SetEvaluationDate(Orders.Day90.AddDays(-8));
        session.Insert(Orders.Of());
        session.Fire();
        Assert.Empty(session.Query<Mail>());

        session.SetEvaluationDate(Orders.Day90.AddDays(-7));
        session.Fire();
        Assert.Single(session.Query<Mail>());
    }

    [Fact]
    public void NRules_RuleSet_OfSomeStandings()
    {
        IRuleSet open = policy.ToRuleSet(Standing.AtRisk, Standing.Overdue);

        var session = Network.Session(open.Rules);
        session.SetEvaluationDate(Orders.Day90);
        session.InsertAll([Orders.Of("1"), Orders.Of("2") with { FulfilledOn = Orders.Day90 }]);
        session.Fire();
        Assert.Equal("1", Assert.Single(session.Assessments()).Subject);
    }

    [Fact]
    public void NRules_Definition_SaysWhatItShows()
    {
        var Console = new StringWriter();

        IRuleDefinition definition = policy.FteFulfillment.ToRuleDefinition();
        Console.WriteLine($"{definition.Name} [{definition.Properties[RuleMetadata.Citation]}]: {definition.Description}");
        // fte-fulfillment [expectations, 2]: An FTE order is fulfilled at most 90 days from the date of order.

        Assert.Equal("fte-fulfillment [expectations, 2]: An FTE order is fulfilled at most 90 days from the date of order.", Console.ToString().Trim());
    }

    [Fact]
    public void NRules_Host_HasASession()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());

        builder.Services.AddAccountRules(builder.Configuration.GetSection("AccountRules"));
        builder.Services.AddSingleton<IRuleRepository>(_ =>
        {
            var repository = new RuleRepository();
            repository.Load(rules => rules.From(typeof(OverdueMail).Assembly));      // your rules
            return repository;
        });
        builder.Services.AddAccountPolicy();

        using var host = builder.Build();
        Assert.NotNull(host.Services.GetRequiredService<ISession>());
    }

    [Fact]
    public void NRules_HostWithItsOwnClass_HasASession()
    {
        var byNumber = EqualityComparer<CrmOrder>.Create(
            (left, right) => left!.Number == right!.Number, order => order.Number.GetHashCode(StringComparison.Ordinal));
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddAccountRules(builder.Configuration.GetSection("AccountRules"));
        builder.Services.AddSingleton<IRuleRepository, RuleRepository>();

        builder.Services.AddAccountPolicy(
            policy => [policy.FteFulfillment.For<CrmOrder>(o => new FteOrder { OrderId = o.Number, OrderedOn = o.PlacedOn, FulfilledOn = o.FilledOn })
                .ToRuleDefinition()],
            compiler => compiler.FactIdentityComparerRegistry.RegisterComparer(byNumber));

        using var host = builder.Build();
        var session = host.Services.GetRequiredService<ISession>();
        var order = new CrmOrder("1", "ACME", Orders.Day90.AddDays(-90), FilledOn: null);
        session.SetEvaluationDate(Orders.Day90);
        session.Insert(order);
        session.Update(order with { FilledOn = Orders.Day90 });
        session.Fire();
        Assert.Equal(Standing.Met, Assert.Single(session.Assessments()).Standing);
    }

    [Fact]
    public void NRules_EverySnippet_StandsInTheseTestsOrTheSample()
    {
        static string Squeezed(IEnumerable<string> lines) => string.Join('\n', lines.Select(l => l.Trim()).Where(l => l.Length > 0));
        string[] folders = [Path.Combine("tests", "AccountRules.NRules.Tests", "Docs"), Path.Combine("samples", "NRules")];
        var code = folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs"))
            .Select(file => Squeezed(File.ReadLines(file)))
            .ToArray();
        var blocks = File.ReadAllText(Path.Combine(Repository.Root, "docs", "nrules.md")).Split("```csharp\n").Skip(1).Select(b => b.Split("```")[0]).ToArray();

        Assert.Equal(10, blocks.Length);
        Assert.All(blocks, block => Assert.Contains(code, text => text.Contains(Squeezed(block.Split('\n')), StringComparison.Ordinal)));
    }
}
