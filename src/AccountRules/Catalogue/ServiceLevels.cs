using AccountRules.Facts;

namespace AccountRules;

/// <summary>
/// The terms of <c>service-level</c> and <c>service-levels</c>: performance is monitored against service level agreements (key-account-manager). Immutable;
/// equal by value.
/// </summary>
public sealed record ServiceLevelTerms
{
    /// <summary>
    /// How far above what is agreed, as a part of it, a level is still near: at risk while its period runs. What lies exactly so far above is clear. Above 0
    /// and at most 1; 0.05 unless given.
    /// </summary>
    public decimal NearMargin { get; init; } = 0.05m;
}

/// <summary>
/// Declares <c>service-level</c> and <c>service-levels</c>: performance is monitored against service level agreements (key-account-manager).
/// </summary>
public static class ServiceLevelDeclaration
{
    private const string Says = "Performance is monitored against service level agreements.";

    /// <summary>The section of the policy document.</summary>
    public static TermSection<ServiceLevelTerms> Section { get; } = new TermSection<ServiceLevelTerms>("serviceLevel", new())
        .Part(
            "nearMargin", "How far above what is agreed, as a part of it, a level is at risk while its period runs; exactly so far above it is clear.",
            t => t.NearMargin, (t, margin) => t with { NearMargin = margin });

    /// <summary>The rule on each service.</summary>
    public static RuleDeclaration<AttainmentRule<ServiceLevel>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("service-level")
        {
            Title = "Service level",
            Says = Says,
            Reading = "Measured to agreed, and agreed to measured where lower is better: met from exactly what is agreed on, missed below it. "
                + "A period that runs is judged as it stands, provisionally: below what is agreed it is missed so far, and from there on at risk up to, "
                + "but not at, nearMargin above. Once the period has ended, near is met. Where lower is better, a measured 0 is clear.",
            Noun = "Service",
            Citation = new("key-account-manager", "service level agreements"),
        },
        Section,
        (info, terms, _) => new AttainmentRule<ServiceLevel>(
            info,
            Measure.Ratio<ServiceLevel>(s => s.Measured, s => s.Agreed, s => s.Direction == Direction.LowerIsBetter),
            new Scale(
                Band.Lowest("Below", Standing.Missed),
                Band.From(1, "Near", Standing.Met).Open(Standing.AtRisk),
                Band.From(1 + terms.NearMargin, "Clear", Standing.Met)),
            ServiceLevel.Shape));

    /// <summary>The rule on all services of an account and period.</summary>
    public static RuleDeclaration<RollUpRule<ServiceLevel>> AllRule { get; } = RuleDeclaration.Of(
        new RuleInfo("service-levels")
        {
            Title = "Service levels",
            Says = Says,
            Reading = "Met when all services of an account and period are met, and there is at least one; missed when any is missed; otherwise undetermined "
                + "when any is; otherwise at risk, while the period runs and any is. The streak counts consecutive periods met; "
                + "a period without a service breaks it.",
            Noun = "Account",
            Citation = new("key-account-manager", "service level agreements"),
        },
        Section,
        (info, _, policy) => new RollUpRule<ServiceLevel>(
            info,
            of: policy.ServiceLevel,
            outcomes: [Standing.Met, Standing.AtRisk, Standing.Missed],
            tally => tally.Missed > 0 ? Standing.Missed
                : tally.Undetermined > 0 ? Standing.Undetermined
                : tally.AtRisk > 0 ? Standing.AtRisk
                : tally.Met > 0 ? Standing.Met
                : Standing.Undetermined));

    extension(Policy policy)
    {
        /// <summary>A service has the level that is agreed (key-account-manager).</summary>
        public AttainmentRule<ServiceLevel> ServiceLevel => policy.Rule(Rule);

        /// <summary>All services of an account and period have it, with the streak of periods met (key-account-manager).</summary>
        public RollUpRule<ServiceLevel> ServiceLevels => policy.Rule(AllRule);
    }

    extension(PolicyTerms terms)
    {
        /// <summary>The terms of <c>service-level</c> and <c>service-levels</c>.</summary>
        public ServiceLevelTerms ServiceLevel => terms.Of(Section);
    }
}
