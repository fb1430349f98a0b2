using AccountRules.Facts;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Changes;

/// <summary>From columns a change of policy does what it does from objects, to the last digit and the last fact.</summary>
public sealed class PolicyImpactColumnsTests
{
    /// <summary>Columns are paid by one factor for each band.</summary>
    private static readonly Reach PlainPay = Reach.Full with { HasPayLines = false, HasPayTables = false };

    private static readonly DateOnly AsOf = new(2026, 6, 1);

    private static readonly Policy Stricter = Changed(new PerformancePayTerms
    {
        Bands =
        [
            .. new PerformancePayTerms().Bands.Select(b => b.Name switch { "Full" => b with { Above = 0.85m }, "Partial" => b with { Factor = 0.5m }, _ => b }),
        ],
    });

    private const StringComparison Ordinal = StringComparison.Ordinal;

    public sealed record Row(long Actual, long Target, long Pay);

    [Fact]
    public void Pay_OfColumns_IsWhatItIsOfObjects() => Check.One(Generated.Cases(12), Prop.ForAll(AnyPay.ToArbitrary(), c =>
    {
        var impact = new PolicyImpact(c.Old, c.New, DateOnly.MaxValue);
        var collector = impact.Collect(c.New.PerformancePay);
        foreach (var row in c.Rows)
        {
            collector.Add(new PayPeriod
            {
                EmployeeId = "",
                Period = Period.Month(2026, 1),
                Target = Value(row.Target, 3),
                Actual = Value(row.Actual, 3),
                CommittedPay = Value(row.Pay, c.Places),
            });
        }

        impact.AddColumns(
            c.New.PerformancePay, new RatioColumns([.. c.Rows.Select(r => r.Actual)], [.. c.Rows.Select(r => r.Target)]),
            new AmountColumn([.. c.Rows.Select(r => r.Pay)], c.Places));
        AssertSame([impact.Rules[0]], [impact.Rules[1]]);
    }));

    [Fact]
    public void Days_OfColumns_AreWhatTheyAreOfObjects() => Check.One(Generated.Cases(25), Prop.ForAll(AnyOrders.ToArbitrary(), c =>
    {
        var impact = new PolicyImpact(c.Old, c.New, AsOf);
        var collector = impact.Collect(c.New.FteFulfillment);
        foreach (var (from, until) in c.Rows)
            collector.Add(new FteOrder { OrderId = "1", OrderedOn = Date(from), FulfilledOn = Date(until) });

        impact.AddColumns(c.New.FteFulfillment, new DayColumns([.. c.Rows.Select(r => r.From)], [.. c.Rows.Select(r => r.Until)]));
        AssertSame([impact.Rules[0]], [impact.Rules[1]]);

        static DateOnly? Date(int day) => day < 0 ? null : DateOnly.FromDayNumber(day);
    }));

    [Theory]
    [InlineData(Direction.HigherIsBetter)]
    [InlineData(Direction.LowerIsBetter)]
    public void Attainments_OfColumns_AreWhatTheyAreOfObjects(Direction direction)
    {
        var (old, @new) = (Changed(new KpiAttainmentTerms { Above = 0.85m }), Changed(new KpiAttainmentTerms { Above = 0.9m }));
        var impact = new PolicyImpact(old, @new, DateOnly.MaxValue);
        var collector = impact.Collect(old.KpiAttainment);
        var rows = Enumerable.Range(0, 400).Select(i => (Part: i % 130 - 3L, Whole: 100L - i % 7 * 20, Share: i % 5 - 1, Of: 3)).ToArray();
        foreach (var (part, whole, share, of) in rows)
        {
            collector.Add(new KpiResult
            {
                EmployeeId = "e",
                Kpi = "k",
                Period = Period.Month(2026, 1),
                Direction = direction,
                Target = whole,
                Actual = part,
                TargetShare = share,
                TargetShareOf = of,
            });
        }

        impact.AddColumns(old.KpiAttainment, new RatioColumns(
            [.. rows.Select(r => r.Part)], [.. rows.Select(r => r.Whole)], [.. rows.Select(r => r.Share)], [.. rows.Select(r => r.Of)],
            lowerIsBetter: direction == Direction.LowerIsBetter));
        AssertSame([impact.Rules[0]], [impact.Rules[1]]);
        Assert.InRange(impact.Rules[1].Changed, 1, 399);
    }

