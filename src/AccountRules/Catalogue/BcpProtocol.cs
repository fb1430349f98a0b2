using AccountRules.Facts;

namespace AccountRules;

/// <summary>
/// The terms of <c>bcp-protocol</c>: Business Continuity Plan protocols are implemented consistently and on time (expectations 3). Immutable; equal by value.
/// </summary>
public sealed record BcpProtocolTerms
{
    /// <summary>How many days before the due date an open run begins to be at risk, up to the date itself. 0 to 3660; 3 unless given.</summary>
    public int AtRiskDays { get; init; } = 3;

    /// <summary>
    /// The name of the calendar (<see cref="WorkingDaysTerms"/>) by whose working days it counts, where a fact names none; calendar days unless given.
    /// </summary>
    public string? Calendar { get; init; }

    /// <summary>The levels of escalation past the due date, ascending; none unless given.</summary>
    public TermList<LevelTerms> Levels { get; init; } = [];
}

/// <summary>Declares <c>bcp-protocol</c>: Business Continuity Plan protocols are implemented consistently and on time (expectations 3).</summary>
public static class BcpProtocolDeclaration
{
    /// <summary>The section of the policy document.</summary>
    public static TermSection<BcpProtocolTerms> Section { get; } = new TermSection<BcpProtocolTerms>("bcpProtocol", new())
        .Whole(
            "atRiskDays", PastDueRules.AtRiskDays, t => t.AtRiskDays, (t, days) => t with { AtRiskDays = days }, min: 0, max: 3660)
        .Calendar(t => t.Calendar, (t, name) => t with { Calendar = name })
        .Levels(t => t.Levels, (t, levels) => t with { Levels = levels }, PastDueRules.Bands);

    /// <summary>The rule.</summary>
    public static RuleDeclaration<DeadlineRule<ProtocolRun>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("bcp-protocol")
        {
            Title = "BCP protocols",
            Says = "Business Continuity Plan protocols are implemented consistently and on time.",
            Reading = PastDueRules.Reading,
            Noun = "Run",
            Done = "completed",
            ValueTitle = "Past due",
            Citation = new("expectations", "3"),
        },
        Section,
        (info, terms, policy) => PastDueRules.Make(
            info, ProtocolRun.Shape, new(r => r.DueOn), r => r.CompletedOn, terms.AtRiskDays, terms.Levels, policy.DaysBy(terms.Calendar)));

    extension(Policy policy)
    {
        /// <summary>Business Continuity Plan protocols are implemented on time (expectations 3).</summary>
        public DeadlineRule<ProtocolRun> BcpProtocol => policy.Rule(Rule);
    }

    extension(PolicyTerms terms)
    {
        /// <summary>The terms of <c>bcp-protocol</c>.</summary>
        public BcpProtocolTerms BcpProtocol => terms.Of(Section);
    }
}
