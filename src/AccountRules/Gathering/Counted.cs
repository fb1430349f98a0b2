using System.Numerics;

namespace AccountRules.Gathering;

/// <summary>
/// What a roll-up keeps of a group: the tally of its facts, the first of each, the copies of those that came more than once, and which of the required parts
/// have come.
/// </summary>
internal readonly record struct Counted(Tally Tally, Copies? Copies = null, BigInteger Come = default)
{
    /// <summary>The required parts that have not come, of a group of which all facts are there.</summary>
    public MissingParts? Missing { get; init; }

    /// <summary>The same with one fact more, which came before where <paramref name="first"/> says its standing.</summary>
    /// <param name="key">What tells it apart.</param>
    /// <param name="verdict">What is said of it.</param>
    /// <param name="first">The standing of the one that came before.</param>
    /// <param name="part">The bit of its part, where that is required.</param>
    public Counted With(in FactKey key, Verdict verdict, Standing? first, BigInteger part)
    {
        if (first is null)
            return this with { Tally = Tally.With(verdict), Come = Come | part };

        var copies = Copies ?? new();
        copies.Add(key, first.Value, verdict.Standing);
        return this with { Copies = copies };
    }

    /// <summary>The same where a fact that may be of the group could not be read, which counts as one that is undetermined.</summary>
    public Counted WithUnread(bool isUnread) => isUnread ? this with { Tally = Tally.With(Standing.Undetermined) } : this;

    /// <summary>The same after one of the facts has changed standing.</summary>
    public Counted Moved(in FactKey key, Verdict from, Verdict to, bool isFirst)
    {
        var (copies, isCounted) = (Copies, true);
        if (copies?.Has(key) is true)
            copies = copies.Moved(key, from.Standing, to.Standing, isFirst, out isCounted);

        return this with { Tally = isCounted ? Tally.Moved(from, to) : Tally, Copies = copies };
    }
}
