using AccountRules.Facts;

namespace AccountRules;

/// <summary>
/// The terms of <c>improvement-plan</c>: after a completed Performance Improvement Plan, performance still below expectation starts formal termination
/// procedures (key-account-manager). Immutable; equal by value.
/// </summary>
public sealed record ImprovementPlanTerms
{
    /// <summary>
    /// The achievement, actual to target, that must be exceeded at completion where the plan states none of its own, from 0 to 10; the top of the pay band that
    /// enters the programme where it is <c>null</c>.
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
            Reading = "Active up to and on its end, then its review is due until it is completed. An extension moves the end from the day on which it was "
                + "agreed. Completed above the expected achievement, performance is restored; what was agreed at the start as the plan's own counts in the "
                + "place of the policy's. Only a completed plan can lead to a termination review, and that is a recommendation that a named person decides: "
                + "nobody is terminated by a rule, and no waiver lifts one. The decision is part of the fact, and says who, when and what; one that lacks any "
                + "of these, or is not on a termination review, is none, and the plan is undetermined. A plan that was withdrawn, or whose employee left the "
                + "company, before it was restored or decided, is closed. Of what ended a plan the earliest counts; on one day completion comes first, then "
                + "the decision, withdrawal, leaving.",
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
        return new(info, PlanCourse.Lifecycle(expected), ImprovementPlan.Shape, Measure.Ratio<ImprovementPlan>(p => p.Actual, p => p.Target))
        {
            Guards = PlanCourse.Guards(expected),
        };
    }
}
