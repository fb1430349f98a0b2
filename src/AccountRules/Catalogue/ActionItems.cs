using AccountRules.Facts;

namespace AccountRules;

/// <summary>The terms of <c>action-item</c>: action items of client interactions are followed through (expectations 1). Immutable; equal by value.</summary>
public sealed record ActionItemTerms
{
    /// <summary>
    /// The last day, counted from its agreement, on which doing an item without <see cref="ActionItem.DueOn"/> is in time. 0 to 3660; not set unless given, and
    /// such items are then undetermined.
    /// </summary>
    public int? ActWithinDays { get; init; }

    /// <summary>How many days before the due date an open item begins to be at risk, up to the date itself. 0 to 3660; 3 unless given.</summary>
    public int AtRiskDays { get; init; } = 3;

    /// <summary>
    /// The name of the calendar (<see cref="WorkingDaysTerms"/>) by whose working days it counts, where a fact names none; calendar days unless given.
    /// </summary>
    public string? Calendar { get; init; }

    /// <summary>The levels of escalation past the due date, ascending; none unless given.</summary>
    public TermList<LevelTerms> Levels { get; init; } = [];
}

/// <summary>Declares <c>action-item</c>: action items of client interactions are followed through (expectations 1).</summary>
public static class ActionItemDeclaration
{
    /// <summary>The section of the policy document.</summary>
    public static TermSection<ActionItemTerms> Section { get; } = new TermSection<ActionItemTerms>("actionItem", new())
        .Whole(
            "actWithinDays",
            "The last day, counted from its agreement, on which doing an item without DueOn is in time. The documents state none: there is no default.",
            t => t.ActWithinDays, (t, days) => t with { ActWithinDays = days }, min: 0, max: 3660, isLeftOpen: true)
        .Whole(
            "atRiskDays", PastDueRules.AtRiskDays, t => t.AtRiskDays, (t, days) => t with { AtRiskDays = days }, min: 0, max: 3660)
        .Calendar(t => t.Calendar, (t, name) => t with { Calendar = name })
        .Levels(t => t.Levels, (t, levels) => t with { Levels = levels }, PastDueRules.Bands);

    /// <summary>The rule.</summary>
    public static RuleDeclaration<DeadlineRule<ActionItem>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("action-item")
        {
            Title = "Action items",
            Says = "Client interactions are documented and their action items followed through.",
            Reading = $"{PastDueRules.Reading} DueOn prescribes; where an item has none, its agreement and actWithinDays do, which the documents leave open.",
            Noun = "Action item",
            Done = "done",
            ValueTitle = "Past due",
            OpenFor = "an action item without DueOn",
            Citation = new("expectations", "1"),
        },
        Section,
        (info, terms, policy) => PastDueRules.Make(
            info, ActionItem.Shape, new(i => i.DueOn, i => i.AgreedOn, terms.ActWithinDays), i => i.DoneOn, terms.AtRiskDays, terms.Levels,
            policy.DaysBy(terms.Calendar)));

    extension(Policy policy)
    {
        /// <summary>Action items of client interactions are followed through (expectations 1).</summary>
        public DeadlineRule<ActionItem> ActionItem => policy.Rule(Rule);
    }

    extension(PolicyTerms terms)
    {
        /// <summary>The terms of <c>action-item</c>.</summary>
        public ActionItemTerms ActionItem => terms.Of(Section);
    }
}
