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

    private static readonly Policy WithExit = new(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100_000, ExitThreshold = 80_000 }));

    [Theory]
    [InlineData("PostgreSQL")]
    [InlineData("SQLite")]
    public void FteFulfillment_Sql_IsTheRecordedOne(string provider)
    {
        using var db = Offline.Of(provider);
        var rule = Mapped.Orders(Policy.FteFulfillment);
        Matches(provider, rule.Id,
        [
            .. Verbs(rule, db.Set<CrmOrder>(), Standing.Overdue, Standing.Met),
            ("CountByBand", Offline.Text(rule.CountByBand(db.Set<CrmOrder>(), AsOf))),
        ]);
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
        Matches(
            provider,
            Policy.KpiAttainment.Id + "-share",
            [.. Verbs(Mapped.ProratedKpis(Policy.KpiAttainment), db.Set<ProratedKpi>(), Standing.Missed, Standing.Undetermined)]);
        Matches(
            provider,
            Policy.KpiAttainment.Id + "-units",
            [.. Verbs(Mapped.KpiUnits(Policy.KpiAttainment), db.Set<KpiUnits>(), Standing.Met, Standing.Undetermined)]);
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
            ("Members", Offline.Text(Mapped.Revenues(Policy.KeyAccount).Members(db.Set<RevenueRow>(), r => r.StartsOn, month))),
            ("Members, exit at 80000", Offline.Text(Mapped.Revenues(WithExit.KeyAccount).Members(db.Set<RevenueRow>(), r => r.Month, "2026-10"))),
        ]);
    }

    [Theory]
    [InlineData("PostgreSQL")]
    [InlineData("SQLite")]
    public void PerformancePay_Sql_IsTheRecordedOne(string provider)
    {
        using var db = Offline.Of(provider);
        var rule = Mapped.Pay(Policy.PerformancePay);
        var cutOff = Mapped.Pay(new Policy(new PolicyTerms().With(new PerformancePayTerms { Rounding = PayRounding.TowardZero })).PerformancePay);
        var upTo = Mapped.Prorated(new Policy(new PolicyTerms().With(new PerformancePayTerms { Rounding = PayRounding.Up, Increment = 0.05m })).PerformancePay);
        Matches(provider, rule.Id,
        [
            .. Verbs(rule, db.Set<PayRow>(), Standing.Graded, Standing.Undetermined),
            .. provider == "PostgreSQL"
                ? new[]
                {
                    ("Pay", Offline.Text(rule.Pay(db.Set<PayRow>(), AsOf))), ("Pay, cut off", Offline.Text(cutOff.Pay(db.Set<PayRow>(), AsOf))),
                    ("Pay, a share", Offline.Text(Mapped.Prorated(Policy.PerformancePay).Pay(db.Set<ProratedPay>(), AsOf))),
                    ("Pay, a share up to 0.05", Offline.Text(upTo.Pay(db.Set<ProratedPay>(), AsOf))),
                }
                : [],
        ]);
    }

    [Theory]
    [InlineData("PostgreSQL")]
    [InlineData("SQLite")]
    public void ImprovementPlan_Sql_IsTheRecordedOne(string provider)
    {
        using var db = Offline.Of(provider);
        Matches(provider, Policy.ImprovementPlan.Id, [.. Verbs(Mapped.Plans(Policy.ImprovementPlan), db.Set<PlanRow>(), Standing.Overdue, Standing.Missed)]);
        var decided = Policy.ImprovementPlan.WhereBand(db.Set<ImprovementPlan>(), AsOf, "DecidedToTerminate");
        Matches(provider, "improvement-plan-decided", ("WhereBand DecidedToTerminate", Offline.Text(decided)));
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

    /// <summary>Two standings, the highest band, the grade and the count: the other standings and bands are made of the same conditions.</summary>
    private static IEnumerable<(string Verb, string Sql)> Verbs<THost>(Rule<THost> rule, IQueryable<THost> rows, params Standing[] standings)
        where THost : class =>
    [
        .. standings.Select(standing => ($"Where {standing}", Offline.Text(rule.Where(rows, AsOf, standing)))),
        ($"WhereBand {rule.Grades[^1].Band}", Offline.Text(rule.WhereBand(rows, AsOf, rule.Grades[^1].Band))),
        ("Grade", Offline.Text(rule.Grade(rows, AsOf))),
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
