using AccountRules.Wording;

namespace AccountRules.Gathering;

/// <summary>The facts of a group that came more than once: what tells each apart, and the standings of its copies, that of the first at the front.</summary>
internal sealed class Copies
{
    /// <summary>No group of honest data comes near it; past it a group is taken to hang on its copies.</summary>
    private const int MostTallies = 4096;

    private readonly SortedDictionary<FactKey, List<Standing>> standings = [];

    /// <summary>What came more than once, each in words, such as <c>calls</c>.</summary>
    public TermList<string> Names => [.. standings.Keys.Select(key => key.Part ?? (key.StartedOn is { } date ? Texts.Date(date) : "the fact"))];

    /// <summary>Adds one more copy of a fact.</summary>
    public void Add(in FactKey key, Standing first, Standing standing)
    {
        if (!standings.TryGetValue(key, out var copies))
            standings.Add(key, copies = [first]);

        copies.Add(standing);
    }

    /// <summary>The same after a copy of a fact has changed standing; that of the first, where it was this one.</summary>
    public Copies Moved(in FactKey key, Standing from, Standing to, bool isFirst, out bool isOfFirst)
    {
        var moved = new Copies();
        foreach (var (other, copies) in standings)
            moved.standings.Add(other, [.. copies]);

        var own = moved.standings[key];
        var index = isFirst ? own.IndexOf(from) : own.LastIndexOf(from);
        own[index] = to;
        isOfFirst = index == 0;
        return moved;
    }

    public bool Has(in FactKey key) => standings.ContainsKey(key);

    /// <summary>Whether a group has the same verdict whichever of the copies is right.</summary>
    /// <param name="counted">The group's tally, in which the first copies count.</param>
    /// <param name="judge">Judges a tally.</param>
    public bool AreAllAlike(Tally counted, Func<Tally, Verdict> judge)
    {
        var verdict = judge(counted);
        HashSet<Tally> tallies = [counted];
        foreach (var copies in standings.Values)
        {
            foreach (var tally in tallies.ToArray())
            {
                foreach (var standing in copies)
                {
                    var other = tally.Moved(copies[0], standing);
                    if (tallies.Add(other) && (judge(other) != verdict || tallies.Count > MostTallies))
                        return false;
                }
            }
        }

        return true;
    }
}
