using System.Linq.Expressions;
using AccountRules.Facts;

namespace AccountRules;

/// <summary>
/// The terms of <c>escalation-routing</c> and <c>escalation-resolution</c>: feedback and escalations are routed to the right department and resolved promptly
/// (expectations 5; key-account-manager). The documents state no number of days, so neither is in force until <see cref="Severities"/> are given.
/// Immutable; equal by value.
/// </summary>
public sealed record EscalationTerms
{
    /// <summary>The severities, each with its days; none unless given.</summary>
    public TermList<SeverityTerms> Severities { get; init; } = [];

    /// <summary>
    /// The part of the limit, 1 being all of it, from which on an escalation is at risk: the first whole day that is at least
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

/// <summary>
/// Declares <c>escalation-routing</c> and <c>escalation-resolution</c>: feedback and escalations are routed to the right department and resolved promptly
/// (expectations 5; key-account-manager).
/// </summary>
public static class EscalationDeclaration
{
    /// <summary>The section of the policy document.</summary>
    public static TermSection<EscalationTerms> Section { get; } = new TermSection<EscalationTerms>("escalation", new())
        .Sections(
            "severities", "The severities, each with its days. The documents state none: there is no default.",
            t => t.Severities, (t, severities) => t with { Severities = severities }, SeverityTerms.Section, isLeftOpen: true)
        .WarningShare(t => t.AtRiskFromShare, (t, share) => t with { AtRiskFromShare = share })
        .Calendar(t => t.Calendar, (t, name) => t with { Calendar = name })
        .Levels(t => t.Levels, (t, levels) => t with { Levels = levels }, "InTime", "DueSoon", "Late")
        .Checked((t, problems) =>
        {
            for (var i = 0; i < t.Severities.Count; i++)
                problems.CheckName(t.Severities[i].Name, t.Severities.Take(i).Select(s => s.Name), $"severities[{i}].name", "severity");
        });

    /// <summary>In the place of severities in a rule that is not in force.</summary>
    private static readonly SeverityTerms NotStated = new() { Name = "any" };

    /// <summary>The rule on routing.</summary>
    public static RuleDeclaration<RuleByCategory<Escalation>> RoutingRule { get; } = Declared(
        "escalation-routing", "Escalation routing", "routed", "Feedback and escalations are routed to the right department.",
        "Days from raising to routing, or to the evaluation date while it is not routed; an escalation that is resolved and was never routed stays open here.",
        e => e.RoutedOn, s => s.RouteWithinDays);

    /// <summary>The rule on resolving.</summary>
    public static RuleDeclaration<RuleByCategory<Escalation>> ResolutionRule { get; } = Declared(
        "escalation-resolution", "Escalation resolution", "resolved", "Feedback and escalations are resolved promptly.",
        "Days from raising to resolving, or to the evaluation date while it is not resolved.",
        e => e.ResolvedOn, s => s.ResolveWithinDays);

    extension(Policy policy)
    {
        /// <summary>Feedback and escalations are routed to the right department (expectations 5; key-account-manager).</summary>
        public RuleByCategory<Escalation> EscalationRouting => policy.Rule(RoutingRule);

        /// <summary>Feedback and escalations are resolved promptly (expectations 5; key-account-manager).</summary>
        public RuleByCategory<Escalation> EscalationResolution => policy.Rule(ResolutionRule);
    }

    extension(PolicyTerms terms)
    {
        /// <summary>The terms of <c>escalation-routing</c> and <c>escalation-resolution</c>.</summary>
        public EscalationTerms Escalation => terms.Of(Section);
    }

    private static RuleDeclaration<RuleByCategory<Escalation>> Declared(
        string id, string title, string done, string says, string reading, Expression<Func<Escalation, DateOnly?>> until, Func<SeverityTerms, int> days) =>
        RuleDeclaration.Of(
            new RuleInfo(id)
            {
                Title = title,
                Says = says,
                Reading = reading + " The last day belongs to what is in time. A severity that the policy does not list is undetermined. "
                    + "The documents state no number of days, so without severities every escalation is undetermined.",
                Noun = "Escalation",
                Done = done,
                Citation = new("expectations", "5; key-account-manager, escalations"),
            },
            Section,
            (info, terms, policy) => new RuleByCategory<Escalation>(
                info, e => e.Severity,
                from severity in terms.Severities.DefaultIfEmpty(NotStated)
                let rule = Within(days(severity), terms, info, until, policy.DaysBy(terms.Calendar))
                select KeyValuePair.Create<string, Rule<Escalation>>(severity.Name, rule)));

    private static DeadlineRule<Escalation> Within(
        int days, EscalationTerms terms, RuleInfo info, Expression<Func<Escalation, DateOnly?>> until, DayCount counted) => new(
        info,
        Measure.Days(e => e.RaisedOn, until),
        DeadlineTerms.Within(days, DeadlineTerms.FirstDay(terms.AtRiskFromShare, days), "Late", terms.Levels),
        Escalation.Shape)
        { Days = counted };
}
