namespace AccountRules;

/// <summary>
/// The periods that facts are tracked over, and who was a member before the first of them. They are given where the facts at hand are a part: the rows of one
/// account do not show the periods in which it has none, nor which period is the first. Immutable and safe for use by many threads.
/// </summary>
/// <remarks>
/// One account on its page: <c>policy.KeyAccount.Track(rows, asOf, new TrackPeriods(allPeriods))</c>. An export of the last twelve months:
/// <c>new TrackPeriods(months) { MembersBefore = idsOfKeyAccounts }</c>.
/// </remarks>
public sealed class TrackPeriods
{
    private readonly Period[] periods;
    private readonly string[] sorted = [];
    private readonly HashSet<string>? members;

    /// <summary>Takes the periods.</summary>
    /// <param name="periods">All periods that the data as a whole holds, in any order, each once or more often.</param>
    /// <exception cref="ArgumentException">One is <c>default(Period)</c>, which is no period.</exception>
    public TrackPeriods(params IEnumerable<Period> periods)
    {
        ArgumentNullException.ThrowIfNull(periods);
        this.periods = [.. periods.Distinct().OrderBy(p => p.Kind).ThenBy(p => p)];
        if (Array.IndexOf(this.periods, default) >= 0)
            throw new ArgumentException("One of the periods is default(Period), which is no period: leave it out.", nameof(periods));
    }

    /// <summary>The periods, each once: days, weeks, months, quarters and so on apart, each in order.</summary>
    public IReadOnlyList<Period> Periods => periods;

    /// <summary>
    /// The ids of the subjects that were inside before the first period, in ordinal order: who has no fact in the first period leaves in it, and who is inside
    /// in it and is not among these enters. <c>null</c>, unless given: nothing is known of the time before, and who is inside in the first period has stayed.
    /// Given empty, nobody was.
    /// </summary>
    /// <exception cref="ArgumentException">The periods are of several kinds, such as months and quarters, or an id is <c>null</c> or not clean.</exception>
    public IReadOnlyList<string>? MembersBefore
    {
        get => members is null ? null : sorted;
        init
        {
            if (value is null)
            {
                members = null;
                return;
            }

            if (periods.Length > 0 && periods[0].Kind != periods[^1].Kind)
            {
                throw new ArgumentException(
                    $"The periods are of several kinds, such as {periods[0]} and {periods[^1]}, and members before the first one are those of one kind: "
                    + $"track each kind with its own.",
                    nameof(MembersBefore));
            }

            foreach (var id in value)
                _ = Ids.Checked(id, nameof(MembersBefore));

            members = new(value, StringComparer.Ordinal);
            sorted = [.. members.Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>Whether nothing is known of the time before the first period.</summary>
    internal bool IsBeforeUnknown => members is null;

    /// <summary>The stage that a subject begins in: 1, inside, or 0.</summary>
    internal int StageBefore(string subject) => members?.Contains(subject) is true ? 1 : 0;

    internal bool Contains(Period period) => Array.BinarySearch(periods, period, Comparer<Period>.Create(Compare)) >= 0;

    /// <summary>The members before from one id on, itself left out, up to another; from the first one, to the last one, where an id is <c>null</c>.</summary>
    internal IEnumerable<string> MembersBetween(string? after, string? before) => sorted
        .SkipWhile(id => after is not null && string.CompareOrdinal(id, after) <= 0)
        .TakeWhile(id => before is null || string.CompareOrdinal(id, before) < 0);

    private static int Compare(Period left, Period right) =>
        left.Kind != right.Kind ? left.Kind.CompareTo(right.Kind) : left.CompareTo(right);
}
