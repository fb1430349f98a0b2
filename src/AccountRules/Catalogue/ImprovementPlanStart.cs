using AccountRules.Facts;

namespace AccountRules;

/// <summary>
/// The terms of <c>improvement-plan-start</c>: an achievement in a band with a programme enters it (key-account-manager, PLP table). The documents state no
/// number of days in which the plan is to be started, so the rule is not in force until <see cref="StartWithinDays"/> is set. Immutable; equal by value.
/// </summary>
public sealed record ImprovementPlanStartTerms
{
    /// <summary>With which consecutive pay period in the band the programme is entered: from 1 to 120; 1, with the first, unless given.</summary>
    public int AfterPeriods { get; init; } = 1;

    /// <summary>
    /// The last day, counted from the day after the last of these periods, on which starting the plan is in time; 0 is that day itself. 0 to 3660; not set
    /// unless given.
    /// </summary>
    public int? StartWithinDays { get; init; }

    /// <summary>
    /// The part of the limit, 1 being all of it, from which on it is at risk: the first whole day that is at least that part. Above 0, up to 1; not set unless
    /// given.
    /// </summary>
    public decimal? AtRiskFromShare { get; init; }

    /// <summary>The levels of escalation past the limit, ascending; none unless given.</summary>
    public TermList<LevelTerms> Levels { get; init; } = [];
}

/// <summary>Declares <c>improvement-plan-start</c>: an achievement in a band with a programme enters it (key-account-manager, PLP table).</summary>
public static class ImprovementPlanStartDeclaration
{
    private static readonly Cause UnknownBand = Cause.Of(
        nameof(UnknownBand), "cannot be told: a pay period that it hangs on is undetermined, so that it is not known whether the programme is entered");
    private static readonly Cause PlanWithoutStart = Cause.Of(
        nameof(PlanWithoutStart), "cannot be told: the employee has an improvement plan that does not say when it started");

    /// <summary>The section of the policy document.</summary>
    public static TermSection<ImprovementPlanStartTerms> Section { get; } = new TermSection<ImprovementPlanStartTerms>("improvementPlanStart", new())
        .Whole(
            "afterPeriods", "With which consecutive pay period in a band with a programme the programme is entered.",
            t => t.AfterPeriods, (t, periods) => t with { AfterPeriods = periods }, min: 1, max: 120)
        .Whole(
            "startWithinDays",
            "The last day, counted from the day after these periods, on which starting the plan is in time. The documents state none: there is no default.",
            t => t.StartWithinDays, (t, days) => t with { StartWithinDays = days }, min: 0, max: 3660, isLeftOpen: true)
        .WarningShare(t => t.AtRiskFromShare, (t, share) => t with { AtRiskFromShare = share })
        .Levels(t => t.Levels, (t, levels) => t with { Levels = levels }, "InTime", "DueSoon", "PastDue");

    /// <summary>The rule.</summary>
    public static RuleDeclaration<GatheredRule<PlanStart>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("improvement-plan-start")
        {
            Title = "Improvement plan start",
            Says = "A KPI achievement of up to 35 % enters the Performance Improvement Plan.",
            Reading = "Entered with the pay period that is the afterPeriods-th in a row, of one kind, in a band with a programme, once it has ended; after one "
                + "that is missing the count begins anew, and while it goes on nothing is entered again. Days from the day after it to the start of a plan, "
                + "which is that day itself for who has a plan running; the last day is in time. A plan that was withdrawn, or whose employee had left, by its "
                + "start was not started. A pay period that is undetermined leaves what hangs on it undetermined. The documents state no number of days, so "
                + "without startWithinDays every entry is undetermined.",
            Noun = "Plan start of",
            Done = "started",
            Sentence = "was due by {due}, within {limit} of entering {enters}: a plan was started after {value}, on {started}",
            SentenceWhereMissing = "is due by {due}, within {limit} of entering {enters}: no plan is started after {value}",
            ValueTitle = "Days since entry",
            Citation = new("key-account-manager", "PLP table"),
        },
        Section,
        (info, terms, policy) =>
        {
            var limit = terms.StartWithinDays ?? 0;
            return new GatheredRule<PlanStart>(
                new DeadlineRule<PlanStart>(
                    info,
                    Measure.Days<PlanStart>(s => s.EnteredOn, s => s.StartedOn),
                    DeadlineTerms.Within(limit, DeadlineTerms.FirstDay(terms.AtRiskFromShare, limit), "PastDue", terms.Levels),
                    PlanStart.Shape)
                {
                    Guards = [new((s, asOf) => !s.IsKnown, UnknownBand), new((s, asOf) => s.IsUndated, PlanWithoutStart)],
                    Details = [new("enters", s => s.Programme), new("started", s => s.StartedOn)],
                },
                new PlanStarts(policy.PerformancePay, terms.AfterPeriods, info.EffectiveFrom).Gathering);
        });

    extension(Policy policy)
    {
        /// <summary>An achievement in a band with a programme enters it, and the plan is started in time (key-account-manager, PLP table).</summary>
        public GatheredRule<PlanStart> ImprovementPlanStart => policy.Rule(Rule);
    }

    extension(PolicyTerms terms)
    {
        /// <summary>The terms of <c>improvement-plan-start</c>.</summary>
        public ImprovementPlanStartTerms ImprovementPlanStart => terms.Of(Section);
    }
}
