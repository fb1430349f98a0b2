using AccountRules.Facts;

namespace AccountRules;

/// <summary>
/// The terms of <c>update-implementation</c>: programme updates and tasks are implemented within their prescribed timelines (expectations 2). Immutable;
/// equal by value.
/// </summary>
public sealed record UpdateImplementationTerms
{
    /// <summary>
    /// The last day, counted from its issue, on which implementing an update without <see cref="ProgramUpdate.ImplementBy"/> is in time. 0 to 3660; not set
    /// unless given, and such updates are then undetermined.
    /// </summary>
    public int? ImplementWithinDays { get; init; }

    /// <summary>How many days before the due date an open update begins to be at risk, up to the date itself. 0 to 3660; 3 unless given.</summary>
    public int AtRiskDays { get; init; } = 3;

    /// <summary>
    /// The name of the calendar (<see cref="WorkingDaysTerms"/>) by whose working days it counts, where a fact names none; calendar days unless given.
    /// </summary>
    public string? Calendar { get; init; }

    /// <summary>The levels of escalation past the due date, ascending; none unless given.</summary>
    public TermList<LevelTerms> Levels { get; init; } = [];
}

/// <summary>Declares <c>update-implementation</c>: programme updates and tasks are implemented within their prescribed timelines (expectations 2).</summary>
public static class UpdateImplementationDeclaration
{
    /// <summary>The section of the policy document.</summary>
    public static TermSection<UpdateImplementationTerms> Section { get; } = new TermSection<UpdateImplementationTerms>("updateImplementation", new())
        .Whole(
            "implementWithinDays",
            "The last day, counted from its issue, on which implementing an update without ImplementBy is in time. The documents state none: there is no "
            + "default.",
            t => t.ImplementWithinDays, (t, days) => t with { ImplementWithinDays = days }, min: 0, max: 3660, isLeftOpen: true)
        .Whole(
            "atRiskDays", PastDueRules.AtRiskDays, t => t.AtRiskDays, (t, days) => t with { AtRiskDays = days }, min: 0, max: 3660)
        .Calendar(t => t.Calendar, (t, name) => t with { Calendar = name })
        .Levels(t => t.Levels, (t, levels) => t with { Levels = levels }, PastDueRules.Bands);

    /// <summary>The rule.</summary>
    public static RuleDeclaration<DeadlineRule<ProgramUpdate>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("update-implementation")
        {
            Title = "Update implementation",
            Says = "Programme updates and tasks are implemented within their prescribed timelines.",
            Reading = $"{PastDueRules.Reading} ImplementBy prescribes; where an update has none, its issue and implementWithinDays do, which the documents "
                + "leave open.",
            Noun = "Update",
            Done = "implemented",
            ValueTitle = "Past due",
            OpenFor = "an update without ImplementBy",
            Citation = new("expectations", "2"),
        },
        Section,
        (info, terms, policy) => PastDueRules.Make(
            info, ProgramUpdate.Shape, new(u => u.ImplementBy, u => u.IssuedOn, terms.ImplementWithinDays), u => u.ImplementedOn, terms.AtRiskDays,
            terms.Levels, policy.DaysBy(terms.Calendar)));

    extension(Policy policy)
    {
        /// <summary>Programme updates and tasks are implemented within their prescribed timelines (expectations 2).</summary>
        public DeadlineRule<ProgramUpdate> UpdateImplementation => policy.Rule(Rule);
    }

    extension(PolicyTerms terms)
    {
        /// <summary>The terms of <c>update-implementation</c>.</summary>
        public UpdateImplementationTerms UpdateImplementation => terms.Of(Section);
    }
}
