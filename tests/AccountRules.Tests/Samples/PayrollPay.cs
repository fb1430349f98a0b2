namespace AccountRules.Tests.Samples;

/// <summary>From a band to an amount.</summary>
internal static class PayrollPay
{
    /// <summary>One factor, a point of a line, or the parts of all bands up to this one.</summary>
    public static Fraction Factor(PaidTable table, PaidBand band, Fraction attained)
    {
        var at = Array.IndexOf(table.Bands, band);
        if (table.IsMarginal)
        {
            Fraction sum = 0;
            for (var i = 0; i <= at; i++)
            {
                var begin = table.Bands[i].Cut ?? 0;
                sum += table.Bands[i].Factor * ((i == at ? attained : table.Bands[i + 1].Cut!.Value) - begin);
            }

            return sum;
        }

        return band.FactorTo is not { } to ? band.Factor
            : band.Factor + ((to - band.Factor) * (attained - band.Cut!.Value) / (table.Bands[at + 1].Cut!.Value - band.Cut.Value));
    }

    /// <summary>Bounds, where anything is due, then the one rounding.</summary>
    public static Fraction Paid(PaidTable table, Fraction product)
    {
        if (product <= 0)
            return 0;

        var bounded = product < table.AtLeast ? table.AtLeast.Value : product > table.AtMost ? table.AtMost.Value : product;
        return bounded.Rounded(table.Unit, table.Rounding);
    }
}
