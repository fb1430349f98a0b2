namespace AccountRules.Monitoring;

/// <summary>Which slots have a standing: a bit for each slot and standing, and how many there are.</summary>
internal sealed class StandingIndex
{
    private readonly Chunks<ulong>[] bits = [.. Enumerable.Range(0, Standings.Count).Select(_ => new Chunks<ulong>())];
    private readonly int[] counts = new int[Standings.Count];

    public StandingIndexView Live => new(Array.ConvertAll(bits, b => b.Live), counts);

    public StandingIndexView Freeze() => new(Array.ConvertAll(bits, b => b.Freeze()), [.. counts]);

    public int Count(Standing standing) => counts[(int)standing];

    public void Add(int slot, Standing standing)
    {
        bits[(int)standing].Grow((slot >> 6) + 1);
        bits[(int)standing].Writable(slot >> 6) |= 1UL << (slot & 63);
        counts[(int)standing]++;
    }

    public void Remove(int slot, Standing standing)
    {
        bits[(int)standing].Writable(slot >> 6) &= ~(1UL << (slot & 63));
        counts[(int)standing]--;
    }
}
