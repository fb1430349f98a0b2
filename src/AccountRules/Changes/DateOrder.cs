namespace AccountRules.Changes;

/// <summary>
/// Whether dates can lie as conditions say, all of them together: what comes after a second date, and that after a third, does not come before the third.
/// </summary>
internal static class DateOrder
{
    /// <summary>Whether there are such dates; a date that may be missing is bound by nothing that holds of missing ones too.</summary>
    public static bool IsPossible(Conditions known)
    {
        List<(string Date, string Other, decimal Days)> least = [];
        foreach (var condition in known.All)
        {
            if (condition.Axis is not { Start: { } start, Counted: null, Shift: nameof(DateOnly.AddDays) } axis)
                continue;

            var (date, other) = (Folding.Key(Folding.Stripped(axis.Value)), Folding.Key(Folding.Stripped(start)));
            if (condition.From is { } from)
                least.Add((date, other, from.At));

            if (condition.Until is { } until && !(axis.MayNotCome && condition.From is null && known.Of(Questions.NullKey(start)) is null))
                least.Add((other, date, 1 - until.At));
        }

        // Each date as late as the others make it: where that goes on without an end, a date would have to lie after itself.
        Dictionary<string, decimal> days = new(StringComparer.Ordinal);
        for (var round = 0; round <= least.Count; round++)
        {
            var isMoved = false;
            foreach (var (date, other, more) in least)
            {
                if (days.GetValueOrDefault(date) < days.GetValueOrDefault(other) + more)
                    (days[date], isMoved) = (days.GetValueOrDefault(other) + more, true);
            }

            if (!isMoved)
                return true;
        }

        return false;
    }
}
