using System.Numerics;

namespace AccountRules.Monitoring;

/// <summary>A <see cref="StandingIndex"/> to read.</summary>
internal readonly struct StandingIndexView(ChunksView<ulong>[] bits, int[] counts)
{
    public int Count(Standing standing) => counts[(int)standing];

    /// <summary>The slots that have a standing, in ascending order.</summary>
    public IEnumerable<int> With(Standing standing)
    {
        var words = bits[(int)standing];
        for (var chunk = 0; chunk < words.Count; chunk++)
        {
            for (var at = Next(words.Chunk(chunk), 0); at >= 0; at = Next(words.Chunk(chunk), at + 1))
            {
                for (var word = words.Chunk(chunk)[at]; word != 0; word &= word - 1)
                    yield return (((chunk * words.Chunk(chunk).Length) + at) << 6) + BitOperations.TrailingZeroCount(word);
            }
        }
    }

    private static int Next(ReadOnlySpan<ulong> words, int from) => words[from..].IndexOfAnyExcept(0UL) is var at and >= 0 ? from + at : -1;
}
