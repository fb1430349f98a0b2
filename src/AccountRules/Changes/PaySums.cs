using System.Globalization;
using System.Numerics;
using AccountRules.Evaluation;

namespace AccountRules.Changes;

/// <summary>Adds up what rows are paid at each rate of their cell, and counts who gains and who loses.</summary>
internal sealed class PaySums
{
    private readonly PayCells cells;
    private readonly PayRate[] rates;
    private readonly long[] limits;
    private readonly long largest;
    private readonly int noPay, negativePay, places;
    private readonly long[] sorted = new long[ColumnLoop.RowsAtOnce];
    private readonly Int128[] sums;
    private readonly BigInteger[] wide;
    private readonly long[] classes = new long[PayClasses.Count];

    public PaySums(PayCells cells, int places, int noPay, int negativePay)
    {
        (this.cells, this.places, this.noPay, this.negativePay) = (cells, places, noPay, negativePay);
        rates = [.. cells.Slots.Select(s => new PayRate(s.Rate.Factor, s.Rate.Decimals, s.Rate.Rounding, s.Rate.Increment, places, cells.Places))];
        largest = (long)BigInteger.Min(long.MaxValue, new BigInteger(cells.Largest) * BigInteger.Pow(10, places));
        limits = [.. Enumerable.Range(0, cells.First.Length - 1).Select(c => rates[cells.First[c]..cells.First[c + 1]].Min(r => Math.Min(r.Limit, largest)))];
        (sums, wide) = (new Int128[rates.Length], new BigInteger[rates.Length]);
    }

    /// <summary>
    /// Takes in rows: those of one cell are first put side by side, so that what follows does for many rows the same, which the processor foresees.
    /// </summary>
    /// <param name="codes">The cell of each, or above all cells why it has none.</param>
    /// <param name="amounts">What each is paid on.</param>
    /// <param name="counts">How many there are of each code.</param>
    public void Add(Span<int> codes, ReadOnlySpan<long> amounts, long[] counts)
    {
        amounts = amounts[..codes.Length];
        Span<int> ends = stackalloc int[counts.Length];
        for (var i = 0; i < codes.Length; i++)
        {
            if (amounts[i] < 0)
                codes[i] = amounts[i] == AmountColumn.Missing ? noPay : negativePay;

            ends[codes[i]]++;
        }

        for (var (code, end) = (0, 0); code < ends.Length; code++)
        {
            counts[code] += ends[code];
            (ends[code], end) = (end, end + ends[code]);
        }

        for (var i = 0; i < codes.Length; i++)
            sorted[ends[codes[i]]++] = amounts[i];

        for (var (cell, first) = (0, 0); cell < limits.Length; cell++)
        {
            Add(cell, sorted.AsSpan(first..ends[cell]));
            first = ends[cell];
        }
    }

    /// <summary>Adds the sums to others.</summary>
    public void AddTo(BigInteger[] paid, long[] ofClasses)
    {
        for (var slot = 0; slot < sums.Length; slot++)
            paid[slot] += sums[slot] + wide[slot];

        for (var i = 0; i < classes.Length; i++)
            ofClasses[i] += classes[i];
    }

    private void Add(int cell, ReadOnlySpan<long> amounts)
    {
        foreach (var amount in amounts)
        {
            if (amount > limits[cell])
            {
                AddEach(cell, amounts);
                return;
            }
        }

        var (old, @new) = (cells.OldSlot[cell], cells.NewSlot[cell]);
        for (var slot = cells.First[cell]; slot < cells.First[cell + 1]; slot++)
        {
            if (slot != @new || slot == old)
                sums[slot] += slot == old && old != @new ? AddBoth(rates[old], rates[@new], amounts, ref sums[@new]) : Sum(rates[slot], amounts);
        }
    }

    private static long Sum(PayRate rate, ReadOnlySpan<long> amounts)
    {
        var sum = 0L;
        foreach (var amount in amounts)
            sum += rate.Of(amount);

        return sum;
    }

    /// <summary>What is paid at the old rate and, put beside it, at the new one.</summary>
    private long AddBoth(PayRate old, PayRate @new, ReadOnlySpan<long> amounts, ref Int128 news)
    {
        var (sum, more) = (0L, 0L);
        foreach (var amount in amounts)
        {
            var (was, becomes) = (old.Of(amount), @new.Of(amount));
            (sum, more) = (sum + was, more + becomes);
            classes[(int)PayClasses.Of(was, becomes)]++;
        }

        news += more;
        return sum;
    }

    /// <summary>The same where an amount is larger than 64 bits can be paid in.</summary>
    private void AddEach(int cell, ReadOnlySpan<long> amounts)
    {
        foreach (var amount in amounts)
        {
            if (amount > limits[cell])
                AddWide(cell, amount);
            else
                Add(cell, [amount]);
        }
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
