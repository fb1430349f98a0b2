using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;
using AccountRules.Facts;

namespace AccountRules.Cli.Kinds;

/// <summary><c>improvement-plans</c>, under <c>improvement-plan</c>. An employee has one plan that starts on a day; plans without a start are told apart by nothing.</summary>
internal sealed class ImprovementPlans() : FactKind<ImprovementPlan>("improvement-plans",
    new("EmployeeId", IsIdentity: true), new("StartedOn", IsIdentity: true), new("EndsOn"), new("CompletedOn"), new("Target"), new("Actual"))
{
    private readonly SeenIds seen = new();

    protected override ImprovementPlan Read(Row row) => new()
    {
        EmployeeId = row.Id(0),
        StartedOn = row.Date(1),
        EndsOn = row.Date(2),
        CompletedOn = row.Date(3),
        Target = row.Number(4),
        Actual = row.Number(5),
    };

    protected override bool IsNew(ImprovementPlan fact) => seen.Add(fact.EmployeeId, fact.StartedOn) || fact.StartedOn is null;

    protected override IEnumerable<Judge<ImprovementPlan>> Judges(Policy policy, IJudges judges) => [judges.Each(policy.ImprovementPlan)];
}
