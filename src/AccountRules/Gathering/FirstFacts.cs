using System.Runtime.InteropServices;

namespace AccountRules.Gathering;

/// <summary>
/// The standing of each fact that came first with what tells facts apart: 4 bits for a fact where subjects have facts of the same parts and periods, in blocks
/// of 16 subjects.
/// </summary>
internal sealed class FirstFacts
{
    private const int BitsOfOne = 4;
    private readonly Dictionary<string, int> subjects = new(StringComparer.Ordinal);
    private readonly Dictionary<(string? Part, Period? Period, DateOnly? StartedOn), int> kinds = [];
    private readonly Dictionary<(int Kind, int Block), ulong> blocks = [];

    /// <summary>Adds a fact; where one with this key came before, its standing.</summary>
    public Standing? Add(in FactKey key, Standing standing)
    {
        var subject = NumberOf(subjects, key.Subject);
        ref var block = ref CollectionsMarshal.GetValueRefOrAddDefault(
            blocks, (NumberOf(kinds, (key.Part, key.Period, key.StartedOn)), subject / (64 / BitsOfOne)), out _);
        var shift = subject % (64 / BitsOfOne) * BitsOfOne;
        if ((int)(block >> shift) % (1 << BitsOfOne) is var first and not 0)
            return (Standing)(first - 1);

        block |= (ulong)(standing + 1) << shift;
        return null;
    }

    public void Clear()
    {
        subjects.Clear();
        kinds.Clear();
        blocks.Clear();
    }

    private static int NumberOf<TKey>(Dictionary<TKey, int> numbers, TKey key)
        where TKey : notnull
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, key, out var isKnown);
        if (!isKnown)
            number = numbers.Count - 1;

        return number;
    }
}
