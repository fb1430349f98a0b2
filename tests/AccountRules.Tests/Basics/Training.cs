namespace AccountRules.Tests.Basics;

/// <summary>A host's own fact, measured in units of its own: hours of training of a team, and tickets per agent.</summary>
public sealed record Training(string Id, decimal? Hours = null, int? Tickets = null, int? Agents = null, string? Currency = null, int Days = 0)
{
    public static UnitName HourName { get; } = new("hour", "hours");

    public static FactShape<Training> Shape { get; } = new(t => t.Id) { Currency = t => t.Currency };

    public static RuleInfo Info { get; } = new("training") { Noun = "Team" };

    public static Measure<Training> Hourly { get; } = Measure.Amount<Training>(t => t.Hours, HourName);

    public static Measure<Training> PerAgent { get; } =
        Measure.Mean<Training>(t => t.Tickets, t => t.Agents, new("ticket per agent", "tickets per agent"));

    public static TermSection<OwnTerms> Section { get; } = new TermSection<OwnTerms>("training", new())
        .Number("full", "The hours from which on a team is trained.", t => t.Full, (t, full) => t with { Full = full ?? 0 });

    public static RuleDeclaration<TierRule<Training>> Rule { get; } = RuleDeclaration.Of(Info, Section, (info, terms, _) => Tier(info, Hourly, terms.Full));

    public static RuleDeclaration<TierRule<Training>> DayRule { get; } = RuleDeclaration.Of(
        new RuleInfo("training-days"), Section, (info, terms, _) => Tier(info, Measure.Amount<Training>(t => t.Days, new("day|h", "days|h")), terms.Full));

    public static RuleDeclaration<TierRule<Training>> LoadRule { get; } = RuleDeclaration.Of(
        new RuleInfo("training-load"), Section, (info, terms, _) => Tier(info, PerAgent, terms.Full));

    /// <summary>Its stages go by what it measures, a whole number, and by what it does not.</summary>
    public static RuleDeclaration<LifecycleRule<Training>> SizeRule { get; } = RuleDeclaration.Of(
        new RuleInfo("training-size") { Noun = "Team" }, Section, (info, terms, _) => Size(info, (int)terms.Full));

    public static Policy Policy(decimal full = 40) =>
        new(new PolicyTerms(RuleCatalogue.Documents.With(Rule, DayRule, LoadRule, SizeRule)).With(new OwnTerms { Full = full }));

    public static TierRule<Training> Tier(RuleInfo info, Measure<Training> measure, decimal full) => new(
        info,
        measure,
        new Scale(Band.Lowest("None", Standing.Missed), Band.From(1, "Begun", Standing.AtRisk), Band.From(full, "Full", Standing.Met)),
        Shape)
    {
        Guards = [new((t, asOf) => t.Agents == 0, Cause.Of("NoAgents", "has no agents"))],
    };

    public static LifecycleRule<Training> Size(RuleInfo info, int full) => new(
        info,
        new(
            [new("Out", Standing.OnTrack, "has {value}"), new("Large", Standing.Met, "is large by {value}"), new("Busy", Standing.AtRisk, "is busy")],
            [new("Out", (t, _) => t.Agents >= full, "Large"), new("Out", (t, _) => t.Hours >= 5, "Busy")]),
        Shape,
        Measure.Amount<Training>(t => t.Agents, new("agent", "agents")));

    public sealed record OwnTerms
    {
        public decimal Full { get; init; } = 40;
    }
}
