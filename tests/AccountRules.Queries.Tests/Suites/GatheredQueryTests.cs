using AccountRules.Facts;
using AccountRules.Queries.Tests.Hosts;
using AccountRules.Queries.Tests.Stores;
using AccountRules.Reference;
using AccountRules.Tests.Cases;
using AccountRules.Tests.Conformance;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace AccountRules.Queries.Tests.Suites;

/// <summary>Rows that a query makes of many facts stand as an independent reading of the policy says, on SQLite and PostgreSQL.</summary>
[Collection(Postgres.Collection)]
public sealed class GatheredQueryTests(Postgres postgres, ITestOutputHelper output)
{
    private const int Cases = 40;
    private const int CasesOfPeriods = 15;

    [Fact]
    public void Cadences_OnSqlite_StandAsThePolicySays() => OnSqlite(Cadences);

    [Fact]
    public void Cadences_OnPostgres_StandAsThePolicySays() => OnPostgres(Cadences);

    [Fact]
    public void Cohorts_OnSqlite_StandAsThePolicySays() => OnSqlite(Cohorts);

    [Fact]
    public void Cohorts_OnPostgres_StandAsThePolicySays() => OnPostgres(Cohorts);

    [Fact]
    public void Competencies_OnSqlite_StandAsThePolicySays() => OnSqlite(Competencies);

    [Fact]
    public void Competencies_OnPostgres_StandAsThePolicySays() => OnPostgres(Competencies);

    private static void Competencies(DbContext context) => ForEach(CompetencyCase.Case, context, c =>
    {
        if (c.Policy.Competency.Info.NotSet is not null)
            return;

        var rule = c.Policy.Competency.Of;
        IQueryable<Competency> Rows() => CompetencyDeclaration.Rows(context.Set<AbilityEvidence>(), c.Policy.Terms.Competency, c.AsOf);
        var expected = CompetencyCase.Case.Says(c.Policy.Terms, c.Facts, c.AsOf);
        Same(expected, rule.Grade(Rows(), c.AsOf).AsEnumerable().Select(g => (new FactKey(g.Fact.EmployeeId), g.Standing, g.Band)));
        foreach (var band in rule.Scale!.Select(b => b.Name))
        {
            Assert.Equal(
                expected.Where(row => row.Value.Band == band).Select(row => row.Key.Subject).Order(StringComparer.Ordinal),
                rule.WhereBand(Rows(), c.AsOf, band).Select(r => r.EmployeeId).AsEnumerable().Order(StringComparer.Ordinal));
        }

        Assert.Equal(
            expected.Values.GroupBy(e => (e.Standing, e.Band)).Select(g => $"{g.Key} {g.Count()}").Order(StringComparer.Ordinal),
            rule.CountByBand(Rows(), c.AsOf).AsEnumerable().Select(n => $"{(n.Standing, n.Band)} {n.Count}").Order(StringComparer.Ordinal));
    });

    [Fact]
    public void Growth_OnSqlite_StandsAsThePolicySays() => OnSqlite(Growths);

    [Fact]
    public void Growth_OnPostgres_StandsAsThePolicySays() => OnPostgres(Growths);

    [Fact]
    public void Consistencies_OnSqlite_StandAsThePolicySays() => OnSqlite(Consistencies);

    [Fact]
    public void Consistencies_OnPostgres_StandAsThePolicySays() => OnPostgres(Consistencies);

    private static void Consistencies(DbContext context) => ForEach(BcpConsistencyCase.Case, context, c =>
    {
        // A query has the quarters that have begun.
        var expected = BcpConsistencyCase.Case.Says(c.Policy.Terms, c.Facts, c.AsOf).Where(row => row.Key.Period!.Value.Start <= c.AsOf).ToDictionary();
        var rows = BcpConsistencyDeclaration.Rows(context.Set<ProtocolRun>(), c.AsOf);
        Same(expected, c.Policy.BcpConsistency.Of.Grade(rows, c.AsOf).AsEnumerable().Select(g => (
            new FactKey(g.Fact.AccountId, g.Fact.Quarter), g.Standing, g.Band)));
    });

    [Fact]
    public void LifetimeValues_OnSqlite_StandAsThePolicySays() => OnSqlite(LifetimeValues);

    [Fact]
    public void LifetimeValues_OnPostgres_StandAsThePolicySays() => OnPostgres(LifetimeValues);

