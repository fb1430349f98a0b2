using AccountRules.Facts;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// The terms of <c>improvement-plan</c>: after a completed Performance Improvement Plan, performance still below expectation starts formal termination
/// procedures (key-account-manager). Immutable; equal by value.
/// </summary>
public sealed record ImprovementPlanTerms
{
    /// <summary>
    /// The achievement, actual to target, that must be exceeded at completion, from 0 to 10; the top of the pay band that enters the programme where it is
    /// <c>null</c>.
    /// </summary>
    public decimal? ExpectedAbove { get; init; }
}

/// <summary>
/// Declares <c>improvement-plan</c>: after a completed plan, performance still below expectation starts formal termination procedures (key-account-manager).
/// </summary>
public static class ImprovementPlanDeclaration
{
    /// <summary>The section of the policy document.</summary>
    public static TermSection<ImprovementPlanTerms> Section { get; } = new TermSection<ImprovementPlanTerms>("improvementPlan", new())
        .Ratio(
            "expectedAbove",
            "The achievement, actual to target, that must be exceeded at completion; the top of the pay band that enters the programme unless given.",
            t => t.ExpectedAbove, (t, above) => t with { ExpectedAbove = above })
        .Checked((t, problems) =>
        {
            if (t.ExpectedAbove is null && problems.Policy.PerformancePay.TopOfProgramme is null)
                problems.Add("expectedAbove", "nothing", "an achievement such as 0.35, since no pay band that enters a programme has an end to take it from");
        });

    /// <summary>The rule.</summary>
    public static RuleDeclaration<LifecycleRule<ImprovementPlan>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("improvement-plan")
        {
            Title = "Improvement plan",
            Says = "After a completed Performance Improvement Plan, performance still below expectation starts formal termination procedures.",
            Reading = "Active up to and on its end, then its review is due until it is completed. Completed above the expected achievement, "
                + "performance is restored. Only a completed plan can lead to a termination review, and that is a recommendation that a named person "
                + "decides: nobody is terminated by a rule, and no waiver lifts one.",
            Noun = "Improvement plan of",
            Done = "completed",
            Citation = new("key-account-manager", "PIP"),
        },
        Section,
        (info, terms, policy) => Make(info, terms, policy.Terms.PerformancePay));

    extension(Policy policy)
    {
        /// <summary>After a completed plan, performance still below expectation starts formal termination procedures (key-account-manager, PIP).</summary>
        public LifecycleRule<ImprovementPlan> ImprovementPlan => policy.Rule(Rule);
    }

    extension(PolicyTerms terms)
    {
        /// <summary>The terms of <c>improvement-plan</c>.</summary>
        public ImprovementPlanTerms ImprovementPlan => terms.Of(Section);
    }

    private static LifecycleRule<ImprovementPlan> Make(RuleInfo info, ImprovementPlanTerms terms, PerformancePayTerms pay)
    {
        var expected = terms.ExpectedAbove is { } above ? Cut.Above(above) : pay.TopOfProgramme!.Value;
        var cut = expected.At;
        var needed = $"{(expected.Edge == Edge.Above ? "above" : "from")} {Texts.Percent(cut)}";
        return new(
            info,
            new Lifecycle<ImprovementPlan>(
                [
                    new("Active", Standing.OnTrack, "runs until {due}"),
                    new("ReviewDue", Standing.Overdue, "ended on {due} and is not completed: its review is due"),
                    new("Restored", Standing.Met, $"was completed on {{end}} at {{value}}, and {needed} is expected: performance is restored"),
                    new("TerminationReview", Standing.Missed,
                        $"was completed on {{end}} at {{value}}, and {needed} is expected: a termination review is recommended, which a named person decides")
                    {
                        IsNeverWaived = true,
                    },
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
            },
            ImprovementPlan.Shape,
            Measure.Ratio<ImprovementPlan>(p => p.Actual, p => p.Target))
        {
            Guards =
                [
                    new((p, asOf) => p.EndsOn == null, Cause.NoEnd),
                    new((p, asOf) => p.EndsOn < p.StartedOn || p.CompletedOn < p.StartedOn, Cause.EndBeforeStart),
                    new((p, asOf) => p.CompletedOn <= asOf && p.Target == null, Cause.NoTarget),
                    new((p, asOf) => p.CompletedOn <= asOf && p.Target <= 0, Cause.TargetNotPositive),
                    new((p, asOf) => p.CompletedOn <= asOf && p.Actual == null, Cause.NoActual),
                ],
        };
    }
}
