namespace AccountRules.Tests.Basics;

/// <summary>A host's own fact with rules of its own, whose dates are compared with the evaluation date in every way that is allowed.</summary>
public sealed record Claim(
    string Id, DateOnly? FiledOn = null, DateOnly? PaidOn = null, DateOnly DueOn = default, int Grace = 0, bool IsPriority = false, Handling? By = null)
{
    private static readonly RuleInfo Info = new("claim") { Noun = "Claim", Done = "paid" };

    /// <summary>A host's own lifecycle; two of its stages have one standing.</summary>
    public static LifecycleRule<Claim> Life { get; } = new(
        Info,
        new Lifecycle<Claim>(
            [
                new("Open", Standing.OnTrack, "is open"), new("Due", Standing.AtRisk, "is due"), new("Late", Standing.Overdue, "is late"),
                new("VeryLate", Standing.Overdue, "is very late"),
                new("Lapsed", Standing.Missed, "has lapsed"), new("Paid", Standing.Met, "was paid"),
            ],
            [
                new("Open", (c, asOf) => c.PaidOn <= asOf, "Paid"),
                new("Open", (c, asOf) => c.DueOn.AddYears(1) < asOf || asOf == c.DueOn.AddDays(200), "Lapsed"),
                new("Open", (c, asOf) => c.DueOn.AddMonths(c.Grace) <= asOf && asOf > c.DueOn.AddDays(30), "VeryLate"),
                new("Open", (c, asOf) => c.IsPriority ? asOf > c.DueOn : asOf >= c.DueOn.AddDays(c.Grace).AddMonths(1), "Late"),
                new("Open", (c, asOf) => !(asOf != c.DueOn), "Due"),
            ])
        {
            Begins = c => c.FiledOn,
        },
        new(c => c.Id))
    {
        Guards =
        [
            new((c, asOf) => c.PaidOn < c.FiledOn && asOf >= c.PaidOn, Cause.EndBeforeStart),
            new((c, asOf) => c.PaidOn == asOf && c.Grace == 13, Cause.NoActual),
            new((c, asOf) => c.Grace == 14 && asOf < c.DueOn, Cause.NoTarget),
        ],
    };

    /// <summary>Open invoices in aging buckets: what is overdue is so in one band after another.</summary>
    public static DeadlineRule<Claim> Aging { get; } = new(
        Info, Measure.Days<Claim>(c => c.DueOn, c => c.PaidOn),
        new Scale(
            Band.Lowest("NotLate", Standing.Met).Open(Standing.OnTrack),
            Band.Above(0, "Days1To30", Standing.Late).Open(Standing.Overdue),
            Band.Above(30, "Days31To60", Standing.Late).Open(Standing.Overdue),
            Band.Above(60, "Over60", Standing.Overdue).Open(Standing.Overdue)),
        new(c => c.Id));

    /// <summary>The same rules read off a host's type whose dates are moments, may be missing, and lie in parts of it.</summary>
    public static LifecycleRule<Row> LifeOfRow { get; } = Life.For<Row>(r => new Claim(
        r.Claim.Id, r.Claim.FiledOn, r.Claim.IsPriority ? r.Paid.On : r.Claim.PaidOn, DateOnly.FromDateTime(r.Due), r.Claim.Grace, r.Claim.IsPriority, null));

    public static DeadlineRule<Row> AgingOfRow { get; } =
        Aging.For<Row>(r => new Claim(r.Claim.Id) { PaidOn = r.Paid.On ?? r.Claim.PaidOn, DueOn = r.Claim.FiledOn ?? DateOnly.FromDateTime(r.Due) });

    public sealed record Row(Claim Claim, DateTime Due, Handling Paid);
}
