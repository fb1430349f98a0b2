using AccountRules.Facts;
using AccountRules.Queries.Tests.Hosts;
using AccountRules.Queries.Tests.Stores;
using AccountRules.Reference;
using AccountRules.Tests.Cases;
using AccountRules.Tests.Conformance;
using AccountRules.Tests.Generators;
using Xunit.Abstractions;

namespace AccountRules.Queries.Tests.Suites;

/// <summary>The conformance suite asked of queries: in every table that can hold the facts, by every verb.</summary>
public abstract class QueryConformance : ConformanceSuite, IDisposable
{
    private readonly ComparedRows compared;
    private readonly Lazy<IRowStore> store;

    private protected QueryConformance(string provider, ITestOutputHelper output, ComparedRows compared, Func<IRowStore> open)
        : base(output)
    {
        this.compared = compared;
        compared.Provider = provider;
        store = new(open);
    }

    protected override (int Cases, int Facts) Extent => (3, 2_000);

    protected override int FactsOfAHistory => 600;

    /// <summary>In how many cases the first table is asked by each standing and each band too.</summary>
    protected virtual int ByEveryVerb => int.MaxValue;

    /// <summary>Working days have a suite of their own.</summary>
    protected override Reach Reach => Extended with { HasWorkingDays = false };

    /// <summary>How far the generated facts and terms go, in calendar days.</summary>
    private protected virtual Reach Extended => Reach.Full;

    protected override (int Results, int Revenues) Grouped => (820, 1_400);

    private protected IRowStore Store => store.Value;

    /// <summary>Whether the policy's rounding is one that a database has.</summary>
    protected override bool Pays(Policy policy)
    {
        var settings = (policy is PolicyHistory history ? history.Versions : [policy]).SelectMany(v => SettingsOf(v.PerformancePay)).ToArray();
        HasWholeUnits = Array.Exists(settings, pays => pays.Decimals == 0);
        return isPaid = Array.TrueForAll(
            settings, pays => Store.Pays(pays.Decimals) && (Store is MemoryStore || pays.Rounding != MidpointRounding.ToEven));
    }

    /// <summary>The statement of a history is several times as long as that of a policy, and takes the more time to make and to plan.</summary>
    protected override int Histories => Store is MemoryStore ? 1 : 2;

    /// <summary>Rows of KPIs and revenues have their period as a text here, of which a database cannot tell which version it goes by: refused.</summary>
    protected override bool TakesHistory(string rule) => Store is MemoryStore || rule is not ("kpi-attainment" or "key-account");

    private bool isPaid;
    private int cases;

    /// <summary>Whether the policy of the case rounds pay to whole units in some table.</summary>
    private protected bool HasWholeUnits { get; private set; }

    private static IEnumerable<PaySettings> SettingsOf(TierRule<PayPeriod> rule) =>
        rule.Tables.Select(t => t.Value).Append(rule).Append(rule.Otherwise).Select(t => t?.Payment?.Settings).OfType<PaySettings>();

    protected override IReadOnlyList<Answer> Evaluate<TFact>(Rule<TFact> rule, IReadOnlyList<TFact> facts, DateOnly asOf)
    {
        var pays = isPaid && rule is TierRule<PayPeriod>;
        Answer?[]? first = null;
        cases++;
        foreach (var form in Forms.Of(rule))
        {
            var answers = form.Ask(Store, facts, asOf, pays, byEveryVerb: first is null && cases <= ByEveryVerb, out var rows);
            compared.Add(rule.Id, first is null ? facts.Count : 0, rows);
            first ??= answers;
            Assert.All(
                answers.Zip(first),
                pair => Assert.True(
                    pair.First is null || pair.First with { IsProvisional = pair.First.IsProvisional ?? pair.Second!.IsProvisional } == pair.Second,
                    $"{form} says {pair.First}, and the first table {pair.Second}."));
        }

        return first!.Select(a => a!).ToArray();
    }

