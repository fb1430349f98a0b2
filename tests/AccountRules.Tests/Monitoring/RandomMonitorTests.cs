using System.Globalization;
using AccountRules.Facts;
using AccountRules.Tests.Cases;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace AccountRules.Tests.Monitoring;

/// <summary>
/// Random calls of a monitor of all rules; after every one, everything is held against what the oracle says from scratch, and after one in ten, causes and
/// reasons against what the library assesses from scratch. Snapshots from before one call in three are looked at again at the end.
/// </summary>
public sealed class RandomMonitorTests(ITestOutputHelper output)
{
    private const int Sequences = 1000;
    private const int Steps = 51;

    private static readonly Policy[] Policies = [.. Generated.Sample(
        from asOf in Dates.AsOf(Reach.Full) from terms in Terms.Near(asOf, Reach.Full) select new Policy(terms), 20)];

    private int steps;
    private int refused;
    private int changes;

    [Fact]
    public void Monitor_AfterEveryCall_StandsAsAssessingFromScratch()
    {
        Check.One(Generated.Cases(Sequences), Prop.ForAll(Sequence.ToArbitrary(), s =>
        {
            var followed = new Followed(new PolicyMonitor(s.Policy, s.AsOf));
            foreach (var step in s.Steps)
            {
                if (steps % 3 == 0)
                    followed.Keep();

                step.Run(followed, this);
                followed.Check(alsoByTheLibrary: steps % 10 == 0, withTexts: steps % 20 == 0);
                steps++;
            }

            followed.CheckKept();
            changes += followed.Changes;
        }));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{steps:N0} calls, {refused:N0} of them refused, {changes:N0} changes"));
        Assert.True(steps >= 50_000);
    }

    private static Gen<Calls> Sequence =>
        from policy in Gen.Elements(Policies)
        from asOf in Dates.AsOf(Reach.Full)
        from steps in Gen.ListOf(AnyStep(policy.Terms, asOf), Steps)
        select new Calls(policy, asOf, [.. steps]);

    private static Gen<Step> AnyStep(PolicyTerms terms, DateOnly asOf)
    {
        var id = Gen.Choose(0, 4).Select(i => $"{i}");
        var others = new OtherSteps(id, terms, asOf);
        foreach (var rule in RuleCase.Others)
            rule.Accept(others);

        var gathered = GatheredCase.All.SelectMany(rule => rule.Sources.Select(source => source.Accept(new GatheredSteps(rule, terms, asOf))))
            .OfType<Gen<Step>>();
        return Gen.Frequency([
            .. others.Found,
            .. gathered.Select(steps => (2, steps)),
            (4, Fact(
                from n in id from o in AnyFact.FteOrder(terms, asOf, Reach.Full) select o with { OrderId = n, AccountId = n is "0" ? null : $"A{n}" },
                o => o.OrderId,
                l => l.Orders)),
            (4, Fact(from n in id from i in AnyFact.RegistryItem(terms, asOf, Reach.Full) select i with { ItemId = n }, i => i.ItemId, l => l.Items)),
            (5, Fact(Groups.KpiResult(terms, asOf, Reach.Full), r => new(r.EmployeeId, r.Period, r.Kpi), l => l.Results)),
            (5, Fact(Groups.AccountRevenue(terms, asOf, Reach.Full), r => new(r.AccountId, r.Period), l => l.Revenues)),
            (2, Fact(AnyFact.PayPeriod(terms, asOf, Reach.Full), p => new(p.EmployeeId, p.Period, p.AssignmentId), l => l.Pay)),
            (3, Fact(
                from n in id from p in AnyFact.ImprovementPlan(terms, asOf, Reach.Full) select p with { EmployeeId = n },
                p => new(p.EmployeeId, StartedOn: p.StartedOn),
                l => l.Plans)),
            (2, Range(Groups.KpiResult(terms, asOf, Reach.Full), r => new(r.EmployeeId, r.Period, r.Kpi), l => l.Results)),
            (2, Range(Groups.AccountRevenue(terms, asOf, Reach.Full), r => new(r.AccountId, r.Period), l => l.Revenues)),
            (2, Range(
                from n in id from o in AnyFact.FteOrder(terms, asOf, Reach.Full) select o with { OrderId = n, AccountId = $"A{n}" },
                o => o.OrderId,
                l => l.Orders)),
            (6, Advance),
            (1, Gen.Elements(Policies).Select(p => new Step($"swap {p.Terms}", (f, _) => f.Take(f.Monitor.Swap(p))))),
        ]);
    }

    private static Gen<Step> Advance =>
        from days in Gen.Frequency((1, Gen.Choose(-3, 0)), (6, Gen.Constant(1)), (3, Gen.Choose(2, 40)), (1, Gen.Choose(100, 4000)))
        select new Step($"advance {days}", (f, t) =>
        {
            var date = Dates.Shift(f.Monitor.AsOf, days, Reach.Full);
            if (date < f.Monitor.AsOf)
                t.Refused<ArgumentOutOfRangeException>(() => f.Monitor.AdvanceTo(date));
            else
                f.Take(f.Monitor.AdvanceTo(date));
        });

