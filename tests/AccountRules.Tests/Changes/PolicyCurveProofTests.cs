using System.Globalization;
using AccountRules.Tests.Cases;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace AccountRules.Tests.Changes;

/// <summary>
/// A curve says of every value what the policy with that value says: counted anew by the engine, and by the oracle, at each place of the curve and just beside
/// it; on generated facts, of every rule, for every threshold of random policies.
/// </summary>
public sealed class PolicyCurveProofTests(ITestOutputHelper output)
{
    private const int Curves = 4;

    public static TheoryData<string> Rules => [.. RuleCase.All.Select(c => c.Id).Where(CurveTermOf.Has)];

    public static TheoryData<string> GatheredRules => [.. GatheredCase.All.Select(c => c.Id).Where(CurveTermOf.Has)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Curve_OfAnyRuleAndTerm_CountsAndPaysAsThePolicyOfEachValue(string rule) => RuleCase.Of(rule).Accept(new Proof(output));

    [Fact]
    public void Curve_OfMonths_CountsAsThePolicyOfEachValue() => Prove(
        "kpi-month", Groups.KpiResult, (curve, facts) => Add(curve.Collect(Policy.Default.KpiMonth), facts),
        (policy, facts, asOf) => policy.KpiMonth.Assess(facts, asOf));

    [Fact]
    public void Curve_OfAPortfolio_CountsAsThePolicyOfEachValue() => Prove(
        "key-account", Groups.AccountRevenue, (curve, facts) => Add(curve.CollectTrack(Policy.Default.KeyAccount), facts),
        (policy, facts, asOf) => policy.KeyAccount.Track(facts, asOf));

    [Theory]
    [MemberData(nameof(GatheredRules))]
    public void Curve_OfGatheredRows_CountsAsThePolicyOfEachValue(string id)
    {
        var (rule, alone) = (GatheredCase.Of(id), 0);
        Check(id, rule.Facts, (curve, policy, facts, asOf) => rule.Collect(curve, facts), (terms, facts, asOf) =>
        {
            var assessed = rule.Assess(new(terms), facts, asOf).ToArray();
            var keys = rule.Sources.SelectMany(source => source.Accept(new KeysOf(facts)));
            if (keys.Distinct().Count() < facts.Length)
                return (assessed, null);

            alone++;
            Assert.Equal(
                rule.Says(terms, facts, asOf).Values.Select(e => e.Standing).Order(), assessed.Select(a => a.Standing).Order());
            return (assessed, null);
        });
        Assert.NotEqual(0, alone);
    }

    private static void Add<TFact>(FactTaker<TFact> collector, IEnumerable<TFact> facts)
        where TFact : class
    {
        foreach (var fact in facts)
            collector.Add(fact);
    }

    private void Prove<TFact>(
        string id, Func<PolicyTerms, DateOnly, Reach, Gen<TFact>> fact, Action<PolicyCurve, IEnumerable<TFact>> collect,
        Func<Policy, IEnumerable<TFact>, DateOnly, IEnumerable<Assessment>> assess) => Check(
            id, (terms, asOf, reach) => Gen.ArrayOf(fact(terms, asOf, reach), 8).Select(f => f.Cast<object>().ToArray()),
            (curve, _, facts, _) => collect(curve, facts.Cast<TFact>()),
            (terms, facts, asOf) => ([.. assess(new(terms), facts.Cast<TFact>(), asOf)], null));

    private void Check(
        string id, Func<PolicyTerms, DateOnly, Reach, Gen<object[]>> any, Action<PolicyCurve, Policy, object[], DateOnly> collect,
        Func<PolicyTerms, object[], DateOnly, (Assessment[] Said, decimal? Paid)> say) => Check(output, id, any, collect, say);

    private static void Check(
        ITestOutputHelper output, string id, Func<PolicyTerms, DateOnly, Reach, Gen<object[]>> any, Action<PolicyCurve, Policy, object[], DateOnly> collect,
        Func<PolicyTerms, object[], DateOnly, (Assessment[] Said, decimal? Paid)> say)
    {
        var (curves, points, probes) = (0, 0, 0);
        FsCheck.Check.One(Generated.Cases(Curves * (GatheredCase.All.Any(r => r.Id == id) ? 3 : 1), id), Prop.ForAll(Cases(id, any).ToArbitrary(), c =>
        {
            var policy = new Policy(c.Terms);
            var curve = new PolicyCurve(policy, c.Term.Path, c.From, c.To, c.AsOf);
            collect(curve, policy, c.Facts, c.AsOf);
            var found = curve.Curves.Single();
            (curves, points) = (curves + 1, points + found.Points.Count);
            foreach (var value in Probes(found, c.From, c.To, c.Term.IsWhole))
            {
                probes++;
                var terms = c.Term.With(value);
                var (said, paid) = say(terms, c.Facts, c.AsOf);
                var point = found.At(value);
                Assert.Equal(Counted(said, RuleOf(terms, id), found.Rule), Counted(found, point));
                if (found.Rule.Pays)
                    Assert.Equal(paid, point.Paid);
            }
        }));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id}: {curves:N0} curves, {points:N0} points, {probes:N0} values tried"));
        Assert.InRange(points, curves + 1, int.MaxValue);
    }

    private sealed class KeysOf(object[] facts) : IGatheringVisitor<IEnumerable<(Type, object)>>
    {
        public IEnumerable<(Type, object)> Source<TFact>(GatheringSource source)
            where TFact : class => facts.OfType<TFact>().Select(f => (typeof(TFact), (object)((FactShape<TFact>)source.Shape).KeyOf(f)));
    }

