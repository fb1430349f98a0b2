using System.Numerics;

namespace AccountRules.Monitoring;

/// <summary>Which slots have a standing: a bit for each slot and standing, in a word for 64 slots, and how many there are.</summary>
internal sealed class StandingIndex
{
    private Chunks<ulong> words = new();
    private int[] counts = new int[Standings.Count];

    /// <summary>The index as it is now, for good.</summary>
    public StandingIndex Freeze() => new() { words = words.Freeze(), counts = [.. counts] };

    public int Count(Standing standing) => counts[(int)standing];

    /// <summary>The slots that have a standing, in ascending order.</summary>
    public IEnumerable<int> With(Standing standing)
    {
        var left = Count(standing);
        for (var first = 0; left > 0; first += 64)
        {
            for (var word = words[WordOf(first, standing)]; word != 0; word &= word - 1, left--)
                yield return first + BitOperations.TrailingZeroCount(word);
        }
    }

    public void Add(int slot, Standing standing)
    {
        words.Grow(WordOf(slot, standing) + 1);
        words.Writable(WordOf(slot, standing)) |= 1UL << slot;
        counts[(int)standing]++;
    }

    public void Remove(int slot, Standing standing)
    {
        words.Writable(WordOf(slot, standing)) &= ~(1UL << slot);
        counts[(int)standing]--;
    }

    private static int WordOf(int slot, Standing standing) => ((slot >> 6) * Standings.Count) + (int)standing;
}
