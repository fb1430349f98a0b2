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
            t => t.DocumentWithinDays, (t, days) => t with { DocumentWithinDays = days }, min: 0, max: 3660, isLeftOpen: true);

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
        (info, terms, _) => new DeadlineRule<Interaction>(
            info,
            Measure.Days<Interaction>(i => i.HeldOn, i => i.DocumentedOn),
            new Scale(
                Band.Lowest("InTime", Standing.Met).Open(Standing.OnTrack),
                Band.Above(terms.DocumentWithinDays ?? 0, "PastDue", Standing.Late).Open(Standing.Overdue)),
            Interaction.Shape));

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
}