    /// <summary>Of 100 each: 100 -> 105 or 106, 60 -> 57 or 56.99, and one that stays.</summary>
    [Fact]
    public void Classes_OfColumns_PartAtFivePercent()
    {
        Assert.Equal([0, 1, 1, 1, 0], Classes(full: 1.05m, partial: 0.57m));
        Assert.Equal([1, 0, 1, 1, 0], Classes(full: 1.0501m, partial: 0.57m));
        Assert.Equal([0, 1, 1, 0, 1], Classes(full: 1.05m, partial: 0.5699m));

        static IReadOnlyList<long> Classes(decimal full, decimal partial)
        {
            var bands = new PerformancePayTerms().Bands.Select(b => b with { Factor = b.Name == "Full" ? full : b.Name == "Partial" ? partial : b.Factor });
            var @new = Changed(new PerformancePayTerms { Bands = [.. bands] });
            var impact = new PolicyImpact(Policy.Default, @new, AsOf);
            impact.AddColumns(@new.PerformancePay, new RatioColumns([90, 70, 20], [100, 100, 100]), new AmountColumn([10_000, 10_000, 10_000], places: 2));
            return impact.Pay.Classes;
        }
    }

    /// <summary>Around the number of lanes, and around how many rows are taken at once.</summary>
    [Fact]
    public void Columns_OfAnyNumberOfRows_AreCountedRowByRow()
    {
        foreach (var rows in Enumerable.Range(0, 40).Concat(Enumerable.Range(4090, 20)).Append(9000))
        {
            var impact = new PolicyImpact(Policy.Default, Stricter, AsOf);
            long[] actual = [.. Enumerable.Range(0, rows).Select(i => (i % 4) switch { 0 => 82L, 1 => 70, 2 => 20, _ => RatioColumns.Missing })];
            long[] target = [.. Enumerable.Repeat(100L, rows)], pay = [.. Enumerable.Repeat(10_000L, rows)];
            impact.AddColumns(Stricter.PerformancePay, new RatioColumns(actual, target), new AmountColumn(pay, places: 2));

            var (full, partial) = ((rows + 3) / 4, (rows + 2) / 4);
            Assert.Equal((rows, full + partial), (impact.Rules[0].Facts, impact.Rules[0].Changed));
            Assert.Equal((100m * full + 60m * partial, 50m * (full + partial)), (impact.Pay.Old, impact.Pay.New));
            Assert.Equal([0, 0, rows - full - partial, 0, full + partial], impact.Pay.Classes);
        }
    }

    [Fact]
    public void Columns_InPartsOnSeveralThreads_AreWhatTheyAreAtOnce()
    {
        var (rows, random) = (100_000, new Random(7));
        long[] actual = [.. Enumerable.Range(0, rows).Select(_ => random.NextInt64(0, 120))];
        long[] pay = [.. Enumerable.Range(0, rows).Select(_ => random.NextInt64(0, 1_000_000))];
        long[] target = [.. Enumerable.Repeat(100L, rows)];
        int[] from = [.. Enumerable.Range(0, rows).Select(_ => AsOf.DayNumber - random.Next(0, 120))], until = [.. Enumerable.Repeat(DayColumns.Missing, rows)];
        var @new = new Policy(Stricter.Terms.With(new FteFulfillmentTerms { LimitDays = 60, AtRiskFromDay = 50 }));
        PolicyImpact Taken(int parts)
        {
            var impact = new PolicyImpact(Policy.Default, @new, AsOf);
            Parallel.For(0, parts, i =>
            {
                var part = (rows * i / parts)..(rows * (i + 1) / parts);
                impact.AddColumns(
                    @new.PerformancePay, new RatioColumns(actual.AsSpan()[part], target.AsSpan()[part]), new AmountColumn(pay.AsSpan()[part], places: 2));
            });
            Parallel.For(0, parts, i =>
            {
                var part = (rows * i / parts)..(rows * (i + 1) / parts);
                impact.AddColumns(@new.FteFulfillment, new DayColumns(from.AsSpan()[part], until.AsSpan()[part]));
            });
            return impact;
        }

        AssertSame([.. Taken(1).Rules], [.. Taken(7).Rules]);
        Assert.Equal(2, Taken(7).Rules.Count);
    }