    private static void LifetimeValues(DbContext context) => ForEach(LifetimeValueCase.Case, context, c =>
    {
        // A query takes periods of one kind, that have begun.
        AccountRevenue[] facts = [.. c.Facts.OfType<AccountRevenue>().Where(r => PeriodKind.Of(r.Period) == "month" && r.Period.Start <= c.AsOf)];
        Period[] periods = [.. facts.Select(r => r.Period).Distinct()];
        var (rule, expected) = (c.Policy.LifetimeValue.Of, LifetimeValueCase.Case.Says(c.Policy.Terms, facts, c.AsOf));
        IQueryable<LifetimeValue> Rows() => LifetimeValueDeclaration.Rows(context.Set<AccountRevenue>().Where(r => periods.Contains(r.Period)));
        var graded = rule.Grade(Rows(), c.AsOf).ToArray();
        Same(expected, graded.Select(g => (new FactKey(g.Fact.AccountId), g.Standing, g.Band)));
        var inMemory = LifetimeValueCase.Case.Assess(c.Policy, facts, c.AsOf).ToArray();
        Assert.Equal(
            inMemory.Select(a => (a.Subject, a.Cause)),
            graded.OrderBy(g => g.Fact.AccountId, StringComparer.Ordinal).Select(g => (g.Fact.AccountId, g.Cause)));
        Assert.All(graded.Where(g => g.Fact.Currency != g.Fact.LastCurrency), g => Assert.Null(g.Fact.Sum));
        Assert.Equal(
            inMemory.Where(a => a.Cause == Cause.None).Select(a => (a.Subject, a.Value)),
            rule.Where(Rows(), c.AsOf, Standing.Graded).AsEnumerable().OrderBy(v => v.AccountId, StringComparer.Ordinal).Select(v => (v.AccountId, v.Sum)));
        foreach (var band in rule.Scale!.Select(b => b.Name))
        {
            Assert.Equal(
                expected.Where(row => row.Value.Band == band).Select(row => row.Key.Subject).Order(StringComparer.Ordinal),
                rule.WhereBand(Rows(), c.AsOf, band).Select(r => r.AccountId).AsEnumerable().Order(StringComparer.Ordinal));
        }

        Assert.Equal(
            expected.Values.GroupBy(e => (e.Standing, e.Band)).Select(g => $"{g.Key} {g.Count()}").Order(StringComparer.Ordinal),
            rule.CountByBand(Rows(), c.AsOf).AsEnumerable().Select(n => $"{(n.Standing, n.Band)} {n.Count}").Order(StringComparer.Ordinal));
    });

    private static void Cadences(DbContext context)
    {
        Cadences(
            ProgressUpdateCase.Case, context, p => p.ProgressUpdate.Of,
            asOf => ProgressUpdateDeclaration.Rows(context.Set<Account>(), context.Set<ProgressUpdate>(), asOf));
        Cadences(
            BusinessReviewCase.Case, context, p => p.BusinessReview.Of,
            asOf => BusinessReviewDeclaration.Rows(context.Set<Account>(), context.Set<BusinessReview>(), asOf));
    }

    private static void Cadences(
        GatheredCase cadence, DbContext context, Func<Policy, Rule<Cadence>> of, Func<DateOnly, IQueryable<Cadence>> rows) => ForEach(cadence, context, c =>
    {
        var rule = of(c.Policy);
        IQueryable<Cadence> Rows() => rows(c.AsOf);

        // A query begins with the accounts: an update of none of them has no row.
        var listed = c.Facts.OfType<Account>().Select(a => a.AccountId).ToHashSet(StringComparer.Ordinal);
        var expected = cadence.Says(c.Policy.Terms, c.Facts, c.AsOf).Where(row => listed.Contains(row.Key.Subject)).ToDictionary();
        Same(expected, rule.Grade(Rows(), c.AsOf).AsEnumerable().Select(g => (new FactKey(g.Fact.AccountId), g.Standing, g.Band)));
        foreach (var standing in expected.Values.Select(e => e.Standing).Distinct())
        {
            Assert.Equal(
                expected.Where(row => row.Value.Standing == standing).Select(row => row.Key.Subject).Order(StringComparer.Ordinal),
                rule.Where(Rows(), c.AsOf, standing).Select(r => r.AccountId).AsEnumerable().Order(StringComparer.Ordinal));
        }

        Assert.Equal(
            expected.Values.GroupBy(e => e.Standing).Select(g => (g.Key, Count: (long)g.Count())).Order(),
            rule.CountByStanding(Rows(), c.AsOf).AsEnumerable().Select(n => (n.Standing, n.Count)).Order());
    });

    private static void Cohorts(DbContext context) => ForEach(RetentionCase.Case, context, c =>
    {
        var policy = new Policy(c.Policy.Terms.With(c.Policy.Terms.Retention with { Per = RetentionPer.Portfolio }));
        foreach (var (key, expected) in RetentionCase.Case.Says(policy.Terms, c.Facts, c.AsOf).Where(row => row.Value.Band is not null))
        {
            var revenues = context.Set<AccountRevenue>();
            var period = key.Period!.Value;
            var before = c.Facts.OfType<AccountRevenue>().Select(r => r.Period).First(p => p.IsFollowedBy(period));
            var rows = RetentionDeclaration.Rows(revenues.Where(r => r.Period == before), revenues.Where(r => r.Period == period), period);
            Assert.Equal(
                [(expected.Standing, expected.Band)],
                policy.Retention.Of.Grade(rows, c.AsOf).AsEnumerable().Select(g => (g.Standing, g.Band)));
        }
    });