    /// <summary>Adds or updates a fact, whichever is right, or the other; or removes it, whether it is there or not.</summary>
    private static Gen<Step> Fact<TFact>(Gen<TFact> facts, Func<TFact, FactKey> keyOf, Func<Ledger, Dictionary<FactKey, TFact>> of)
        where TFact : class =>
        from fact in facts
        from what in Gen.Frequency((8, Gen.Constant("put")), (1, Gen.Constant("wrong")), (3, Gen.Constant("remove")))
        select new Step($"{what} {fact}", (f, t) =>
        {
            var (key, all) = (keyOf(fact), of(f.Ledger));

            // One plan of an employee at a time: assessments of two could not be told apart here.
            if (fact is ImprovementPlan plan
                && f.Ledger.Plans.Keys.FirstOrDefault(k => k.Subject == plan.EmployeeId) is { Subject: not null } other
                && other != key)
            {
                f.Remove(f.Ledger.Plans, other);
            }

            var isThere = all.ContainsKey(key);
            if (what == "remove" && isThere)
                f.Remove(all, key);
            else if (what == "remove")
                t.Refused<KeyNotFoundException>(() => f.Monitor.Remove<TFact>(key));
            else if (what == "wrong" && isThere)
                t.Refused<ArgumentException>(() => f.Monitor.Add(fact));
            else if (what == "wrong")
                t.Refused<KeyNotFoundException>(() => f.Monitor.Update(fact));
            else if (isThere)
                f.Update(all, key, fact);
            else
                f.Add(all, key, fact);
        });

    /// <summary>
    /// Adds or updates a few facts as one call, or whichever is right, or makes them and two of three that are there all that there are; facts that come twice,
    /// are known or are not make it refused.
    /// </summary>
    private static Gen<Step> Range<TFact>(Gen<TFact> facts, Func<TFact, FactKey> keyOf, Func<Ledger, Dictionary<FactKey, TFact>> of)
        where TFact : class =>
        from count in Gen.Choose(0, 4)
        from range in Gen.ArrayOf(facts, count)
        from what in Gen.Frequency((4, Gen.Constant("put")), (1, Gen.Constant("add")), (1, Gen.Constant("update")), (1, Gen.Constant("sync")))
        select new Step($"{what} {string.Join<TFact>(", ", range)}", (f, t) =>
        {
            var (all, seen, refusal) = (of(f.Ledger), new HashSet<FactKey>(), (Type?)null);
            foreach (var key in range.Select(keyOf))
            {
                refusal ??= what == "update" && !all.ContainsKey(key) ? typeof(KeyNotFoundException) : null;
                refusal ??= (what == "add" && all.ContainsKey(key)) || !seen.Add(key) ? typeof(ArgumentException) : null;
            }

            var there = all.Where(known => !seen.Contains(known.Key)).Where((_, i) => i % 3 != 0).Select(known => known.Value).ToArray();
            if (refusal is not null)
                t.Refused(refusal, () => Change());
            else
                f.Put(all, range, keyOf, Change());

            if (refusal is null && what == "sync")
                Followed.Keep(all, [.. range, .. there], keyOf);

            IReadOnlyList<StandingChange> Change() => what switch
            {
                "add" => f.Monitor.AddRange(range),
                "update" => f.Monitor.UpdateRange(range),
                "sync" => f.Monitor.Sync([.. range, .. there]),
                _ => f.Monitor.AddOrUpdateRange(range),
            };
        });

    private void Refused(Type exception, Action call)
    {
        Assert.Throws(exception, call);
        refused++;
    }

    private void Refused<TException>(Action call)
        where TException : Exception => Refused(typeof(TException), call);

    private sealed record Step(string Text, Action<Followed, RandomMonitorTests> Run)
    {
        public override string ToString() => Text;
    }

    private sealed record Calls(Policy Policy, DateOnly AsOf, IReadOnlyList<Step> Steps)
    {
        public override string ToString() => $"as of {AsOf:yyyy-MM-dd} under {Policy.Terms}:{Environment.NewLine}{string.Join(Environment.NewLine, Steps)}";
    }

    private sealed class OtherSteps(Gen<string> id, PolicyTerms terms, DateOnly asOf) : IRuleCaseVisitor
    {
        public List<(int, Gen<Step>)> Found { get; } = [];

        public void Visit<TFact>(RuleCase<TFact> rule)
            where TFact : class => Found.Add((3, Fact(
                from n in id from fact in rule.Fact(terms, asOf, Reach.Full) select rule.WithSubject(fact, n),
                ((FactShape<TFact>)rule.Rule(Policy.Default).FactShape!).KeyOf,
                l => l.Of<TFact>())));
    }

    /// <summary>Facts of the types that only rules on rows take.</summary>
    private sealed class GatheredSteps(GatheredCase rule, PolicyTerms terms, DateOnly asOf) : IGatheringVisitor<Gen<Step>?>
    {
        public Gen<Step>? Source<TFact>(GatheringSource source)
            where TFact : class => typeof(TFact) == typeof(AccountRevenue) ? null : Fact(
                rule.Facts(terms, asOf, Reach.Full).Select(facts => facts.OfType<TFact>().FirstOrDefault()!).Where(fact => fact is not null),
                ((FactShape<TFact>)source.Shape).KeyOf,
                l => l.Of<TFact>());
    }
}
