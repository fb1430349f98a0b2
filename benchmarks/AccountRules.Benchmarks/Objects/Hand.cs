using System.Runtime.CompilerServices;
using AccountRules.Facts;

namespace AccountRules.Benchmarks.Objects;

/// <summary>
/// The six rules as somebody would write them by hand who has all to say that the policy does, the numbers of the policy in the code: here the deadlines.
/// A grade below 0 is a cause.
/// </summary>
internal static partial class Hand
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HandVerdict FteFulfillment(FteOrder order, DateOnly asOf)
    {
        if (order.OrderedOn is not { } start)
            return new(-1, Standing.Undetermined);

        if (start > asOf)
            return new(-2, Standing.NotApplicable);

        if (order.FulfilledOn is { } end && end <= asOf)
        {
            if (end < start)
                return new(-3, Standing.Undetermined);

            var took = end.DayNumber - start.DayNumber;
            return took > 90 ? new(5, Standing.Late) : took >= 76 ? new(4, Standing.Met) : new(3, Standing.Met);
        }

        var open = asOf.DayNumber - start.DayNumber;
        return open > 90 ? new(2, Standing.Overdue) : open >= 76 ? new(1, Standing.AtRisk) : new(0, Standing.OnTrack);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HandVerdict RegistryClosure(RegistryItem item, DateOnly asOf)
    {
        if (item.AddedOn is not { } start)
            return new(-1, Standing.Undetermined);

        if (start > asOf)
            return new(-2, Standing.NotApplicable);

        if (item.ClosedOn is { } end && end <= asOf)
        {
            if (end < start)
                return new(-3, Standing.Undetermined);

            var took = end.DayNumber - start.DayNumber;
            return took > 60 ? new(5, Standing.Late) : took > 30 ? new(4, Standing.Met) : new(3, Standing.Met);
        }

        var open = asOf.DayNumber - start.DayNumber;
        return open > 60 ? new(2, Standing.Overdue) : open > 30 ? new(1, Standing.AtRisk) : new(0, Standing.OnTrack);
    }
}
