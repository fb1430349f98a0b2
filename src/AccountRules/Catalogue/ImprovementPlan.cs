using AccountRules.Facts;

namespace AccountRules.Catalogue;

/// <summary>
/// The terms of <c>improvement-plan</c>: after a completed Performance Improvement Plan, performance still below expectation starts formal termination
/// procedures (key-account-manager). Immutable; equal by value.
/// </summary>
/// <param name="ExpectedAbove">The achievement that must be exceeded at completion; the top of the band that enters the programme unless given.</param>
public sealed record ImprovementPlanTerms(decimal? ExpectedAbove = null) : ITerms
{
    private static readonly Term[] Table =
    [
        new(nameof(ExpectedAbove), TermKind.Number,
            "The achievement, actual to target, that must be exceeded at completion; the top of the pay band that enters the programme unless given.", isOptional: true, min: 0, max: 100),
    ];

    Term[] ITerms.Terms => Table;

    object?[] ITerms.Values => [ExpectedAbove];

    ITerms ITerms.With(object?[] values) => new ImprovementPlanTerms((decimal?)values[0]);

    void ITerms.Check(PolicyTerms policy, List<TermProblem> problems)
    {
        if (ExpectedAbove is null && policy.PerformancePay.TopOfProgramme is null)
            problems.Add(new("expectedAbove", "nothing", "an achievement such as 0.35, since no pay band that enters a programme has an end to take it from"));
    }

    internal LifecycleRule<ImprovementPlan> Rule(PolicyTerms policy)
    {
        var expected = ExpectedAbove is { } above ? Cut.Above(above) : policy.PerformancePay.TopOfProgramme!.Value;
        var cut = expected.At;
        var needed = $"{(expected.Edge == Edge.Above ? "above" : "from")} {Texts.Percent(cut)}";
        return new(
            new RuleInfo("improvement-plan")
            {
                Title = "Improvement plan",
                Says = "After a completed Performance Improvement Plan, performance still below expectation starts formal termination procedures.",
                Reading = "Active up to and on its end, then its review is due until it is completed. Completed above the expected achievement, performance is restored. Only a completed plan can lead to a termination review, and that is a recommendation that a named person decides: nobody is terminated by a rule.",
                Noun = "Improvement plan of",
                Done = "completed",
                Citation = new("key-account-manager", "PIP"),
                PolicyVersion = policy.Version,
            },
            new Lifecycle<ImprovementPlan>(
                [
                    new("Active", Standing.OnTrack, "runs until {due}"),
                    new("ReviewDue", Standing.Overdue, "ended on {due} and is not completed: its review is due"),
                    new("Restored", Standing.Met, $"was completed on {{end}} at {{value}}, and {needed} is expected: performance is restored"),
                    new("TerminationReview", Standing.Missed,
                        $"was completed on {{end}} at {{value}}, and {needed} is expected: a termination review is recommended, which a named person decides"),
                ],
                [
                    expected.Edge == Edge.Above
                        ? new("Active", (p, asOf) => p.CompletedOn <= asOf && p.Actual!.Value > cut * p.Target!.Value, "Restored")
                        : new("Active", (p, asOf) => p.CompletedOn <= asOf && p.Actual!.Value >= cut * p.Target!.Value, "Restored"),
                    new("Active", (p, asOf) => p.CompletedOn <= asOf, "TerminationReview"),
                    new("Active", (p, asOf) => asOf > p.EndsOn, "ReviewDue"),
                ])
            {
                Begins = p => p.StartedOn,
                Due = p => p.EndsOn,
                Ends = p => p.CompletedOn,
                Guards =
                [
                    ((p, asOf) => p.EndsOn == null, Cause.NoEnd),
                    ((p, asOf) => p.EndsOn < p.StartedOn || p.CompletedOn < p.StartedOn, Cause.EndBeforeStart),
                    ((p, asOf) => p.CompletedOn <= asOf && p.Target == null, Cause.NoTarget),
                    ((p, asOf) => p.CompletedOn <= asOf && p.Target <= 0, Cause.TargetNotPositive),
                    ((p, asOf) => p.CompletedOn <= asOf && p.Actual == null, Cause.NoActual),
                ],
            },
            new Facets<ImprovementPlan>(p => p.EmployeeId),
            Measure.Ratio<ImprovementPlan>(p => p.Actual, p => p.Target));
    }
}
