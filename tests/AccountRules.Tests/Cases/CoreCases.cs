using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Generators;

namespace AccountRules.Tests.Cases;

/// <summary>The core rules, whose terms are generated together, since pay and improvement plans share a threshold.</summary>
internal static class CoreCases
{
    private static readonly Standing[] OfDeadlines =
        [Standing.AtRisk, Standing.Late, Standing.Met, Standing.NotApplicable, Standing.OnTrack, Standing.Overdue, Standing.Undetermined];

    private static readonly Standing[] OfTiers = [Standing.Graded, Standing.NotApplicable, Standing.Undetermined];

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new RuleCase<FteOrder>(p => p.FteFulfillment)
        {
            Fact = AnyFact.FteOrder, Says = FactReadings.FteFulfillment, WithSubject = (o, id) => o with { OrderId = id }, Standings = OfDeadlines,
            CountsDays = true,
        },
        new RuleCase<RegistryItem>(p => p.RegistryClosure)
        {
            Fact = AnyFact.RegistryItem, Says = FactReadings.RegistryClosure, WithSubject = (i, id) => i with { ItemId = id }, Standings = OfDeadlines,
            CountsDays = true,
        },
        new RuleCase<KpiResult>(p => p.KpiAttainment)
        {
            Fact = AnyFact.KpiResult, Says = FactReadings.KpiAttainment, WithSubject = (k, id) => k with { EmployeeId = id },
            Standings = [Standing.Met, Standing.Missed, Standing.NotApplicable, Standing.Undetermined],
        },
        new RuleCase<AccountRevenue>(p => p.KeyAccount)
        {
            Fact = AnyFact.AccountRevenue,
            Says = FactReadings.KeyAccount,
            WithSubject = (r, id) => r with { AccountId = id },
            Standings = OfTiers,
        },
        new RuleCase<PayPeriod>(p => p.PerformancePay)
        {
            Fact = AnyFact.PayPeriod,
            Says = FactReadings.PerformancePay,
            WithSubject = (p, id) => p with { EmployeeId = id },
            Standings = [.. OfTiers, Standing.OnTrack],
        },
        new RuleCase<ImprovementPlan>(p => p.ImprovementPlan)
        {
            Fact = AnyFact.ImprovementPlan, Says = FactReadings.ImprovementPlan, WithSubject = (p, id) => p with { EmployeeId = id },
            Standings =
            [
                Standing.Graded, Standing.Met, Standing.Missed, Standing.NotApplicable, Standing.OnTrack, Standing.Overdue, Standing.Undetermined,
            ],
        },
    ];
}
