using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Generators;

/// <summary>Valid terms of pay: one table, or tables of groups, of flat factors, along lines and marginal, with bounds and currencies.</summary>
internal static class PayTables
{
    /// <summary>The groups that tables may be of; facts may be of others too.</summary>
    public static readonly string[] Groups = ["de-1", "de-2", "jp"];

    public static Gen<PerformancePayTerms> Any(Gen<decimal> ratio, Reach reach) =>
        from table in Table(ratio, reach)
        from programme in Gen.Elements("PIP", null)
        from judged in Gen.Elements(PeriodJudgement.OnceEnded, PeriodJudgement.OnceEnded, PeriodJudgement.AsItStands)
        from count in Gen.Frequency((2, Gen.Constant(0)), (reach.HasPayTables ? 1 : 0, Gen.Choose(1, Groups.Length)))
        from tables in Gen.ListOf(Table(ratio, reach), count)
        from isBare in Gen.ListOf(Gen.Elements(true, false), count)
        from unlisted in Gen.Elements(Enum.GetValues<UnlistedGroup>())
        select new PerformancePayTerms
        {
            Bands = [table.Bands[0] with { Programme = programme }, .. table.Bands.Skip(1)],
            Kind = table.Kind ?? default,
            Decimals = table.Decimals!.Value,
            Rounding = table.Rounding!.Value,
            Increment = table.Increment,
            AtLeast = table.AtLeast,
            AtMost = table.AtMost,
            Currency = table.Currency,
            Judged = judged,
            Tables = [.. tables.Select((own, i) => (isBare[i] ? Bare(own, table) : own) with { Group = Groups[i] })],
            Unlisted = unlisted,
        };

    /// <summary>The same terms with one factor for each band.</summary>
    public static PerformancePayTerms WithoutLines(PerformancePayTerms terms) => terms with
    {
        Kind = PayTableKind.WholeAmount,
        Bands = Flat(terms.Bands),
        Tables = [.. terms.Tables.Select(t => t with { Kind = null, Bands = Flat(t.Bands) })],
    };

    /// <summary>The same terms of no named currency.</summary>
    public static PerformancePayTerms WithoutCurrencies(PerformancePayTerms terms) =>
        terms with { Currency = null, Tables = [.. terms.Tables.Select(t => t with { Currency = null })] };

    /// <summary>The same terms without currencies and bounds.</summary>
    public static PerformancePayTerms WithoutMoney(PerformancePayTerms terms) => WithoutCurrencies(terms) with
    {
        AtLeast = null,
        AtMost = null,
        Tables = [.. terms.Tables.Select(t => t with { Currency = null, AtLeast = null, AtMost = null })],
    };

    private static TermList<PayBandTerms> Flat(TermList<PayBandTerms> bands) => [.. bands.Select(b => b with { FactorTo = null })];

    /// <summary>A table that takes all it can from the usual one.</summary>
    private static PayTableTerms Bare(PayTableTerms own, PayTableTerms usual) => new()
    {
        Group = "",
        Currency = own.Currency,
        AtLeast = own.AtLeast,
        AtMost = own.AtMost,
        Increment = own.Increment?.Scale <= usual.Decimals ? own.Increment : null,
    };

    private static Gen<PayTableTerms> Table(Gen<decimal> ratio, Reach reach) =>
        from kind in Gen.Frequency((4, Gen.Constant(PayTableKind.WholeAmount)), (reach.HasPayLines ? 1 : 0, Gen.Constant(PayTableKind.Marginal)))
        from count in Gen.Choose(0, 5)
        let at = kind == PayTableKind.Marginal ? Short : ratio
        from cuts in Gen.ListOf(from cut in at from edge in Gen.Elements(Edge.Above, Edge.From) select new Cut(cut, edge), count)
        from factors in Gen.ListOf(at, count + 1)
        from ends in Gen.ListOf(
            Gen.Frequency((3, Gen.Constant<decimal?>(null)), (reach.HasPayLines ? 1 : 0, at.Select(n => (decimal?)n))), count + 1)
        from decimals in Gen.Frequency((2, Gen.Constant(2)), (1, Gen.Choose(0, 10)))
        from rounding in Gen.Elements(Enum.GetValues<PayRounding>())
        from increment in Gen.Frequency(
            (3, Gen.Constant<decimal?>(null)),
            (2, Gen.Elements<decimal?>(0.05m, 0.25m, 0.15m, 0.7m, 1m, 10m, 3m, 0.0001m).Select(step => step?.Scale <= decimals ? step : 10m)))
        let bounds = reach.HasPayTables ? 1 : 0
        from least in Gen.Frequency((4, Gen.Constant<decimal?>(null)), (bounds, Gen.Elements<decimal?>(0m, 0.004m, 0.5m, 100m, 1_234.565m)))
        from most in Gen.Frequency((4, Gen.Constant<decimal?>(null)), (bounds, Gen.Elements<decimal?>(0m, 0.5m, 1_000m, 5_000.005m)))
        from currency in Gen.Frequency((4, Gen.Constant<string?>(null)), (bounds, Gen.Elements<string?>("EUR", "JPY")))
        let all = cuts.DistinctBy(cut => cut.At).Order().ToArray()
        select new PayTableTerms
        {
            Group = "",
            Bands =
            [
                new() { Name = "B0", Factor = factors[0] },
                .. all.Select((cut, i) => Band(cut, i + 1, factors[i + 1], kind == PayTableKind.Marginal || i + 1 == all.Length ? null : ends[i + 1])),
            ],
            Kind = kind,
            Decimals = decimals,
            Rounding = rounding,
            Increment = increment,
            AtLeast = least,
            AtMost = most < least ? least : most,
            Currency = currency,
        };

    private static Gen<decimal> Short => Gen.Choose(0, 30_000).Select(n => n / 10_000m);

    private static PayBandTerms Band(Cut cut, int index, decimal factor, decimal? to)
    {
        var band = new PayBandTerms { Name = $"B{index}", Factor = factor, FactorTo = to >= factor ? to : null };
        return cut.Edge == Edge.Above ? band with { Above = cut.At } : band with { From = cut.At };
    }
}
