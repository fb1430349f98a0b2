using System.Runtime.InteropServices;

namespace AccountRules;

/// <summary>
/// Notices periods of one subject that have a day in common, as they come. It keeps every period that it was given. For one thread at a time.
/// </summary>
public sealed class PeriodOverlaps
{
    private readonly Dictionary<string, List<Period>> periods = new(StringComparer.Ordinal);

    /// <summary>Takes a period; the overlap with the first one that it has a day in common with, <c>null</c> where there is none.</summary>
    /// <param name="subject">Whose it is.</param>
    /// <param name="period">The period.</param>
    /// <exception cref="ArgumentNullException">The subject is <c>null</c>.</exception>
    /// <exception cref="ArgumentException">The subject's id is not clean (see <see cref="Ids"/>); an empty one, which is nobody's, is taken.</exception>
    public PeriodOverlap? Add(string subject, Period period)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (subject.Length > 0)
            Ids.Checked(subject, nameof(subject));

        ref var own = ref CollectionsMarshal.GetValueRefOrAddDefault(periods, subject, out _);
        own ??= new(1);
        var earlier = own.FindIndex(other => other.Overlaps(period));
        var overlap = earlier < 0 ? null : new PeriodOverlap(subject, period, own[earlier]);
        own.Add(period);
        return overlap;
    }
}
