namespace AccountRules.Gathering;

/// <summary>What a roll-up keeps of a group: the tally of its facts, the first of each, and the copies of those that came more than once.</summary>
internal readonly record struct Counted(Tally Tally, Copies? Copies = null)
{
    /// <summary>The same with one fact more, which came before where <paramref name="first"/> says its standing.</summary>
    public Counted With(in FactKey key, Verdict verdict, Standing? first)
    {
        if (first is null)
            return this with { Tally = Tally.With(verdict) };

        var copies = Copies ?? new();
        copies.Add(key, first.Value, verdict.Standing);
        return this with { Copies = copies };
    }

    /// <summary>The same after one of the facts has changed standing.</summary>
    public Counted Moved(in FactKey key, Verdict from, Verdict to, bool isFirst)
    {
        var (copies, isCounted) = (Copies, true);
        if (copies?.Has(key) is true)
            copies = copies.Moved(key, from.Standing, to.Standing, isFirst, out isCounted);

        return new(isCounted ? Tally.Moved(from, to) : Tally, copies);
    }
}
