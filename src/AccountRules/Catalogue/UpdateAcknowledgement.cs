using AccountRules.Facts;

namespace AccountRules;

/// <summary>
/// The terms of <c>update-acknowledgement</c>: programme updates and tasks are acknowledged within their prescribed timelines (expectations 2). Immutable;
/// equal by value.
/// </summary>
public sealed record UpdateAcknowledgementTerms
{
    /// <summary>
    /// The last day, counted from its issue, on which acknowledging an update without <see cref="ProgramUpdate.AcknowledgeBy"/> is in time. 0 to 3660; not set
    /// unless given, and such updates are then undetermined.
    /// </summary>
    public int? AcknowledgeWithinDays { get; init; }

    /// <summary>How many days before the due date an open update begins to be at risk, up to the date itself. 0 to 3660; 3 unless given.</summary>
    public int AtRiskDays { get; init; } = 3;

    /// <summary>
    /// The name of the calendar (<see cref="WorkingDaysTerms"/>) by whose working days it counts, where a fact names none; calendar days unless given.
    /// </summary>
    public string? Calendar { get; init; }

    /// <summary>The levels of escalation past the due date, ascending; none unless given.</summary>
    public TermList<LevelTerms> Levels { get; init; } = [];
}

/// <summary>Declares <c>update-acknowledgement</c>: programme updates and tasks are acknowledged within their prescribed timelines (expectations 2).</summary>
public static class UpdateAcknowledgementDeclaration
{
    /// <summary>The section of the policy document.</summary>
    public static TermSection<UpdateAcknowledgementTerms> Section { get; } = new TermSection<UpdateAcknowledgementTerms>("updateAcknowledgement", new())
        .Whole(
            "acknowledgeWithinDays",
            "The last day, counted from its issue, on which acknowledging an update without AcknowledgeBy is in time. The documents state none: there is no "
            + "default.",
            t => t.AcknowledgeWithinDays, (t, days) => t with { AcknowledgeWithinDays = days }, min: 0, max: 3660, isLeftOpen: true)
        .Whole(
            "atRiskDays", PastDueRules.AtRiskDays, t => t.AtRiskDays, (t, days) => t with { AtRiskDays = days }, min: 0, max: 3660)
        .Calendar(t => t.Calendar, (t, name) => t with { Calendar = name })
        .Levels(t => t.Levels, (t, levels) => t with { Levels = levels }, PastDueRules.Bands);

    /// <summary>The rule.</summary>
    public static RuleDeclaration<DeadlineRule<ProgramUpdate>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("update-acknowledgement")
        {
            Title = "Update acknowledgement",
            Says = "Programme updates and tasks are acknowledged within their prescribed timelines.",
            Reading = $"{PastDueRules.Reading} AcknowledgeBy prescribes; where an update has none, its issue and acknowledgeWithinDays do, which the documents "
                + "leave open.",
            Noun = "Update",
            Done = "acknowledged",
            ValueTitle = "Past due",
            OpenFor = "an update without AcknowledgeBy",
            Citation = new("expectations", "2"),
        },
        Section,
        (info, terms, policy) => PastDueRules.Make(
            info, ProgramUpdate.Shape, new(u => u.AcknowledgeBy, u => u.IssuedOn, terms.AcknowledgeWithinDays), u => u.AcknowledgedOn, terms.AtRiskDays,
            terms.Levels, policy.DaysBy(terms.Calendar)));

    extension(Policy policy)
    {
        /// <summary>Programme updates and tasks are acknowledged within their prescribed timelines (expectations 2).</summary>
        public DeadlineRule<ProgramUpdate> UpdateAcknowledgement => policy.Rule(Rule);
    }

    extension(PolicyTerms terms)
    {
        /// <summary>The terms of <c>update-acknowledgement</c>.</summary>
        public UpdateAcknowledgementTerms UpdateAcknowledgement => terms.Of(Section);
    }
}
