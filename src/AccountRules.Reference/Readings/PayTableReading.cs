using System.Numerics;

namespace AccountRules.Reference;

/// <summary>A pay table as it reads: its rows, what their factors apply to, its bounds, its rounding and its currency.</summary>
internal sealed record PayTableReading
{
    /// <summary>The rows, highest first.</summary>
    public required IReadOnlyList<PayTableRow> Rows { get; init; }

    public bool IsMarginal { get; init; }

    public int Places { get; init; } = 2;

    public Halves Halves { get; init; } = Halves.AwayFromZero;

    public decimal? Increment { get; init; }

    public decimal? AtLeast { get; init; }

    public decimal? AtMost { get; init; }

    public string? Currency { get; init; }

    /// <summary>"A marginal table's value is at most a trillion, where the highest row pays without end."</summary>
    private static readonly Fraction MostValue = Fraction.Of(1_000_000_000_000m);

    /// <summary>The table of a group, or the usual one; <c>null</c> where the group has none and none is usual.</summary>
    public static PayTableReading? Of(PerformancePayTerms terms, string? group)
    {
        if (terms.Tables.Count == 0)
            return Usual(terms);

        foreach (var table in terms.Tables)
        {
            if (table.Group == group)
                return Of(table, terms);
        }

        return terms.Unlisted == UnlistedGroup.UsualTable ? Usual(terms) : null;
    }

    private static PayTableReading Usual(PerformancePayTerms terms) => new()
    {
        Rows = RowsOf(terms.Bands),
        IsMarginal = terms.Kind == PayTableKind.Marginal,
        Places = terms.Decimals,
        Halves = HalvesOf(terms.Rounding),
        Increment = terms.Increment,
        AtLeast = terms.AtLeast,
        AtMost = terms.AtMost,
        Currency = terms.Currency,
    };

    /// <summary>"What it leaves out of its bands, kind, decimals and rounding is as in the usual table; amounts of money are its own."</summary>
    private static PayTableReading Of(PayTableTerms table, PerformancePayTerms terms) => new()
    {
        Rows = RowsOf(table.Bands.Count == 0 ? terms.Bands : table.Bands),
        IsMarginal = (table.Kind ?? terms.Kind) == PayTableKind.Marginal,
        Places = table.Decimals ?? terms.Decimals,
        Halves = HalvesOf(table.Rounding ?? terms.Rounding),
        Increment = table.Increment,
        AtLeast = table.AtLeast,
        AtMost = table.AtMost,
        Currency = table.Currency,
    };

    /// <summary>What is paid of the amount that is due at a value: along the line of its row, or row by row up to it.</summary>
    public Fraction FactorOf(PayTableRow row, Fraction value)
    {
        if (IsMarginal)
            return MarginalOf(value);

        if (row is not { FactorTo: { } to, Begins: { } begins })
            return Fraction.Of(row.Factor);

        var next = Rows[Rows.ToList().IndexOf(row) - 1].Begins!.Value;
        var way = value.Plus(Fraction.Of(-begins)).Over(Fraction.Of(next - begins));
        return Fraction.Of(row.Factor).Plus(Fraction.Of(to - row.Factor) * way);
    }

    private Fraction MarginalOf(Fraction value)
    {
        var sum = Fraction.Of(0);
        for (var i = 0; i < Rows.Count; i++)
        {
            var from = Fraction.Of(Rows[i].Begins ?? 0);
            var until = i > 0 && Fraction.Of(Rows[i - 1].Begins!.Value) is var next && value > next ? next : value;
            if (until > from)
                sum = sum.Plus(Fraction.Of(Rows[i].Factor) * until.Plus(from * Fraction.Of(-1)));
        }

        return sum;
    }

    /// <summary>An exact product, kept within the bounds and rounded once.</summary>
    public decimal? Paid(Fraction committed, Fraction factor)
    {
        var product = committed * factor;
        if (AtLeast is { } least && product > Fraction.Of(0) && product < Fraction.Of(least))
            product = Fraction.Of(least);

        if (AtMost is { } most && product > Fraction.Of(most))
            product = Fraction.Of(most);

        return product.RoundedTo(Increment is { } step ? Fraction.Of(step) : new(1, BigInteger.Pow(10, Places)), Places, Halves);
    }

    /// <summary>
    /// No decimal holds the pay in whole units times the highest factor, and at least once, with the places that it is rounded to and an increment more; or the
    /// highest row pays without end, and the value is too high.
    /// </summary>
    public bool IsTooLarge(Fraction committed, Fraction? value)
    {
        var highest = IsMarginal ? MarginalOf(MostValue) : Fraction.Of(Rows.Max(row => Math.Max(row.Factor, row.FactorTo ?? 0)));
        var factor = highest > Fraction.Of(1) ? highest : Fraction.Of(1);
        var largest = ((BigInteger.One << 96) - 1) * factor.Denominator / (factor.Numerator * BigInteger.Pow(10, Places))
            - (BigInteger)Math.Ceiling(Increment ?? 0);
        return committed > new Fraction(largest, 1) || (IsMarginal && value > MostValue);
    }

    private static PayTableRow[] RowsOf(IReadOnlyList<PayBandTerms> bands) =>
        [.. bands.Reverse().Select(b => new PayTableRow(b.Name, b.Above ?? b.From, b.Above is not null, b.Factor, b.Programme) { FactorTo = b.FactorTo })];

    private static Halves HalvesOf(PayRounding rounding) => rounding switch
    {
        PayRounding.HalfToEven => Halves.ToEven,
        PayRounding.TowardZero or PayRounding.Down => Halves.CutOff,
        PayRounding.Up => Halves.Up,
        _ => Halves.AwayFromZero,
    };
}
