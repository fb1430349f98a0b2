using AccountRules.Facts;
using AccountRules.NRules.Tests.Hosts;
using AccountRules.Tests.Cases;
using AccountRules.Reference;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;
using NRules.Fluent;
using Xunit.Abstractions;

namespace AccountRules.NRules.Tests.Conformance;

/// <summary>
/// One session lives through inserts, updates, retractions and changes of the date, of all rules at once; after every step it says what the oracle says.
/// </summary>
public sealed class SequenceTests(ITestOutputHelper output)
{
    private const int Sequences = 30;
    private const int Steps = 25;

    /// <summary>Fewer than sequences: most of the time goes into compiling all rules of one.</summary>
    private static readonly (DateOnly AsOf, Policy Policy)[] Policies = [.. Generated.Sample(
        from asOf in Dates.AsOf(Reach.Full) from terms in Terms.Near(asOf, Reach.Full) select (asOf, new Policy(terms)), 8)];

    private sealed record Life(Policy Policy, DateOnly AsOf, int Seed, ISlots[] Kinds)
    {
        public override string ToString() => $"seed {Seed} from {AsOf:yyyy-MM-dd} under {Policy.Terms}";
    }

    private static Gen<Life> Any =>
        from known in Gen.Elements(Policies)
        let asOf = known.AsOf
        let policy = known.Policy
        let terms = policy.Terms
        from orders in Gen.ListOf(AnyFact.FteOrder(terms, asOf, Reach.Full), 40)
        from items in Gen.ListOf(AnyFact.RegistryItem(terms, asOf, Reach.Full), 40)
        from results in Gen.ListOf(Groups.KpiResult(terms, asOf, Reach.Full), 60)
        from revenues in Gen.ListOf(Groups.AccountRevenue(terms, asOf, Reach.Full), 60)
        from pays in Gen.ListOf(AnyFact.PayPeriod(terms, asOf, Reach.Full), 40)
        from plans in Gen.ListOf(AnyFact.ImprovementPlan(terms, asOf, Reach.Full), 40)
        from others in Others(terms, asOf)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select new Life(policy, asOf, seed,
        [
            new Slots<FteOrder>(SlotRules.Over(policy.FteFulfillment), [.. orders], (f, day) => FactReadings.FteFulfillment(terms, f, day)),
            new Slots<RegistryItem>(SlotRules.Over(policy.RegistryClosure), [.. items], (f, day) => FactReadings.RegistryClosure(terms, f, day)),
            new ResultSlots(policy, [.. results]),
            new RevenueSlots(policy, [.. revenues]),
            new Slots<PayPeriod>(SlotRules.Over(policy.PerformancePay), [.. pays], (f, day) => FactReadings.PerformancePay(terms, f, day)),
            new Slots<ImprovementPlan>(SlotRules.Over(policy.ImprovementPlan), [.. plans], (f, day) => FactReadings.ImprovementPlan(terms, f, day)),
            .. others.Select(make => make(policy)),
        ]);

    /// <summary>The facts of the other rules.</summary>
    private static Gen<List<Func<Policy, ISlots>>> Others(PolicyTerms terms, DateOnly asOf)
    {
        var slots = new OtherSlots(terms, asOf);
        foreach (var rule in RuleCase.Others)
            rule.Accept(slots);

        return slots.Found.Aggregate(
            Gen.Constant(new List<Func<Policy, ISlots>>()), (all, own) => from some in all from one in own select (List<Func<Policy, ISlots>>)[.. some, one]);
    }

    private sealed class OtherSlots(PolicyTerms terms, DateOnly asOf) : IRuleCaseVisitor
    {
        public List<Gen<Func<Policy, ISlots>>> Found { get; } = [];

        public void Visit<TFact>(RuleCase<TFact> rule)
            where TFact : class => Found.Add(Gen.ListOf(rule.Fact(terms, asOf, Reach.Full), 40)
                .Select(facts =>
                    (Func<Policy, ISlots>)(policy => new Slots<TFact>(SlotRules.Over(rule.Rule(policy)), [.. facts], (f, day) => rule.Says(terms, f, day)))));
    }

    [Fact]
    public void Session_AnySequenceOfSteps_SaysWhatThePolicySaysAfterEveryStep()
    {
        var (steps, fired) = (0, 0);
        Check.One(Generated.Cases(Sequences), Prop.ForAll(Any.ToArbitrary(), life =>
        {
            var host = new RuleRepository();
            host.Load(rules => rules.From(typeof(ReadEverything)));
            var session = Network.Session([.. host.GetRuleSets().SelectMany(s => s.Rules), .. SlotRules.Definitions(life.Policy)]);
            var (random, asOf, history) = (new Random(life.Seed), life.AsOf, new List<string>());
            session.SetEvaluationDate(asOf);
            for (var step = 0; step < Steps; step++)
            {
                try
                {
                    // Often several changes come before the rules fire.
                    for (var changes = random.Next(1, 4); changes > 0; changes--)
                    {
                        if (random.Next(4) == 0)
                        {
                            asOf = Dates.Shift(asOf, random.Next(4) == 0 ? random.Next(-400, 400) : random.Next(-1, 40), Reach.Full);
                            session.SetEvaluationDate(asOf);
                            history.Add($"date {asOf:yyyy-MM-dd}");
                        }
                        else
                        {
                            history.Add(life.Kinds[random.Next(life.Kinds.Length)].Step(session, random));
                        }
                    }

                    fired += session.Fire();
                    history.Add("fire");
                    foreach (var kind in life.Kinds)
                        kind.Check(session, asOf);

                    // What a host's rule read when it was last told of a change is what it would read now.
                    var all = session.Assessments();
                    var read = session.Query<Everything>().ToDictionary(e => e.Of);
                    Assert.Equal(all.Count, read.Count);
                    Assert.All(all, a => Assert.Equal(Everything.In(a), read[a]));
                    steps++;
                }
                catch (Exception e)
                {
                    throw new InvalidOperationException($"After step {step}:\n{string.Join('\n', history)}\n{e.Message}", e);
                }
            }
        }));
        output.WriteLine($"{Sequences} sequences, {steps} steps, {fired} rules fired");
    }
}
