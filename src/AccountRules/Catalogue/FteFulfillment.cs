using AccountRules.Facts;

namespace AccountRules;

/// <summary>
/// The terms of <c>fte-fulfillment</c>: an FTE order is fulfilled at most 90 days from the date of order (expectations 2). Immutable; equal by value.
/// </summary>
public sealed record FteFulfillmentTerms
{
    /// <summary>The last day on which fulfilling an order is in time; the day itself is in. From 1 to 3660; 90 unless given.</summary>
    public int LimitDays { get; init; } = 90;

    /// <summary>The first day on which an open order is at risk; the day itself is. From 1 to <see cref="LimitDays"/>; 76 unless given.</summary>
    public int AtRiskFromDay { get; init; } = 76;

    /// <summary>
    /// The part of the limit, 1 being all of it, from which on an open order is at risk, in the place of <see cref="AtRiskFromDay"/>: the first
    /// whole day that is at least that part. Above 0, up to 1; not set unless given.
    /// </summary>
    public decimal? AtRiskFromShare { get; init; }

    /// <summary>
    /// The name of the calendar (<see cref="WorkingDaysTerms"/>) by whose working days it counts, where a fact names none; calendar days unless given.
    /// </summary>
    public string? Calendar { get; init; }

    /// <summary>The levels of escalation past the limit, ascending; none unless given.</summary>
    public TermList<LevelTerms> Levels { get; init; } = [];
}

/// <summary>Declares <c>fte-fulfillment</c>: an FTE order is fulfilled at most 90 days from the date of order (expectations 2).</summary>
public static class FteFulfillmentDeclaration
{
    /// <summary>The section of the policy document.</summary>
    public static TermSection<FteFulfillmentTerms> Section { get; } = new TermSection<FteFulfillmentTerms>("fteFulfillment", new())
        .Whole(
            "limitDays", "The last day, counted from the order, on which fulfilling it is in time.", t => t.LimitDays,
            (t, days) => t with { LimitDays = days }, min: 1, max: 3660)
        .Whole(
            "atRiskFromDay", "The first day on which an open order is at risk; at most limitDays.", t => t.AtRiskFromDay,
            (t, day) => t with { AtRiskFromDay = day }, min: 1, max: 3660)
        .WarningShare(t => t.AtRiskFromShare, (t, share) => t with { AtRiskFromShare = share }, "atRiskFromDay", t => t.AtRiskFromDay)
        .Calendar(t => t.Calendar, (t, name) => t with { Calendar = name })
        .Levels(t => t.Levels, (t, levels) => t with { Levels = levels }, "Clear", "NearLimit", "OverLimit")
        .Checked((t, problems) =>
        {
            if (t.AtRiskFromShare is null && t.AtRiskFromDay > t.LimitDays)
                problems.AddBeside("atRiskFromDay", t.AtRiskFromDay, "at most", "limitDays", t.LimitDays);
        });

    /// <summary>The rule.</summary>
    public static RuleDeclaration<DeadlineRule<FteOrder>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("fte-fulfillment")
        {
            Title = "FTE fulfilment",
            Says = "An FTE order is fulfilled at most 90 days from the date of order.",
            Reading = "Calendar days, or the working days of the calendar that the terms name; day 0 is the date of order, and the limit day itself is in "
                + "time. An order without a fulfilment by the evaluation date is open.",
            Noun = "Order",
            Done = "fulfilled",
            Citation = new("expectations", "2"),
        },
        Section,
        (info, terms, policy) => new DeadlineRule<FteOrder>(
            info,
            Measure.Days<FteOrder>(o => o.OrderedOn, o => o.FulfilledOn),
            new Scale(
            [
                Band.Lowest("Clear", Standing.Met).Open(Standing.OnTrack),
                Band.From(DeadlineTerms.FirstDay(terms.AtRiskFromShare, terms.LimitDays) ?? terms.AtRiskFromDay, "NearLimit", Standing.Met)
                    .Open(Standing.AtRisk),
                .. DeadlineTerms.Past(terms.LimitDays, "OverLimit", terms.Levels),
            ]),
            FteOrder.Shape)
        { Days = policy.DaysBy(terms.Calendar) });

    extension(Policy policy)
    {
        /// <summary>An FTE order is fulfilled at most 90 days from the date of order (expectations 2).</summary>
        public DeadlineRule<FteOrder> FteFulfillment => policy.Rule(Rule);
    }

    extension(PolicyTerms terms)
    {
        /// <summary>The terms of <c>fte-fulfillment</c>.</summary>
        public FteFulfillmentTerms FteFulfillment => terms.Of(Section);
    }
}
