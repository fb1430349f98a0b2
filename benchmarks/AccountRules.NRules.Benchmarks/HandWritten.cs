namespace AccountRules.NRules.Benchmarks;

/// <summary>The 90-day rule written for NRules by hand: a rule for each standing.</summary>
public abstract class HandWritten(Standing standing) : global::NRules.Fluent.Dsl.Rule
{
    /// <summary>The types of the rules.</summary>
    public static Type[] All { get; } = [typeof(NotYet), typeof(Met), typeof(Late), typeof(OnTrack), typeof(AtRisk), typeof(Overdue), typeof(EndBeforeStart)];

    protected void Define(System.Linq.Expressions.Expression<Func<CrmOrder, bool>> ofOrder, Func<CrmOrder, EvaluationDate, bool> ofBoth)
    {
        EvaluationDate today = null!;
        CrmOrder order = null!;

        When()
            .Match(() => today)
            .Match(() => order, ofOrder, o => ofBoth(o, today));

        Then().Yield(_ => new OrderStanding(order, standing));
    }

    private static int Days(DateOnly from, DateOnly until) => until.DayNumber - from.DayNumber;

    private static bool IsOpen(CrmOrder order, EvaluationDate today) => order.PlacedOn <= today.AsOf && !(order.FilledOn <= today.AsOf);

    private static bool IsFilled(CrmOrder order, EvaluationDate today) =>
        order.PlacedOn <= today.AsOf && order.FilledOn <= today.AsOf && order.FilledOn >= order.PlacedOn;

    /// <summary>Placed later.</summary>
    public sealed class NotYet() : HandWritten(Standing.NotApplicable)
    {
        public override void Define() => Define(o => true, (o, today) => o.PlacedOn > today.AsOf);
    }

    /// <summary>Filled within 90 days.</summary>
    public sealed class Met() : HandWritten(Standing.Met)
    {
        public override void Define() => Define(o => o.FilledOn != null, (o, today) => IsFilled(o, today) && Days(o.PlacedOn, o.FilledOn!.Value) <= 90);
    }

    /// <summary>Filled after 90 days.</summary>
    public sealed class Late() : HandWritten(Standing.Late)
    {
        public override void Define() => Define(o => o.FilledOn != null, (o, today) => IsFilled(o, today) && Days(o.PlacedOn, o.FilledOn!.Value) > 90);
    }

    /// <summary>Open up to day 75.</summary>
    public sealed class OnTrack() : HandWritten(Standing.OnTrack)
    {
        public override void Define() => Define(o => true, (o, today) => IsOpen(o, today) && Days(o.PlacedOn, today.AsOf) <= 75);
    }

    /// <summary>Open on day 76 to 90.</summary>
    public sealed class AtRisk() : HandWritten(Standing.AtRisk)
    {
        public override void Define() => Define(o => true, (o, today) => IsOpen(o, today) && Days(o.PlacedOn, today.AsOf) is > 75 and <= 90);
    }

    /// <summary>Open after day 90.</summary>
    public sealed class Overdue() : HandWritten(Standing.Overdue)
    {
        public override void Define() => Define(o => true, (o, today) => IsOpen(o, today) && Days(o.PlacedOn, today.AsOf) > 90);
    }

    /// <summary>Filled before it was placed.</summary>
    public sealed class EndBeforeStart() : HandWritten(Standing.Undetermined)
    {
        public override void Define() => Define(o => o.FilledOn < o.PlacedOn, (o, today) => o.PlacedOn <= today.AsOf);
    }
}