    private static Dictionary<string, long> Counted(RuleCurve curve, CurvePoint point) =>
        curve.Outcomes.Zip(point.Counts).Where(o => o.Second > 0).GroupBy(o => o.First.Name, StringComparer.Ordinal)
            .ToDictionary(those => those.Key, those => those.Sum(o => o.Second), StringComparer.Ordinal);

    /// <summary>By the names that the policy has for bands: those of payments are made of their days.</summary>
    private static Dictionary<string, long> Counted(IEnumerable<Assessment> said, Rule at, Rule named)
    {
        string Name(Assessment a)
        {
            var band = a.Band is { } own && at.Scale is { } scale && named.Scale?.Count == scale.Count ? named.Scale[IndexOf(scale, own)].Name : a.Band;
            var outcome = a.Cause != Cause.None ? $"{a.Standing}, {a.Cause}"
                : a.Factor is { } factor ? string.Create(CultureInfo.InvariantCulture, $"{band}, {Trimmed(factor * 100)} %{Programme(a.Programme)}")
                : band == a.Standing.ToString() || a.Standing == Standing.Graded ? band!
                : $"{a.Standing}, {band}";
            return a.Movement is { } movement ? $"{outcome}, {movement}" : outcome;
        }

        return said.GroupBy(Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.LongCount(), StringComparer.Ordinal);
    }

    private static Rule RuleOf(PolicyTerms terms, string id) => new Policy(terms).RuleOf(id)!;

    private static string Programme(string? programme) => programme is null ? "" : $", programme {programme}";

    private static decimal Trimmed(decimal value) => value / 1.0000000000000000000000000000m;

    private static int IndexOf(Scale scale, string band) => scale.Select((b, i) => (b.Name, i)).Single(b => b.Name == band).i;

    private static IEnumerable<decimal> Probes(RuleCurve curve, decimal from, decimal to, bool isWhole)
    {
        var step = isWhole ? 1 : 0.0000000000000000000000000001m;
        return curve.Points.Select(p => p.Value).SelectMany(v => new[] { v - step, v, v + step }).Concat([from, to])
            .Where(v => v >= from && v <= to).Distinct().Order().Take(12);
    }

    private static Gen<(PolicyTerms Terms, CurveTermOf Term, decimal From, decimal To, DateOnly AsOf, object[] Facts)> Cases(
        string id, Func<PolicyTerms, DateOnly, Reach, Gen<object[]>> any) =>
        from c in (
            from asOf in Dates.AsOf(Reach.Plain)
            from terms in Terms.Near(asOf, Reach.Full)
            from pick in Gen.Choose(0, 1000)
            from below in Gen.Choose(0, 24)
            from above in Gen.Choose(1, 24)
            from hundredth in Gen.Elements(0.01m, 0.0001m, 0.03m)
            let term = CurveTermOf.Of(id, terms, pick) is { Value: null or < 1_000_000_000 } some ? some : null
            let unit = term is null ? 0 : term.IsWhole ? 1 : term.Value > 10 ? Math.Round(term.Value.Value / 50, 2)
                : id is "retention" or "satisfaction" ? 0.04m
                : hundredth
            let at = term?.Value ?? (term?.IsWhole is true ? 30 : 0.5m)
            let most = id == "retention" ? 1 : decimal.MaxValue
            select (asOf, terms, term, From: Math.Max(at - below * unit, term?.Least ?? 0), To: Math.Min(at + above * unit, most)))
            .Where(c => c.term is not null && c.From < c.To && CanBe(c.term, c.From, c.To))
        from more in Gen.ArrayOf(FactsBetween(any, c.term!, c.From, c.To, c.asOf), 4)
        from others in FactsBetween(any, c.term!, c.From, c.To, c.asOf)
        from areTogether in Gen.Choose(0, 3)
        select (c.terms, c.term!, c.From, c.To, c.asOf, areTogether > 0 ? (object[])[.. more.SelectMany(f => f), .. others] : others);

    /// <summary>Facts around the cut where it lies somewhere in the range.</summary>
    private static Gen<object[]> FactsBetween(
        Func<PolicyTerms, DateOnly, Reach, Gen<object[]>> any, CurveTermOf term, decimal low, decimal high, DateOnly asOf) =>
        from place in Gen.Choose(0, 100)
        let at = low + (high - low) * place / 100
        from facts in any(term.With(term.IsWhole ? decimal.Truncate(at) : at), asOf, Reach.Full with { LargestPay = 1_000_000 })
        select facts;

    private static bool CanBe(CurveTermOf term, params decimal[] values)
    {
        try
        {
            return values.All(v => RuleOf(term.With(v), term.Rule).Info.NotSet is null);
        }
        catch (PolicyException)
        {
            return false;
        }
    }

    private sealed class Proof(ITestOutputHelper output) : IRuleCaseVisitor
    {
        public void Visit<TFact>(RuleCase<TFact> rule)
            where TFact : class => Check(
                output, rule.Id,
                (terms, asOf, reach) => Gen.ArrayOf(rule.Fact(terms, asOf, reach), 22).Select(f => f.Cast<object>().ToArray()),
                (curve, policy, facts, asOf) => Add(curve.Collect(rule.Rule(policy)), facts.Cast<TFact>()),
                (terms, facts, asOf) =>
                {
                    var policy = new Policy(terms);
                    Assessment[] said = [.. facts.Cast<TFact>().Select(f => rule.Rule(policy).Assess(f, asOf))];
                    var expected = facts.Cast<TFact>().Select(f => rule.Says(terms, f, asOf)).ToArray();
                    Assert.Equal(expected.Select(e => (e.Standing, e.Band)), said.Select(a => (a.Standing, a.Band)));
                    return (said, expected.Sum(e => e.Payable ?? 0));
                });
    }
}
