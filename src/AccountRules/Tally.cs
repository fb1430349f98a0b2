using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>How many facts of a group have each standing: all that a roll-up sees of them. Immutable; equal by value.</summary>
[JsonConverter(typeof(TallyJsonConverter))]
public readonly record struct Tally
{
    private readonly Counters counts;
    private readonly int beforePolicy;

    private Tally(Counters counts, int beforePolicy) => (this.counts, this.beforePolicy) = (counts, beforePolicy);

    /// <summary>Facts that are met.</summary>
    public int Met => counts[(int)Standing.Met];

    /// <summary>Facts that are missed.</summary>
    public int Missed => counts[(int)Standing.Missed];

    /// <summary>Facts that were closed late.</summary>
    public int Late => counts[(int)Standing.Late];

    /// <summary>Facts that are open with time left.</summary>
    public int OnTrack => counts[(int)Standing.OnTrack];

    /// <summary>Facts that are open and close to their limit.</summary>
    public int AtRisk => counts[(int)Standing.AtRisk];

    /// <summary>Facts that are open past their limit.</summary>
    public int Overdue => counts[(int)Standing.Overdue];

    /// <summary>Facts that are placed in a band with nothing to meet.</summary>
    public int Graded => counts[(int)Standing.Graded];

    /// <summary>Facts that cannot be measured.</summary>
    public int Undetermined => counts[(int)Standing.Undetermined];

    /// <summary>Facts that had not begun, or date from before the policy; they are not in <see cref="Total"/>.</summary>
    public int NotApplicable => counts[(int)Standing.NotApplicable];

    /// <summary>All facts that the rule applies to.</summary>
    public int Total
    {
        get
        {
            var total = -NotApplicable;
            foreach (var count in counts)
                total += count;

            return total;
        }
    }

    /// <summary>How many facts have a standing.</summary>
    /// <param name="standing">The standing.</param>
    public int this[Standing standing] => counts[(int)standing];

    /// <summary>The standings that occur.</summary>
    internal IEnumerable<StandingCount> Counts
    {
        get
        {
            for (var i = 0; i < Standings.Count; i++)
            {
                if (counts[i] != 0)
                    yield return new() { Standing = (Standing)i, Count = counts[i] };
            }
        }
    }

    /// <summary>How many of the facts to which the rule does not apply date from before the policy.</summary>
    internal int BeforePolicy => beforePolicy;

    /// <summary>The tally that a record has.</summary>
    /// <exception cref="JsonException">Its counts are none of a tally.</exception>
    internal static Tally Of(IEnumerable<StandingCount> counted, int beforePolicy)
    {
        var own = default(Counters);
        foreach (var (standing, count) in counted.Select(c => c is null ? default : (c.Standing, c.Count)))
        {
            if ((uint)standing >= Standings.Count || count is <= 0 or > int.MaxValue || own[(int)standing] != 0)
                throw new JsonException("a tally that no group has");

            own[(int)standing] = (int)count;
        }

        return new(own, beforePolicy);
    }

    /// <summary>Why the rule applies to none of the facts.</summary>
    internal Cause NoneApplies => NotApplicable == 0 ? Cause.NoResult : beforePolicy == NotApplicable ? Cause.BeforePolicy : Cause.NotBegun;

    /// <summary>The tally with one fact more.</summary>
    /// <param name="standing">The fact's standing.</param>
    public Tally With(Standing standing) => With(standing, 1);

    /// <summary>The tally with some facts more of a standing.</summary>
    internal Tally With(Standing standing, int count) => Add(standing, count, ofBefore: 0);

    /// <summary>The tally with one fact more.</summary>
    internal Tally With(Verdict verdict) => Add(verdict.Standing, 1, verdict.Cause == Cause.BeforePolicy ? 1 : 0);

    /// <summary>The tally with one fact less.</summary>
    internal Tally Without(Verdict verdict) => Add(verdict.Standing, -1, verdict.Cause == Cause.BeforePolicy ? -1 : 0);

    /// <summary>The tally after one of its facts has changed standing.</summary>
    internal Tally Moved(Verdict from, Verdict to) => Without(from).With(to);

    /// <summary>The tally if one, or some, of its facts had another standing.</summary>
    internal Tally Moved(Standing from, Standing to, int count = 1) => Add(from, -count, ofBefore: 0).Add(to, count, ofBefore: 0);

    /// <inheritdoc/>
    public bool Equals(Tally other) => beforePolicy == other.beforePolicy && ((ReadOnlySpan<int>)counts).SequenceEqual(other.counts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Met, Missed, Total, NotApplicable);

    private Tally Add(Standing standing, int more, int ofBefore)
    {
        var next = counts;
        next[(int)standing] += more;
        return new(next, beforePolicy + ofBefore);
    }

    [InlineArray(Standings.Room)]
    private struct Counters
    {
        private int first;
    }
}