    [Fact]
    public void Columns_OfNobody_AreOfNoAccount()
    {
        var impact = new PolicyImpact(Policy.Default, Stricter, AsOf);
        impact.AddColumns(Stricter.PerformancePay, new RatioColumns([82, 95], [100, 100]), new AmountColumn([100, 100], places: 0));

        Assert.Equal([new ImpactGroup(null, 2, 1, 200m, 150m)], impact.Rules[0].Accounts);
        Assert.Equal([new ImpactGroup(null, 2, 1, 200m, 150m)], impact.Rules[0].Managers);
    }

    [Fact]
    public void Columns_ThatDoNotFitTheRule_AreRefused()
    {
        var impact = new PolicyImpact(Policy.Default, Stricter, AsOf);

        Assert.Contains(
            "pays: give the column of the amounts", Refused(() => impact.AddColumns(Stricter.PerformancePay, new RatioColumns([1], [1]))), Ordinal);
        Assert.Contains(
            "There are 1 ratios and 0 amounts",
            Refused(() => impact.AddColumns(Stricter.PerformancePay, new RatioColumns([1], [1]), new AmountColumn([], 2))), Ordinal);
        Assert.Contains("past a due date", Refused(() => impact.AddColumns(Stricter.Payment, new DayColumns([1], [1]))), Ordinal);
        Assert.Contains(
            "no decimal holds the pay",
            Refused(() => new PolicyImpact(Changed(new PerformancePayTerms { Decimals = 10 }), Stricter, AsOf).AddColumns(
                Stricter.PerformancePay, new RatioColumns([1], [1]), new AmountColumn([long.MaxValue], 0))), Ordinal);

        static string Refused(Action call) => Assert.Throws<ArgumentException>(call).Message;
    }

    [Fact]
    public void Columns_ThatAreStopped_AreNotTaken()
    {
        var impact = new PolicyImpact(Policy.Default, Stricter, AsOf);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => impact.AddColumns(Stricter.FteFulfillment, new DayColumns([1], [1]), stop.Token));
        Assert.Throws<OperationCanceledException>(() => impact.AddColumns(
            Stricter.PerformancePay, new RatioColumns([1], [1]), new AmountColumn([1], 2), stop.Token));

