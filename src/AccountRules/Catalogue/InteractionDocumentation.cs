using AccountRules.Facts;

namespace AccountRules;

/// <summary>
/// The terms of <c>interaction-documentation</c>: client interactions are documented (expectations 1). The documents state no number of days, so the rule is
/// not in force until <see cref="DocumentWithinDays"/> is set. Immutable; equal by value.
/// </summary>
public sealed record InteractionDocumentationTerms
{
    /// <summary>
    /// The last day, counted from the interaction, on which documenting it is in time; 0 is the day itself. 0 to 3660; not set unless given.
    /// </summary>
    public int? DocumentWithinDays { get; init; }

    /// <summary>
    /// The part of the limit, 1 being all of it, from which on an interaction is at risk: the first whole day that is at least
    /// that part. Above 0, up to 1; not set unless given.
    /// </summary>
    public decimal? AtRiskFromShare { get; init; }

    /// <summary>
    /// The name of the calendar (<see cref="WorkingDaysTerms"/>) by whose working days it counts, where a fact names none; calendar days unless given.
    /// </summary>
    public string? Calendar { get; init; }

    /// <summary>The levels of escalation past the limit, ascending; none unless given.</summary>
    public TermList<LevelTerms> Levels { get; init; } = [];
}

/// <summary>Declares <c>interaction-documentation</c>: client interactions are documented (expectations 1).</summary>
public static class InteractionDocumentationDeclaration
{
    /// <summary>The section of the policy document.</summary>
    public static TermSection<InteractionDocumentationTerms> Section { get; } =
        new TermSection<InteractionDocumentationTerms>("interactionDocumentation", new())
        .Whole(
            "documentWithinDays",
            "The last day, counted from the interaction, on which documenting it is in time. The documents state none: there is no default.",
            t => t.DocumentWithinDays, (t, days) => t with { DocumentWithinDays = days }, min: 0, max: 3660, isLeftOpen: true)
        .WarningShare(t => t.AtRiskFromShare, (t, share) => t with { AtRiskFromShare = share })
        .Calendar(t => t.Calendar, (t, name) => t with { Calendar = name })
        .Levels(t => t.Levels, (t, levels) => t with { Levels = levels }, "InTime", "DueSoon", "PastDue");

    /// <summary>The rule.</summary>
    public static RuleDeclaration<DeadlineRule<Interaction>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("interaction-documentation")
        {
            Title = "Interaction documentation",
            Says = "Client interactions are documented and their action items followed through.",
            Reading = "Days from the interaction to its documentation; the last day is in time. The documents state no number of days, so without "
                + "documentWithinDays every interaction is undetermined.",
            Noun = "Interaction",
            Done = "documented",
            Citation = new("expectations", "1"),
        },
        Section,
        (info, terms, policy) => new DeadlineRule<Interaction>(
            info,
            Measure.Days<Interaction>(i => i.HeldOn, i => i.DocumentedOn),
            Scale(terms.DocumentWithinDays ?? 0, terms),
            Interaction.Shape)
        { Days = policy.DaysBy(terms.Calendar) });

    extension(Policy policy)
    {
        /// <summary>Client interactions are documented (expectations 1).</summary>
        public DeadlineRule<Interaction> InteractionDocumentation => policy.Rule(Rule);
    }

    extension(PolicyTerms terms)
    {
        /// <summary>The terms of <c>interaction-documentation</c>.</summary>
        public InteractionDocumentationTerms InteractionDocumentation => terms.Of(Section);
    }

    private static Scale Scale(int limit, InteractionDocumentationTerms terms) =>
        DeadlineTerms.Within(limit, DeadlineTerms.FirstDay(terms.AtRiskFromShare, limit), "PastDue", terms.Levels);
}
