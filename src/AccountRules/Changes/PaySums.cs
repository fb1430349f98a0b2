using System.Globalization;
using System.Numerics;

namespace AccountRules.Changes;

/// <summary>Adds up what rows are paid at each rate of their cell, and counts who gains and who loses.</summary>
internal sealed class PaySums
{
    private readonly PayCells cells;
    private readonly PayRate[] rates;
    private readonly long[] limits;
    private readonly long largest;
    private readonly int noPay, negativePay, places;
    private readonly long[] block;
    private readonly Int128[] sums;
    private readonly BigInteger[] wide;
    private readonly long[] classes = new long[PayClasses.Count];

    public PaySums(PayCells cells, int places, int noPay, int negativePay)
    {
        (this.cells, this.places, this.noPay, this.negativePay) = (cells, places, noPay, negativePay);
        rates = [.. cells.Slots.Select(s => new PayRate(s.Rate.Factor, s.Rate.Decimals, s.Rate.Rounding, s.Rate.Increment, places, cells.Places))];
        largest = (long)BigInteger.Min(long.MaxValue, new BigInteger(cells.Largest) * BigInteger.Pow(10, places));
        limits = [.. Enumerable.Range(0, cells.First.Length - 1).Select(c => rates[cells.First[c]..cells.First[c + 1]].Min(r => Math.Min(r.Limit, largest)))];
        (block, sums, wide) = (new long[rates.Length], new Int128[rates.Length], new BigInteger[rates.Length]);
    }

    /// <summary>Takes in rows.</summary>
    /// <param name="codes">The cell of each, or above all cells why it has none.</param>
    /// <param name="amounts">What each is paid on.</param>
    /// <param name="counts">How many there are of each code.</param>
    public void Add(ReadOnlySpan<int> codes, ReadOnlySpan<long> amounts, long[] counts)
    {
        for (var i = 0; i < codes.Length; i++)
        {
            var (code, amount) = (codes[i], amounts[i]);
            if (amount < 0)
                code = amount == AmountColumn.Missing ? noPay : negativePay;

            counts[code]++;
            if (code >= limits.Length)
                continue;

            if (amount > limits[code])
                AddWide(code, amount);
            else
                AddNarrow(code, amount);
        }

        for (var slot = 0; slot < block.Length; slot++)
            sums[slot] += block[slot];

        Array.Clear(block);
    }

    /// <summary>Adds the sums to others.</summary>
    public void AddTo(BigInteger[] paid, long[] ofClasses)
    {
        for (var slot = 0; slot < sums.Length; slot++)
            paid[slot] += sums[slot] + wide[slot];

        for (var i = 0; i < classes.Length; i++)
            ofClasses[i] += classes[i];
    }

    private void AddNarrow(int cell, long amount)
    {
        var (old, @new) = (cells.OldSlot[cell], cells.NewSlot[cell]);
        var (was, becomes) = (0L, 0L);
        for (var slot = cells.First[cell]; slot < cells.First[cell + 1]; slot++)
        {
            var pay = rates[slot].Of(amount);
            block[slot] += pay;
            was = slot == old ? pay : was;
            becomes = slot == @new ? pay : becomes;
        }

        if (old != @new)
            classes[(int)PayClasses.Of(was, becomes)]++;
    }

    private void AddWide(int cell, long amount)
    {
        if (amount > largest)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"An amount is {amount} in the last of {places} places, of which no decimal holds the pay: ")
                + "judge its fact as an object.", nameof(amount));
        }

        for (var slot = cells.First[cell]; slot < cells.First[cell + 1]; slot++)
            wide[slot] += rates[slot].Units(rates[slot].WideOf(amount));

        if (cells.OldSlot[cell] != cells.NewSlot[cell])
            classes[(int)PayClasses.Of(rates[cells.OldSlot[cell]].WideOf(amount), rates[cells.NewSlot[cell]].WideOf(amount))]++;
    }
}