        Assert.All(impact.Rules, r => Assert.Equal(0, r.Facts));
    }

    [Fact]
    public void Columns_OfManyRows_AllocateWhatFewDo()
    {
        var impact = new PolicyImpact(Policy.Default, Stricter, AsOf);
        long[] actual = [.. Enumerable.Range(0, 200_000).Select(i => i % 120L)], target = [.. Enumerable.Repeat(100L, 200_000)];
        int[] from = [.. Enumerable.Range(0, 200_000).Select(i => AsOf.DayNumber - i % 120)];
        long Allocated(int rows) => Allocations.Of(() =>
        {
            impact.AddColumns(
                Stricter.PerformancePay, new RatioColumns(actual.AsSpan(0, rows), target.AsSpan(0, rows)), new AmountColumn(target.AsSpan(0, rows), 0));
            impact.AddColumns(Stricter.FteFulfillment, new DayColumns(from.AsSpan(0, rows), from.AsSpan(0, rows)));
        });

        Assert.InRange(Allocated(200_000) - Allocated(5_000), long.MinValue, 1000);
    }

    private static void AssertSame(RuleImpact[] expected, RuleImpact[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        foreach (var (one, other) in expected.Zip(actual))
        {
            Assert.Equal((one.RuleId, one.Facts, one.Changed), (other.RuleId, other.Facts, other.Changed));
            Assert.Equal(one.Transitions, other.Transitions);
            Assert.Equal(one.Bands, other.Bands);
            Assert.Equal(one.Pay?.ByClause, other.Pay?.ByClause);
            Assert.Equal(one.Pay?.Classes, other.Pay?.Classes);
            Assert.Equal((one.Pay?.Old, one.Pay?.New), (other.Pay?.Old, other.Pay?.New));
        }
    }

    private static Gen<(Policy Old, Policy New, int Places, Row[] Rows)> AnyPay =>
        from old in Terms.Any(PlainPay)
        from @new in Terms.Any(PlainPay)
        from places in Gen.Choose(2, 6)
        from rows in Gen.ArrayOf(
            from target in Gen.Frequency((12, Gen.Elements(100_000L, 7_000L, 20_000L, 1L)), (1, Gen.Elements(0L, -5L, RatioColumns.Missing, long.MaxValue)))
            from percent in Gen.Choose(0, 220)
            from more in Gen.Choose(-1, 1)
            from any in Gen.Frequency((12, Gen.Constant(0L)), (1, Gen.Elements(RatioColumns.Missing, long.MaxValue, -1L)))
            from pay in Gen.Frequency(
                (8, Gen.Choose(0, int.MaxValue).Select(n => (long)n)), (2, Gen.Choose(0, 300).Select(n => (long)n)),
                (1, Gen.Elements(AmountColumn.Missing, -1L, 0L, long.MaxValue / 64, long.MaxValue / 300, 1L << 50)))
            select new Row(any != 0 || target < 0 || target > 1_000_000 ? (any != 0 ? any : percent) : target * percent / 100 + more, target, pay), 200)
        select (PayOf(old), PayOf(@new), places, rows);

    private static Gen<(Policy Old, Policy New, (int From, int Until)[] Rows)> AnyOrders =>
        from old in Terms.Near(AsOf, Reach.Plain with { HasWorkingDays = false })
        from @new in Terms.Near(AsOf, Reach.Plain with { HasWorkingDays = false })
        from rows in Gen.ArrayOf(
            from days in Gen.Frequency((8, Gen.Choose(-5, 140)), (1, Gen.Choose(-4000, 4000)))
            from taken in Gen.Frequency((3, Gen.Choose(-5, 140)), (2, Gen.Constant(int.MaxValue)))
            from lacks in Gen.Choose(0, 20)
            let start = AsOf.DayNumber - days
            select (From: lacks == 0 ? DayColumns.Missing : start, Until: taken == int.MaxValue ? DayColumns.Missing : start + taken), 200)
        select (DaysOf(old), DaysOf(@new), rows);

    /// <summary>The pay alone, and what must fit it: the other rules have no part in it.</summary>
    private static Policy PayOf(PolicyTerms terms) => new(new PolicyTerms().With(terms.PerformancePay).With(terms.ImprovementPlan));

    private static Policy DaysOf(PolicyTerms terms) => new(new PolicyTerms { EffectiveFrom = terms.EffectiveFrom }.With(terms.FteFulfillment));

    private static Policy Changed<TTerms>(TTerms terms)
        where TTerms : class => new(new PolicyTerms().With(terms));

    private static decimal? Value(long digits, int places) =>
        digits == long.MinValue ? null : new decimal((int)Math.Abs(digits), (int)(Math.Abs(digits) >> 32), 0, digits < 0, (byte)places);
}
