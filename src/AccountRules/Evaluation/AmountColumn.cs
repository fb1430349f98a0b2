namespace AccountRules;

/// <summary>
/// Amounts in a column: whole numbers, divided by a power of ten; <see cref="Missing"/> where there is no amount. A view of the caller's memory.
/// </summary>
public readonly ref struct AmountColumn
{
    /// <summary>Stands for an amount that is not there: <c>long.MinValue</c>.</summary>
    public const long Missing = long.MinValue;

    /// <summary>Views a column.</summary>
    /// <param name="amounts">The amount of each fact, times ten to the <paramref name="places"/>.</param>
    /// <param name="places">How many of the digits stand after the point, from 0 to 28: 2 for cents.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 0 or more than 28 places.</exception>
    public AmountColumn(ReadOnlySpan<long> amounts, int places)
    {
        if (places is < 0 or > 28)
            throw new ArgumentOutOfRangeException(nameof(places), places, "An amount has 0 to 28 places.");

        Amounts = amounts;
        Places = places;
    }

    /// <summary>The amount of each fact, times ten to the <see cref="Places"/>.</summary>
    public ReadOnlySpan<long> Amounts { get; }

    /// <summary>How many of the digits stand after the point.</summary>
    public int Places { get; }

    /// <summary>How many facts there are.</summary>
    public int Count => Amounts.Length;
}
