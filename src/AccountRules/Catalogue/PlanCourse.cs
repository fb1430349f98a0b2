using System.Linq.Expressions;
using AccountRules.Expressions;
using AccountRules.Facts;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// The course of an improvement plan: what became of it by an evaluation date. A decision counts where a named person took it on a termination review;
/// withdrawal and leaving close what was neither restored nor decided before.
/// </summary>
internal static class PlanCourse
{
    private static readonly Cause ImpossibleExtension = Cause.Of(
        nameof(ImpossibleExtension),
        "has an impossible extension: one says to which day the plan runs, its end or later, and is agreed on its start or later");
    private static readonly Cause ImpossibleExpectation = Cause.Of(
        nameof(ImpossibleExpectation), "was agreed with an impossible achievement: one lies from 0 to 10, such as 0.35 for 35 %");
    private static readonly Cause NoDecisionDate = Cause.Of(nameof(NoDecisionDate), "has a decision that does not say on which day, and so is none");
    private static readonly Cause NoDecider = Cause.Of(nameof(NoDecider), "has a decision that names no person, and so is none");
    private static readonly Cause NoDecision = Cause.Of(nameof(NoDecision), "has a decision that does not say what was decided, and so is none");
    private static readonly Cause DecidedTooEarly = Cause.Of(
        nameof(DecidedTooEarly), "has a decision from before it was completed, and so has none: only a completed plan is decided");
    private static readonly Cause NothingToDecide = Cause.Of(
        nameof(NothingToDecide),
        "has a decision without a termination review: performance was restored, the plan was withdrawn, or the employee had left before");
    private static readonly Cause PlanWithdrawn = Cause.NotApplicable(nameof(PlanWithdrawn), "was withdrawn, and is closed");
    private static readonly Cause EmployeeLeft = Cause.NotApplicable(nameof(EmployeeLeft), "is closed, since the employee has left the company");

    /// <summary>What keeps a plan from having a stage, in the order in which it is asked.</summary>
    /// <param name="expected">The policy's expected achievement, for plans that state none of their own.</param>
    public static Guard<ImprovementPlan>[] Guards(Cut expected)
    {
        Expression<Func<ImprovementPlan, DateOnly, bool>> isUndecided = (p, asOf) => !(p.DecidedOn <= asOf);
        var isInReview = And(And(isUndecided, (p, asOf) => p.CompletedOn <= asOf), IsBelow(expected));
        return
        [
            new((p, asOf) => p.EndsOn == null, Cause.NoEnd),
            new((p, asOf) => p.EndsOn < p.StartedOn || p.CompletedOn < p.StartedOn, Cause.EndBeforeStart),
            new((p, asOf) => p.Decision != null && p.DecidedOn == null, NoDecisionDate),
            new((p, asOf) => p.DecidedOn <= asOf && (p.DecidedBy == null || p.DecidedBy.Trim() == ""), NoDecider),
            new((p, asOf) => p.DecidedOn <= asOf && p.Decision == null, NoDecision),
            new((p, asOf) => p.DecidedOn <= asOf && !(p.Decision!.Value == PlanDecision.Retain || p.Decision.Value == PlanDecision.Terminate), NoDecision),
            new((p, asOf) => p.DecidedOn <= asOf && !(p.CompletedOn <= p.DecidedOn), DecidedTooEarly),
            new((p, asOf) => p.DecidedOn <= asOf && (p.WithdrawnOn < p.DecidedOn || p.LeftOn < p.DecidedOn), NothingToDecide),
            new(
                And(isUndecided, (p, asOf) => p.WithdrawnOn <= asOf && !(p.CompletedOn <= p.WithdrawnOn) && !(p.LeftOn < p.WithdrawnOn)), PlanWithdrawn),
            new(And(isUndecided, (p, asOf) => p.LeftOn <= asOf && !(p.CompletedOn <= p.LeftOn)), EmployeeLeft),
            new(
                (p, asOf) => !(p.CompletedOn <= asOf)
                    && (p.ExtendedOn < p.StartedOn || (p.ExtendedTo == null && p.ExtendedOn <= asOf)
                        || (p.ExtendedTo < p.EndsOn && (p.ExtendedOn == null || p.ExtendedOn <= asOf))),
                ImpossibleExtension),
            new((p, asOf) => p.CompletedOn <= asOf && (p.ExpectedAbove < 0 || p.ExpectedAbove > 10), ImpossibleExpectation),
            new((p, asOf) => p.CompletedOn <= asOf && p.Target == null, Cause.NoTarget),
            new((p, asOf) => p.CompletedOn <= asOf && p.Target <= 0, Cause.TargetNotPositive),
            new((p, asOf) => p.CompletedOn <= asOf && p.Actual == null, Cause.NoActual),
            new(And((p, asOf) => p.DecidedOn <= asOf, IsRestored(expected)), NothingToDecide),
            new(And((p, asOf) => p.WithdrawnOn <= asOf && !(p.LeftOn < p.WithdrawnOn), isInReview), PlanWithdrawn),
            new(And((p, asOf) => p.LeftOn <= asOf, isInReview), EmployeeLeft),
        ];
    }

