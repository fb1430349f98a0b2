using System.Collections;
using System.Globalization;

namespace AccountRules;

/// <summary>How many facts have each standing. Only standings that occur are listed. Immutable and safe for use by many threads; equal by value.</summary>
public sealed class StandingCounts : IEnumerable<StandingCount>, IEquatable<StandingCounts>
{
    private readonly long[] counts;

    /// <summary>Adds up counts, such as those of several partitions.</summary>
    /// <param name="counts">The counts; of several for one standing the sum is taken.</param>
    public StandingCounts(params IEnumerable<StandingCount> counts)
        : this(new long[Standings.Count])
    {
        ArgumentNullException.ThrowIfNull(counts);
        foreach (var count in counts)
            this.counts[(int)count.Standing] += count.Count;
    }

    internal StandingCounts(long[] counts) => this.counts = counts;

    /// <summary>How many facts have a standing; 0 where none has.</summary>
    /// <param name="standing">The standing.</param>
    public long this[Standing standing] => counts[(int)standing];

    /// <summary>How many facts there are.</summary>
    public long Total => counts.Sum();

    /// <summary>Adds two counts up.</summary>
    public static StandingCounts operator +(StandingCounts left, StandingCounts right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new([.. left, .. right]);
    }

    /// <summary>Whether both count the same.</summary>
    /// <param name="other">The counts to compare with.</param>
    public bool Equals(StandingCounts? other) => other is not null && counts.AsSpan().SequenceEqual(other.counts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StandingCounts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Total, counts[(int)Standing.Met]);

    /// <summary>The standings that occur, in the order of <see cref="Standing"/>.</summary>
    public IEnumerator<StandingCount> GetEnumerator()
    {
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] != 0)
                yield return new() { Standing = (Standing)i, Count = counts[i] };
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The counts in one line, such as <c>Met 12, Overdue 3</c>.</summary>
    public override string ToString() => string.Join(", ", this.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Standing} {c.Count}")));
}
