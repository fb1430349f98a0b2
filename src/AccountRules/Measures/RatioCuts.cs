using AccountRules.Numbers;

namespace AccountRules.Measures;

/// <summary>
/// The cuts of a ratio as whole numbers over one unit: <c>part &gt; cut * whole</c> is <c>part * unit &gt; at * whole</c>, in 64 bits where they suffice,
/// and as <see cref="Exact.Compare"/> has it otherwise. Exact for all decimals.
/// </summary>
internal sealed class RatioCuts
{
    private readonly Cut[] cuts;
    private readonly (ulong At, ulong Tie)[] whole = [];

    public RatioCuts(params Cut[] cuts)
    {
        this.cuts = cuts;
        var scale = cuts.Select(c => DecimalBits.Of(c.At).Scale).DefaultIfEmpty().Max();
        // Quicker where 64 bits suffice.
        if (scale > 18 || Array.Exists(cuts, c => DecimalBits.Of(c.At) is { IsNegative: true } or { High: not 0 }))
            return;

        Unit = PowersOfTen.Of(scale);
        var most = (UInt128)Unit;
        whole = new (ulong, ulong)[cuts.Length];
        for (var i = 0; i < cuts.Length; i++)
        {
            var bits = DecimalBits.Of(cuts[i].At);
            var at = (UInt128)bits.Low * PowersOfTen.Of(scale - bits.Scale);
            most = UInt128.Max(most, at);
            whole[i] = ((ulong)at, cuts[i].Edge == Edge.From ? 1UL : 0);
        }

        Limit = most <= ulong.MaxValue ? (ulong)((ulong.MaxValue - 1) / most) : 0;
    }

    /// <summary>What a part is multiplied by.</summary>
    public ulong Unit { get; } = 1;

    /// <summary>What a whole is multiplied by for each cut, and 1 where the product itself is past the cut; empty where 64 bits do not hold the cuts.</summary>
    public ReadOnlySpan<(ulong At, ulong Tie)> WholeNumbers => whole;

    /// <summary>The largest part and whole, in any unit that both have, that 64 bits suffice for; 0 where they suffice for none.</summary>
    public ulong Limit { get; }

    /// <summary>Of how many bands the ratio is above the cut; asked from the highest down, as a scale is.</summary>
    public int Past(decimal part, decimal whole)
    {
        var (p, w) = (DecimalBits.Of(part), DecimalBits.Of(whole));
        // Quicker where 64 bits suffice.
        return p.Flags == w.Flags && !p.IsNegative && (p.High | w.High) == 0 && p.Low <= Limit && w.Low - 1 < Limit ? Past(p.Low, w.Low) : PastAny(part, whole);
    }

    /// <summary>The same for a part and a whole that are each taken a number of times, above 0: a share of the whole.</summary>
    public int Past(decimal part, int partTimes, decimal whole, int wholeTimes)
    {
        var (p, w) = (DecimalBits.Of(part), DecimalBits.Of(whole));
        // Quicker where 64 bits suffice.
        if (p.Flags == w.Flags && !p.IsNegative && (p.High | w.High) == 0
            && Math.BigMul(p.Low, (ulong)partTimes, out var digits) == 0 && digits <= Limit
            && Math.BigMul(w.Low, (ulong)wholeTimes, out var wholeDigits) == 0 && wholeDigits - 1 < Limit)
        {
            return Past(digits, wholeDigits);
        }

        for (var i = cuts.Length; i > 0; i--)
        {
            var order = Exact.CompareTimes(part, partTimes, cuts[i - 1].At, whole, wholeTimes);
            if (order > 0 || (order == 0 && cuts[i - 1].Edge == Edge.From))
                return i;
        }

        return 0;
    }

    /// <summary>The same for a part and a whole that are each a product.</summary>
    public int Past(decimal part, decimal partTimes, decimal whole, decimal wholeTimes)
    {
        var (left, right) = (Exact.Product(part, partTimes), Exact.Product(whole, wholeTimes));
        for (var i = cuts.Length; i > 0; i--)
        {
            var (at, unit) = Exact.Fraction(cuts[i - 1].At);
            var order = (left.Numerator * right.Denominator * unit).CompareTo(right.Numerator * left.Denominator * at);
            if (order > 0 || (order == 0 && cuts[i - 1].Edge == Edge.From))
                return i;
        }

        return 0;
    }

    /// <summary>The same for whole numbers of one unit, the part from 0 and the whole from 1 to <see cref="Limit"/>.</summary>
    public int Past(ulong part, ulong whole)
    {
        var (left, past) = (part * Unit, 0);
        foreach (var (at, tie) in this.whole)
            past += Exact.One(left + tie > at * whole);

        return past;
    }

    private int PastAny(decimal part, decimal whole)
    {
        var (p, w) = (DecimalBits.Of(part), DecimalBits.Of(whole));
        var places = w.Scale - p.Scale;
        // Quicker where 64 bits suffice.
        if (!p.IsNegative && !w.IsNegative && (p.High | w.High) == 0 && Math.Abs(places) < 20
            && Math.BigMul(p.Low, PowersOfTen.Of(Math.Max(places, 0)), out var digits) == 0 && digits <= Limit
            && Math.BigMul(w.Low, PowersOfTen.Of(Math.Max(-places, 0)), out var wholeDigits) == 0 && wholeDigits - 1 < Limit)
        {
            return Past(digits, wholeDigits);
        }

        for (var i = cuts.Length; i > 0; i--)
        {
            var order = Exact.Compare(part, cuts[i - 1].At, whole);
            if (order > 0 || (order == 0 && cuts[i - 1].Edge == Edge.From))
                return i;
        }

        return 0;
    }
}
