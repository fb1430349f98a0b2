using System.Globalization;
using System.Runtime.CompilerServices;
using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Cases;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace AccountRules.Tests.Conformance;

/// <summary>
/// What every way of evaluating a policy must answer: for generated terms, facts and evaluation dates the standing, band and pay that an independent
/// reading of the policy gives. Each way derives a class and says how it evaluates and how far its numbers and dates reach.
/// </summary>
public abstract class ConformanceSuite(ITestOutputHelper output)
{
    public const int Cases = 40;
    public const int FactsPerCase = 315;

    public static TheoryData<string> Rules => [.. RuleCase.All.Select(c => c.Id)];

    /// <summary>
    /// How many cases are made for each rule, and of how many facts each. Most of the time goes into compiling policies: what terms come to is seen on
    /// <see cref="Cases"/> of them where facts are assessed one by one, and the other ways judge as many facts of a quarter as many policies.
    /// </summary>
    protected virtual (int Cases, int Facts) Extent => (Cases / 4, FactsPerCase * 4);

    /// <summary>How many facts each case of a history has.</summary>
    protected virtual int FactsOfAHistory => FactsPerCase;

    /// <summary>How many facts each case of a month's roll-up and of a track has.</summary>
    protected virtual (int Results, int Revenues) Grouped => (80, 48);

    /// <summary>How far the generated facts and terms go.</summary>
    protected virtual Reach Reach => Reach.Full;

    /// <summary>Why this way of evaluating is left out on this machine; <c>null</c> where it is not.</summary>
    protected virtual string? LeftOut => null;

    /// <summary>Whether the evaluator computes the payable amount.</summary>
    protected virtual bool Pays(Policy policy) => true;

    /// <summary>Whether the evaluator takes the same fact twice, the second being a duplicate.</summary>
    protected virtual bool TakesDuplicates => true;

    /// <summary>One answer for each fact, in their order.</summary>
    protected abstract IReadOnlyList<Answer> Evaluate<TFact>(Rule<TFact> rule, IReadOnlyList<TFact> facts, DateOnly asOf)
        where TFact : class;

    /// <summary>One row for each employee and period.</summary>
    protected abstract IEnumerable<MonthAnswer> RollUp(Policy policy, IReadOnlyList<KpiResult> facts, DateOnly asOf);

    /// <summary>The rows of a track, an account's in order; <c>null</c> where the evaluator does not fold.</summary>
    protected abstract IEnumerable<TrackAnswer>? Track(Policy policy, IReadOnlyList<AccountRevenue> facts, DateOnly asOf);

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_GeneratedFacts_AnswersWhatThePolicySays(string rule) => RuleCase.Of(rule).Conforms(this);

    [Fact]
    public void KpiMonth_GeneratedResults_RollsUpAsThePolicySays() =>
        ForEach(Case<KpiResult>.Any(Groups.KpiResultsOf(Grouped.Results / 13), Grouped.Results, Reach), c =>
        {
            IReadOnlyList<KpiResult> facts = TakesDuplicates ? c.Facts : [.. c.Facts.DistinctBy(KpiResult.Shape.KeyOf)];
            var expected = KpiMonthReading.Of(facts, c.AsOf, c.Policy.Terms);
            var actual = RollUp(c.Policy, facts, c.AsOf).ToDictionary(row => new FactKey(row.Employee, row.Period));
            Assert.Equal(expected.Count, actual.Count);
            foreach (var (key, (standing, streak, isProvisional)) in expected)
                Assert.Equal(new(key.Subject, key.Period!.Value, standing, actual[key].Streak is null ? null : streak, isProvisional), actual[key]);
        });

    [Fact]
    public virtual void KeyAccount_GeneratedTracks_MovesAsThePolicySays() =>
        ForEach(Case<AccountRevenue>.Any(Groups.AccountRevenuesOf(Grouped.Revenues / 6), Grouped.Revenues, Reach), c =>
        {
            IReadOnlyList<AccountRevenue> facts = TakesDuplicates ? c.Facts : [.. c.Facts.DistinctBy(f => (f.AccountId, f.Period))];
            if (Track(c.Policy, facts, c.AsOf) is not { } rows)
                return;

            var expected = KeyAccountReading.Track(facts, c.AsOf, c.Policy.Terms.KeyAccount, c.Policy.Terms.EffectiveFrom);
            var actual = rows.GroupBy(r => (r.Account, r.Period))
                .ToDictionary(g => g.Key, g => g.Select(r => new Membership(r.Standing, r.Band, r.Movement, r.IsProvisional)).ToList());
            Assert.Equal(Lines(expected), Lines(actual));
        });