    protected override IEnumerable<MonthAnswer> RollUp(Policy policy, IReadOnlyList<KpiResult> facts, DateOnly asOf)
    {
        var rows = Store.Load(facts.Select(Rows.Prorated).ToArray());
        var groups = policy.KpiMonth.Over(Mapped.ProratedKpis(policy.KpiAttainment)).Group(rows, asOf, k => k.Month).ToList();
        compared.Add(policy.KpiMonth.Id, facts.Count, groups.Count);
        return groups.Select(g => new MonthAnswer(g.Subject, Period.Parse(g.Period), g.Standing, Streak: null, g.IsProvisional!.Value));
    }

    [Fact]
    public void ServiceLevels_GeneratedLevels_RollUpAsThePolicySays()
    {
        var rollUp = (RollUpCase<ServiceLevel>)ServiceLevelCase.All;
        ForEach(Case<ServiceLevel>.Any(rollUp.Fact, Grouped.Results / 13, Reach), c =>
        {
            // Rows of one service count once, and a table has no first: without any, both say the same.
            ServiceLevel[] facts = [.. c.Facts.DistinctBy(ServiceLevel.Shape.KeyOf)];
            var rows = Store.Load(facts.Select(Rows.Of).ToArray());
            var groups = c.Policy.ServiceLevels.Over(Mapped.Services(c.Policy.ServiceLevel)).Group(rows, c.AsOf, s => s.Month).ToList();
            compared.Add(c.Policy.ServiceLevels.Id, facts.Length, groups.Count);
            Assert.Equal(
                rollUp.Says(c.Policy.Terms, facts, c.AsOf).Select(r => $"{r.Key} {r.Value.Standing} {r.Value.IsProvisional}").Order(StringComparer.Ordinal),
                groups.Select(g => $"{new FactKey(g.Subject, Period.Parse(g.Period))} {g.Standing} {g.IsProvisional}").Order(StringComparer.Ordinal));
        });
    }

    protected override IEnumerable<TrackAnswer>? Track(Policy policy, IReadOnlyList<AccountRevenue> facts, DateOnly asOf) => null;

    /// <summary>A query asks for the members of one period, so every period of the data is asked for.</summary>
    [Fact]
    public override void KeyAccount_GeneratedTracks_MovesAsThePolicySays() =>
        ForEach(Case<AccountRevenue>.Any(Groups.AccountRevenuesOf(Grouped.Revenues / 5), Grouped.Revenues, Reach), c =>
        {
            if (c.Policy.Terms.KeyAccount.EntryThreshold is null)
                return;

            // A query takes one row for each account and period.
            var facts = c.Facts.DistinctBy(f => (f.AccountId, f.Period)).ToArray();
            var track = KeyAccountReading.Track(facts, c.AsOf, c.Policy.Terms.KeyAccount, c.Policy.Terms.EffectiveFrom);
            var rule = Mapped.Revenues(c.Policy.KeyAccount);
            foreach (var kind in facts.GroupBy(f => PeriodKind.Of(f.Period), StringComparer.Ordinal))
            {
                var rows = Store.Load(kind.Select(Rows.Of).ToArray());
                foreach (var period in kind.Select(f => f.Period).Distinct().Where(p => p.Start <= c.AsOf))
                {
                    var expected = Inside(track, kind.Key, period);
                    Assert.Equal(expected, rule.Members(rows, r => r.Month, period.ToString()).AsEnumerable().Order(StringComparer.Ordinal));
                    Assert.Equal(expected, rule.Members(rows, r => r.StartsOn, period.Start).AsEnumerable().Order(StringComparer.Ordinal));
                    compared.Add(rule.Id + " members", 0, 2 * expected.Length);
                }
            }

            compared.Add(rule.Id + " members", facts.Length, 0);
        });

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        if (store.IsValueCreated)
            store.Value.Dispose();
    }

    /// <summary>Who was in the portfolio last, by the oracle's rows up to the period; an undetermined row changes nothing.</summary>
    private static string[] Inside(Dictionary<(string Account, Period Period), List<Membership>> track, string kind, Period period) =>
        [.. track.Where(t => PeriodKind.Of(t.Key.Period) == kind && t.Key.Period.Start <= period.Start)
            .GroupBy(t => t.Key.Account)
            .Where(account => account.OrderBy(t => t.Key.Period.Start).SelectMany(t => t.Value).LastOrDefault(m => m.Band is not null) is { Band: "Key" })
            .Select(account => account.Key)
            .Order(StringComparer.Ordinal)];
}