    /// <summary>The stages of a plan, and what leads to each.</summary>
    /// <param name="expected">The policy's expected achievement, for plans that state none of their own.</param>
    public static Lifecycle<ImprovementPlan> Lifecycle(Cut expected)
    {
        const string completed = "was completed on {end} at {value}, and {expected}: ";
        return new(
            [
                new("Active", Standing.OnTrack, "runs until {due}"),
                new("ReviewDue", Standing.Overdue, "ended on {due} and is not completed: its review is due"),
                new("Restored", Standing.Met, completed + "performance is restored"),
                new("TerminationReview", Standing.Missed, completed + "a termination review is recommended, which a named person decides")
                {
                    IsNeverWaived = true,
                },
                new("DecidedToTerminate", Standing.Missed, completed + "{decidedBy} decided on {decidedOn} that the employment ends")
                {
                    IsNeverWaived = true,
                },
                new("DecidedToRetain", Standing.Graded, completed + "{decidedBy} decided on {decidedOn} that the employee stays"),
            ],
            [
                new("Active", And((p, asOf) => p.CompletedOn <= asOf, IsRestored(expected)), "Restored"),
                new("Active", (p, asOf) => p.CompletedOn <= asOf && p.DecidedOn <= asOf && p.Decision!.Value == PlanDecision.Retain, "DecidedToRetain"),
                new("Active", (p, asOf) => p.CompletedOn <= asOf && p.DecidedOn <= asOf && p.Decision!.Value == PlanDecision.Terminate, "DecidedToTerminate"),
                new("Active", (p, asOf) => p.CompletedOn <= asOf, "TerminationReview"),
                new(
                    "Active",
                    (p, asOf) => ((p.ExtendedTo == null || p.ExtendedOn > asOf) && asOf > p.EndsOn)
                        || (p.ExtendedTo != null && (p.ExtendedOn == null || p.ExtendedOn <= asOf) && asOf > p.ExtendedTo),
                    "ReviewDue"),
            ])
        {
            Begins = p => p.StartedOn,
            Due = p => p.EndsOn,
            MovedTo = p => p.ExtendedTo,
            MovedOn = p => p.ExtendedOn,
            Ends = p => p.CompletedOn,
            Reads =
            [
                new("extendedTo", p => p.ExtendedTo), new("extendedOn", p => p.ExtendedOn), new("expectedAbove", p => p.ExpectedAbove),
                new("decidedOn", p => p.DecidedOn), new("decidedBy", p => p.DecidedBy), new("decision", p => p.Decision),
                new("withdrawnOn", p => p.WithdrawnOn), new("leftOn", p => p.LeftOn),
            ],
            Names =
            [
                new("expected", p => p.ExpectedAbove == null ? Expected(expected) : Agreed(p.ExpectedAbove.Value)), new("decidedBy", p => p.DecidedBy),
                new("decidedOn", p => p.DecidedOn),
            ],
        };
    }

    private static string Expected(Cut expected) => expected.Edge == Edge.Above
        ? Message.Of($"above {Texts.Percent(expected.At)} is expected")
        : Message.Of($"from {Texts.Percent(expected.At)} is expected");

    private static string Agreed(decimal above) => Message.Of($"above {Texts.Percent(above)} was agreed");

    /// <summary>Whether a completed plan attained what was expected.</summary>
    private static Expression<Func<ImprovementPlan, DateOnly, bool>> IsRestored(Cut expected)
    {
        var cut = expected.At;
        return expected.Edge == Edge.Above
            ? (p, asOf) => (p.ExpectedAbove == null && p.Actual!.Value > cut * p.Target!.Value)
                || (p.ExpectedAbove != null && p.Actual!.Value > p.ExpectedAbove.Value * p.Target!.Value)
            : (p, asOf) => (p.ExpectedAbove == null && p.Actual!.Value >= cut * p.Target!.Value)
                || (p.ExpectedAbove != null && p.Actual!.Value > p.ExpectedAbove.Value * p.Target!.Value);
    }

    private static Expression<Func<ImprovementPlan, DateOnly, bool>> IsBelow(Cut expected)
    {
        var isRestored = IsRestored(expected);
        return Expression.Lambda<Func<ImprovementPlan, DateOnly, bool>>(Expression.Not(isRestored.Body), isRestored.Parameters);
    }

    private static Expression<Func<ImprovementPlan, DateOnly, bool>> And(
        Expression<Func<ImprovementPlan, DateOnly, bool>> one, Expression<Func<ImprovementPlan, DateOnly, bool>> other) =>
        Expression.Lambda<Func<ImprovementPlan, DateOnly, bool>>(
            Expression.AndAlso(one.Body, Replacement.Apply(other, one.Parameters[0], one.Parameters[1])), one.Parameters);
}