    internal void Conforms<TFact>(RuleCase<TFact> rule)
        where TFact : class => ForEach(Case<TFact>.Any(rule.Fact, Extent.Facts, Reach), c =>
    {
        var pays = Pays(c.Policy);
        var answers = Evaluate(rule.Rule(c.Policy), c.Facts, c.AsOf);
        Assert.Equal(c.Facts.Count, answers.Count);
        for (var i = 0; i < answers.Count; i++)
        {
            var expected = rule.Says(c.Policy.Terms, c.Facts[i], c.AsOf);
            var answer = new Answer(expected.Standing, expected.Band, expected.IsProvisional, pays ? expected.Payable : null);
            if (answer != answers[i])
            {
                Assert.Fail(
                    $"{c.Facts[i]}{Environment.NewLine}under {rule.Id} of {c}:{Environment.NewLine}"
                    + $"expected {answer}{Environment.NewLine}found    {answers[i]}");
            }
        }
    }, rule.Id);

    /// <summary>How many histories are made for each rule; none where the evaluator takes a single version.</summary>
    protected virtual int Histories => 5;

    /// <summary>Whether the evaluator takes several versions of a rule, in the form in which this suite has its facts.</summary>
    protected virtual bool TakesHistory(string rule) => true;

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_OfAHistory_AnswersWhatTheVersionSaysThatAFactGoesBy(string rule)
    {
        if (LeftOut is null && Histories > 0 && TakesHistory(rule))
            RuleCase.Of(rule).Accept(new ByHistory(this));
        else
            output.WriteLine(LeftOut ?? "One version at a time.");
    }

    private sealed class ByHistory(ConformanceSuite suite) : IRuleCaseVisitor
    {
        public void Visit<TFact>(RuleCase<TFact> rule)
            where TFact : class => Check.One(Generated.Cases(suite.Histories, $"{suite.GetType().Name} {rule.Id}"), Prop.ForAll(
                HistoryCase<TFact>.Any(
                    rule.Id, Transitions.AdmittedFor(typeof(TFact)), rule.Fact, Math.Min(suite.Extent.Facts, suite.FactsOfAHistory), suite.Reach)
                    .ToArbitrary(), c =>
                {
                    var pays = suite.Pays(c.History);
                    var answers = suite.Evaluate(rule.Rule(c.History), c.Facts, c.AsOf);
                    PolicyTerms[] versions = [.. c.History.Versions.Select(v => v.Terms)];
                    Assert.Equal(c.Facts.Count, answers.Count);
                    for (var i = 0; i < answers.Count; i++)
                    {
                        var expected = new HistoryReading(versions, rule.Id, c.AsOf).Of(c.Facts[i], terms => rule.Says(terms, c.Facts[i], c.AsOf));
                        var answer = new Answer(expected.Standing, expected.Band, expected.IsProvisional, pays ? expected.Payable : null);
                        if (answer != answers[i])
                        {
                            Assert.Fail(
                                $"{c.Facts[i]}{Environment.NewLine}under {rule.Id} of {c}:{Environment.NewLine}"
                                + $"expected {answer}{Environment.NewLine}found    {answers[i]}");
                        }
                    }
                }));
    }

    private protected void ForEach<TFact>(Gen<Case<TFact>> cases, Action<Case<TFact>> body, [CallerMemberName] string of = "")
    {
        if (LeftOut is { } reason)
        {
            output.WriteLine(reason);
            return;
        }

        var facts = 0;
        Check.One(Generated.Cases(Extent.Cases, $"{GetType().Name} {of}"), Prop.ForAll(cases.ToArbitrary(), c =>
        {
            facts += c.Facts.Count;
            body(c);
        }));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{facts:N0} facts in {Generated.Number(Extent.Cases)} cases"));
    }

    private static string Lines(Dictionary<(string Account, Period Period), List<Membership>> track) =>
        string.Join('\n', track.OrderBy(t => t.Key.Account, StringComparer.Ordinal)
            .ThenBy(t => t.Key.Period)
            .Select(t => $"{t.Key.Account} {t.Key.Period}: {string.Join(", ", t.Value)}"));
}
