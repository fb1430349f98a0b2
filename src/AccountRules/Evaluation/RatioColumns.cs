namespace AccountRules;

/// <summary>
/// Numbers in columns, one row for each fact, for a ratio: whole numbers in one unit of the caller's, such as cents; <see cref="Missing"/> where there is no
/// number. A view of the caller's memory.
/// </summary>
public readonly ref struct RatioColumns
{
    /// <summary>Stands for a number that is not there: <c>long.MinValue</c>.</summary>
    public const long Missing = long.MinValue;

    /// <summary>Views two columns.</summary>
    /// <param name="part">The part of each fact, such as the actual.</param>
    /// <param name="whole">The whole of each fact, such as the target, in the unit of the part.</param>
    /// <param name="lowerIsBetter">
    /// Whether less is better, for all of these facts: the ratio is then whole to part, and a part of 0 lies above every cut.
    /// </param>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public RatioColumns(ReadOnlySpan<long> part, ReadOnlySpan<long> whole, bool lowerIsBetter = false)
    {
        if (part.Length != whole.Length)
            throw new ArgumentException($"The columns have {part.Length} parts and {whole.Length} wholes: give one of each for every fact.", nameof(whole));

        Part = part;
        Whole = whole;
        LowerIsBetter = lowerIsBetter;
    }

    /// <summary>Views two columns of numbers, and two of the share of the whole that counts.</summary>
    /// <param name="part">The part of each fact, such as the actual.</param>
    /// <param name="whole">The whole of each fact, such as the target, in the unit of the part.</param>
    /// <param name="share">The share of the whole, such as the 16 of 16 of 31 days; where all of it counts, 1 of 1.</param>
    /// <param name="shareOf">What the share is a part of, such as the 31.</param>
    /// <param name="lowerIsBetter">Whether less is better, for all of these facts.</param>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public RatioColumns(
        ReadOnlySpan<long> part, ReadOnlySpan<long> whole, ReadOnlySpan<int> share, ReadOnlySpan<int> shareOf, bool lowerIsBetter = false)
        : this(part, whole, lowerIsBetter)
    {
        if (share.Length != part.Length || shareOf.Length != part.Length)
        {
            throw new ArgumentException(
                $"The columns have {part.Length} parts and {share.Length} of {shareOf.Length} shares: give one of each for every fact.", nameof(share));
        }

        Share = share;
        ShareOf = shareOf;
    }

    /// <summary>The part of each fact.</summary>
    public ReadOnlySpan<long> Part { get; }

    /// <summary>The whole of each fact.</summary>
    public ReadOnlySpan<long> Whole { get; }

    /// <summary>The share of the whole that counts; empty where all of it does, for every fact.</summary>
    public ReadOnlySpan<int> Share { get; }

    /// <summary>What the share is a part of; empty where <see cref="Share"/> is.</summary>
    public ReadOnlySpan<int> ShareOf { get; }

    /// <summary>Whether less is better.</summary>
    public bool LowerIsBetter { get; }

    /// <summary>How many facts there are.</summary>
    public int Count => Part.Length;
}
