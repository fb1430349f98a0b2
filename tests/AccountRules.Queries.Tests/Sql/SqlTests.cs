using System.Text;
using AccountRules.Facts;
using AccountRules.Queries.Tests.Hosts;
using AccountRules.Queries.Tests.Stores;

namespace AccountRules.Queries.Tests.Sql;

/// <summary>The SQL of every rule, as recorded beside this file: a change of it is seen in review.</summary>
public class SqlTests
{
    private static readonly DateOnly AsOf = new(2026, 11, 21);

    private static readonly Policy Policy = new(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100_000 }));

    private static readonly Policy WithSeverities = new(new PolicyTerms().With(new EscalationTerms
    {
        Severities =
        [
            new() { Name = "high", RouteWithinDays = 1, ResolveWithinDays = 5 }, new() { Name = "low", RouteWithinDays = 3, ResolveWithinDays = 30 },
        ],
    }));

    [Theory]
    [InlineData("PostgreSQL")]
    [InlineData("SQLite")]
    public void FteFulfillment_Sql_IsTheRecordedOne(string provider)
    {
        using var db = Offline.Of(provider);
        var rule = Mapped.Orders(Policy.FteFulfillment);
        Matches(provider, rule.Id, [.. Verbs(rule, db.Set<CrmOrder>(), Standing.Overdue, Standing.Met)]);
    }

    [Theory]
    [InlineData("PostgreSQL")]
    [InlineData("SQLite")]
    public void FteAcquisition_Sql_IsTheRecordedOne(string provider)
    {
        using var db = Offline.Of(provider);
        Matches(provider, Policy.FteAcquisition.Id, [.. Verbs(Policy.FteAcquisition.WithoutPauses(), db.Set<FteOrder>(), Standing.AtRisk, Standing.Missed)]);
    }

    [Theory]
    [InlineData("PostgreSQL")]
    [InlineData("SQLite")]
    public void RegistryClosure_Sql_IsTheRecordedOne(string provider)
    {
        using var db = Offline.Of(provider);
        Matches(provider, Policy.RegistryClosure.Id, [.. Verbs(Mapped.Items(Policy.RegistryClosure), db.Set<RegistryRow>(), Standing.AtRisk, Standing.Late)]);
    }

    [Theory]
    [InlineData("PostgreSQL")]
    [InlineData("SQLite")]
    public void KpiAttainment_Sql_IsTheRecordedOne(string provider)
    {
        using var db = Offline.Of(provider);
        Matches(provider, Policy.KpiAttainment.Id, [.. Verbs(Mapped.Kpis(Policy.KpiAttainment), db.Set<KpiRow>(), Standing.Missed, Standing.Undetermined)]);

        // The page on queries shows it.
        var met = Mapped.KpiUnits(Policy.KpiAttainment).Where(db.Set<KpiUnits>(), AsOf, Standing.Met);
        Matches(provider, Policy.KpiAttainment.Id + "-units", ("Where Met", Offline.Text(met)));
    }

    [Theory]
    [InlineData("PostgreSQL")]
    [InlineData("SQLite")]
    public void KpiMonth_Sql_IsTheRecordedOne(string provider)
    {
        using var db = Offline.Of(provider);
        var rule = Policy.KpiMonth.Over(Mapped.Kpis(Policy.KpiAttainment));
        Matches(provider, rule.Id, ("Group", Offline.Text(rule.Group(db.Set<KpiRow>(), AsOf, k => k.StartsOn))));
    }

    [Theory]
    [InlineData("PostgreSQL")]
    [InlineData("SQLite")]
    public void KeyAccount_Sql_IsTheRecordedOne(string provider)
    {
        using var db = Offline.Of(provider);
        var month = new DateOnly(2026, 10, 1);
        Matches(provider, Policy.KeyAccount.Id,
        [
            .. Verbs(Mapped.Revenues(Policy.KeyAccount), db.Set<RevenueRow>(), Standing.Graded, Standing.Undetermined),
            ("Members, revenue never missing", Offline.Text(Mapped.RevenueUnits(Policy.KeyAccount).Members(db.Set<RevenueUnits>(), r => r.StartsOn, month))),
        ]);
    }

    [Theory]
    [InlineData("PostgreSQL")]
    [InlineData("SQLite")]
    public void PerformancePay_Sql_IsTheRecordedOne(string provider)
    {
        using var db = Offline.Of(provider);
        Matches(provider, Policy.PerformancePay.Id, [.. Verbs(Mapped.Pay(Policy.PerformancePay), db.Set<PayRow>(), Standing.Graded, Standing.Undetermined)]);
    }

    [Theory]
    [InlineData("PostgreSQL")]
    [InlineData("SQLite")]
    public void ImprovementPlan_Sql_IsTheRecordedOne(string provider)
    {
        using var db = Offline.Of(provider);
        Matches(provider, Policy.ImprovementPlan.Id, [.. Verbs(Mapped.Plans(Policy.ImprovementPlan), db.Set<PlanRow>(), Standing.Overdue, Standing.Missed)]);
    }

    [Theory]
    [InlineData("PostgreSQL")]
    [InlineData("SQLite")]
    public void PaymentAndCareer_Sql_IsTheRecordedOne(string provider)
    {
        using var db = Offline.Of(provider);
        Matches(provider, Policy.Payment.Id, [.. Verbs(Policy.Payment.WithoutPauses(), db.Set<Invoice>(), Standing.Overdue, Standing.Undetermined)]);
        Matches(provider, Policy.Career.Id, [.. Verbs(Policy.Career, db.Set<Employment>(), Standing.Graded, Standing.NotApplicable)]);
    }

    [Theory]
    [InlineData("PostgreSQL")]
    [InlineData("SQLite")]
    public void Escalations_Sql_IsTheRecordedOne(string provider)
    {
        using var db = Offline.Of(provider);
        var rule = WithSeverities.EscalationResolution.WithoutPauses();
        Matches(provider, rule.Id, [.. Verbs(rule, db.Set<Escalation>(), Standing.Overdue, Standing.Undetermined)]);
    }

    /// <summary>A due date of the update's own, or else counted from its issue: each is compared by itself, its column alone on one side.</summary>
    [Theory]
    [InlineData("PostgreSQL")]
    [InlineData("SQLite")]
    public void UpdateAcknowledgement_Sql_IsTheRecordedOne(string provider)
    {
        using var db = Offline.Of(provider);
        var rule = new Policy(new PolicyTerms().With(new UpdateAcknowledgementTerms { AcknowledgeWithinDays = 7 })).UpdateAcknowledgement.WithoutPauses();
        Matches(provider, rule.Id, [.. Verbs(rule, db.Set<ProgramUpdate>(), Standing.Overdue, Standing.AtRisk)]);
    }

    [Theory]
    [InlineData("PostgreSQL")]
    [InlineData("SQLite")]
    public void ServiceLevels_Sql_IsTheRecordedOne(string provider)
    {
        using var db = Offline.Of(provider);
        var (rule, rows) = (Mapped.Services(Policy.ServiceLevel), db.Set<ServiceRow>());
        Matches(provider, rule.Id,
        [
            .. Verbs(rule, rows, Standing.AtRisk, Standing.Met),
            ("Group", Offline.Text(Policy.ServiceLevels.Over(rule).Group(rows, AsOf, s => s.Month))),
        ]);
    }

    /// <summary>
    /// Two standings, the highest band, the grade where facts are graded, and the count: the rest is made of the same conditions, and the suites show on
    /// databases what it answers.
    /// </summary>
    private static IEnumerable<(string Verb, string Sql)> Verbs<THost>(Rule<THost> rule, IQueryable<THost> rows, params Standing[] standings)
        where THost : class =>
    [
        .. standings.Select(standing => ($"Where {standing}", Offline.Text(rule.Where(rows, AsOf, standing)))),
        ($"WhereBand {rule.Grades[^1].Band}", Offline.Text(rule.WhereBand(rows, AsOf, rule.Grades[^1].Band))),
        .. standings.Contains(Standing.Graded) ? new[] { ("Grade", Offline.Text(rule.Grade(rows, AsOf))) } : [],
        ("CountByStanding", Offline.Text(rule.CountByStanding(rows, AsOf))),
    ];

    private static void Matches(string provider, string rule, params (string Verb, string Sql)[] verbs)
    {
        var text = verbs.Aggregate(
            new StringBuilder(),
            (all, verb) => all.Append(all.Length > 0 ? "\n\n" : "").Append("-- ## ").Append(verb.Verb).Append('\n').Append(verb.Sql.TrimEnd('\n')));
        Approved.Matches($"tests/AccountRules.Queries.Tests/Sql/{provider}/{rule}.sql", text.Append('\n').ToString());
    }
}
