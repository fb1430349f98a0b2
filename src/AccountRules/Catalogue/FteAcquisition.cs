using AccountRules.Expressions;
using AccountRules.Facts;

namespace AccountRules;

/// <summary>Declares <c>fte-acquisition</c>: FTE acquisition is managed effectively (expectations 2). It goes by the terms of <c>fte-fulfillment</c>.</summary>
public static class FteAcquisitionDeclaration
{
    private static readonly Cause NoHeadcount = Cause.Of(nameof(NoHeadcount), "has no headcount");
    private static readonly Cause HeadcountNotPositive = Cause.Of(
        nameof(HeadcountNotPositive), "has a headcount of 0 or less, and a headcount must be above 0");
    private static readonly Cause FilledBelowZero = Cause.Of(nameof(FilledBelowZero), "has fewer than no heads filled");

    /// <summary>The rule.</summary>
    public static RuleDeclaration<LifecycleRule<FteOrder>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("fte-acquisition")
        {
            Title = "FTE acquisition",
            Says = "FTE acquisition is managed effectively.",
            Reading = "Pace: the heads filled are to those ordered at least what the days gone by are to the limit of fte-fulfillment. "
                + "All filled, or more, is met; past the limit what is not all filled is missed, whatever date of fulfilment the order has. "
                + "How many are filled is a count as of now. An order that does not say it is left out.",
            Noun = "Order",
            ValueTitle = "Filled",
            Citation = new("expectations", "2"),
        },
        FteFulfillmentDeclaration.Section,
        (info, terms, policy) => Make(info, terms.LimitDays, policy.DaysBy(terms.Calendar)));

    extension(Policy policy)
    {
        /// <summary>FTE acquisition is managed effectively: the heads filled keep pace with the days (expectations 2).</summary>
        public LifecycleRule<FteOrder> FteAcquisition => policy.Rule(Rule);
    }

    private static LifecycleRule<FteOrder> Make(RuleInfo info, int limit, DayCount days)
    {
        return new(
            info,
            new Lifecycle<FteOrder>(
                [
                    new("Behind", Standing.AtRisk, "is filled to {value}, which is behind the pace; all of it is due {due}"),
                    new("OnPace", Standing.OnTrack, "is filled to {value}, which keeps pace; all of it is due {due}"),
                    new("Filled", Standing.Met, "is filled to {value}"),
                    new("NotFilled", Standing.Missed, "is filled to {value}, and all of it was due {due}"),
                ],
                [
                    new("Behind", (o, asOf) => o.FilledHeadcount!.Value >= o.Headcount!.Value, "Filled"),

                    // filled * limit >= headcount * days holds up to the whole days that the filled heads are worth, fewer than the limit. Databases divide
                    // whatever was asked before, and some of them whole numbers to a fraction: what is asked again keeps the number in bounds, and the
                    // remainder is taken off first.
                    new(
                        "Behind",
                        (o, asOf) => asOf <= CountedDays.LastDayOf(
                            days,
                            o.OrderedOn!.Value,
                            o.Headcount!.Value > 0 && o.FilledHeadcount!.Value >= 0 && o.FilledHeadcount!.Value <= o.Headcount!.Value
                                ? (int)(((long)o.FilledHeadcount!.Value * limit - (long)o.FilledHeadcount!.Value * limit % o.Headcount!.Value)
                                    / o.Headcount!.Value)
                                : 0,
                            o.Pauses,
                            o.Calendar),
                        "OnPace"),
                    new("Behind", (o, asOf) => asOf > CountedDays.LastDayOf(days, o.OrderedOn!.Value, limit, o.Pauses, o.Calendar), "NotFilled"),
                ])
            {
                Begins = o => o.OrderedOn,
                Due = o => o.OrderedOn == null ? null : CountedDays.DayOnOf(days, o.OrderedOn.Value, limit, o.Pauses, o.Calendar),
            },
            FteOrder.Shape,
            Measure.Ratio<FteOrder>(o => o.FilledHeadcount, o => o.Headcount))
        {
            Days = days,
            Asks = o => o.FilledHeadcount != null,
            Guards =
            [
                new((o, asOf) => o.Headcount == null, NoHeadcount),
                new((o, asOf) => o.Headcount <= 0, HeadcountNotPositive),
                new((o, asOf) => o.FilledHeadcount < 0, FilledBelowZero),

                // What is filled needs no count of days.
                new((o, asOf) => o.FilledHeadcount < o.Headcount && CountedDays.AreImpossibleOf(o.Pauses), Cause.ImpossiblePause),
                .. days.IsCalendarDays ? [] : (Guard<FteOrder>[])
                [
                    new((o, asOf) => o.FilledHeadcount < o.Headcount && !CountedDays.KnowsOf(days, o.Calendar), Cause.UnknownCalendar),
                    new(
                        (o, asOf) => o.FilledHeadcount < o.Headcount
                            && (o.OrderedOn!.Value < CountedDays.FromOf(days, o.Calendar) || asOf > CountedDays.UntilOf(days, o.Calendar)),
                        Cause.OutsideCalendar),
                ],
            ],
        };
    }
}