    private static void Growths(DbContext context)
    {
        var (revenues, shares, responses) = (context.Set<AccountRevenue>(), context.Set<WalletShare>(), context.Set<SurveyResponse>());
        Growth(context, GrowthCases.Revenue, p => p.RevenueGrowth, Revenues);
        Growth(context, GrowthCases.DealSize, p => p.DealSize, (_, before, now) =>
            DealSizeDeclaration.Rows(revenues.Where(r => r.Period == before), revenues.Where(r => r.Period == now), now));
        Growth(
            context, WalletShareCases.Growth, p => p.ShareOfWalletGrowth,
            (_, before, now) => ShareOfWalletDeclaration.Rows(shares.Where(w => w.Period == before), shares.Where(w => w.Period == now), now));
        Growth(context, SatisfactionCases.Trend, p => p.SatisfactionTrend, (policy, before, now) => SatisfactionDeclaration.Rows(
            responses.Where(r => r.Period == before), responses.Where(r => r.Period == now), now, policy.Terms.Satisfaction));
        OfPeriods(context, SatisfactionCases.Mean, p => p.Satisfaction, (policy, _, now) => SatisfactionDeclaration.Rows(
            responses.Where(r => r.Period == now), now, policy.Terms.Satisfaction), s => new(s.AccountId, s.Period));

        IQueryable<Growth> Revenues(Policy policy, Period before, Period now) =>
            RevenueGrowthDeclaration.Rows(revenues.Where(r => r.Period == before), revenues.Where(r => r.Period == now), now);
    }

    private static void Growth(
        DbContext context, GatheredCase growth, Func<Policy, GatheredRule<Growth>> ruleOf, Func<Policy, Period, Period, IQueryable<Growth>> rows) =>
        OfPeriods(context, growth, ruleOf, rows, g => new(g.AccountId, g.Period));

    /// <summary>Of periods that have begun: the rows of a query are not asked.</summary>
    private static void OfPeriods<TRow>(
        DbContext context, GatheredCase rule, Func<Policy, GatheredRule<TRow>> ruleOf, Func<Policy, Period, Period, IQueryable<TRow>> rows,
        Func<TRow, FactKey> keyOf)
        where TRow : class => ForEach(rule, context, CasesOfPeriods, c =>
        {
            foreach (var ofPeriod in rule.Says(c.Policy.Terms, c.Facts, c.AsOf).GroupBy(row => row.Key.Period!.Value).Where(p => p.Key.Start <= c.AsOf))
            {
                var found = ruleOf(c.Policy).Of.Grade(rows(c.Policy, ofPeriod.Key.Previous ?? default, ofPeriod.Key), c.AsOf).AsEnumerable();
                Same(ofPeriod.ToDictionary(), found.Select(g => (keyOf(g.Fact), g.Standing, g.Band)));
            }
        });

    private static void Same(Dictionary<FactKey, Expected> expected, IEnumerable<(FactKey Key, Standing Standing, string? Band)> found) => Assert.Equal(
        expected.OrderBy(row => row.Key).Select(row => $"{row.Key}: {row.Value.Standing} {row.Value.Band}"),
        found.OrderBy(row => row.Key).Select(row => $"{row.Key}: {row.Standing} {row.Band}"));

    private static void ForEach(GatheredCase rule, DbContext context, Action<Case<object>> body) => ForEach(rule, context, Cases, body);

    private static void ForEach(GatheredCase rule, DbContext context, int cases, Action<Case<object>> body)
    {
        var reach = Reach.Plain;
        var any = from terms in Terms.Any(reach)
                  from asOf in Dates.AsOf(reach)
                  from facts in rule.Facts(terms, asOf, reach)
                  select new Case<object>(new(terms), asOf, facts);
        context.Database.EnsureCreated();
        Check.One(Generated.Cases(cases, $"{rule.Id} {context.Database.ProviderName}"), Prop.ForAll(any.ToArbitrary(), c =>
        {
            using var transaction = context.Database.BeginTransaction();
            context.AddRange(c.Facts);
            context.SaveChanges();
            context.ChangeTracker.Clear();
            body(c);
            transaction.Rollback();
        }));
    }

    private static void OnSqlite(Action<DbContext> test)
    {
        using var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        connection.Open();
        using var context = new GatheredContext(new DbContextOptionsBuilder().UseSqlite(connection).Options);
        test(context);
    }

    private void OnPostgres(Action<DbContext> test)
    {
        if (postgres.IsLeftOut(output))
            return;

        using var context = new GatheredContext(new DbContextOptionsBuilder().UseNpgsql(postgres.ConnectionString("gathered")).Options);
        test(context);
    }
}
