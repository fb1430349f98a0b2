using System.Numerics;
using AccountRules.Numbers;
using AccountRules.Reference;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Basics;

public sealed class ExactTests
{
    private static readonly Config Often = Generated.Cases(5_000);

    private static readonly Gen<decimal> Any = Generators.Numbers.Any(Reach.Full);

    [Fact]
    public void Compare_OfAnyDecimals_IsTheSignOfTheExactDifference() => Check.One(Often, Prop.ForAll(
        (from cut in Any
         from whole in Any
         from part in Generators.Numbers.Part(whole, [cut], Reach.Full)
         select (Part: part ?? 0, Cut: cut, Whole: whole)).ToArbitrary(),
        x => Assert.Equal(
            Math.Sign(Fraction.Of(x.Part).CompareTo(Fraction.Of(x.Cut) * Fraction.Of(x.Whole))), Math.Sign(Exact.Compare(x.Part, x.Cut, x.Whole)))));

    /// <summary>Numbers of up to 64 bits are below every such limit, whatever their places; of the others each is compared.</summary>
    [Fact]
    public void AboveLarge_JustBelowAtAndJustAboveTheLimit_IsWhatDecimalsSay()
    {
        decimal[] limits = [18446744073709551616m, 18446744073709551616.5m, 720256022856948523577672275m, decimal.MaxValue - 1];
        foreach (var limit in limits)
        {
            decimal[] edges = [.. new[] { 0.0000000001m, 0.5m, 1 }.SelectMany(d => new[] { limit - d, limit + d })];
            decimal[] others = [limit, -limit, 0, 18446744073709551615m, 1844674407370955161.6m, 18446744073709551615.9m, decimal.MinValue, decimal.MaxValue];
            Assert.All(edges.Concat(others), value => Assert.Equal(Fraction.Of(value).CompareTo(Fraction.Of(limit)) > 0, Exact.IsAboveLarge(value, limit)));
            Check.One(Often, Prop.ForAll(Any.ToArbitrary(), value => Exact.IsAboveLarge(value, limit) == (value > limit)));
        }
    }

    [Theory]
    [InlineData("17", "0.85", "20", 0)]
    [InlineData("17.0000000000000000000000000", "0.85", "20", 0)]
    [InlineData("-17", "0.85", "-20", 0)]
    [InlineData("-0.0", "0.85", "0", 0)]
    [InlineData("0", "-0.85", "0.0", 0)]
    [InlineData("-1", "0.85", "20", -1)]
    [InlineData("1", "0.85", "-20", 1)]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335", "1", 0)]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335", "1.0000000000000000000000000001", -1)]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001", "0.9999999999999999999999999999", 1)]
    [InlineData("1.8446744073709551615", "9223372036854775808", "9223372036854775808", -1)]    // a product of 128 bits that wraps to 0 when it is scaled
    [InlineData("99.12345", "0.85", "100", 1)]
    [InlineData("84.99999", "0.85", "100", -1)]
    [InlineData("85.00000", "0.85", "100", 0)]
    public void Compare_OfExamples_IsExact(string part, string cut, string whole, int sign) =>
        Assert.Equal(sign, Math.Sign(Exact.Compare(Rules.Dated.Number(part), Rules.Dated.Number(cut), Rules.Dated.Number(whole))));

    [Fact]
    public void Quotient_OfAnyDecimals_LiesOnTheSameSideOfEveryShortCutAsTheTrueQuotient() => Check.One(Often, Prop.ForAll(
        (from cut in ShortCut
         from whole in Any.Where(n => n > 0)
         from part in Generators.Numbers.Part(whole, [cut], Reach.Full)
         select (Part: part ?? 0, Cut: cut, Whole: whole))
            .Where(x => BigInteger.Abs(Fraction.Of(x.Part).Over(Fraction.Of(x.Whole)) is var q ? q.Numerator / q.Denominator : 0) < 1_000_000).ToArbitrary(),
        x => Assert.Equal(
            Math.Sign(Fraction.Of(x.Part).Over(Fraction.Of(x.Whole)).CompareTo(Fraction.Of(x.Cut))),
            Math.Sign(Exact.Quotient(x.Part, x.Whole)!.Value.CompareTo(x.Cut)))));

    [Fact]
    public void Quotient_OfAnyDecimals_IsWithinOneUnitInItsLastPlaceOrTooLarge() => Check.One(Often, Prop.ForAll(
        (from part in Any from whole in Any.Where(n => n != 0) select (Part: part, Whole: whole)).ToArbitrary(),
        x =>
        {
            var dividend = Fraction.Of(Math.Abs(x.Part)).Over(Fraction.Of(Math.Abs(x.Whole)));
            if (Exact.Quotient(x.Part, x.Whole) is not { } quotient)
            {
                Assert.True(dividend.Numerator / dividend.Denominator >> 96 != 0);
                return;
            }

            var (size, unit) = (Fraction.Of(Math.Abs(quotient)), BigInteger.Pow(10, 27));
            var off = BigInteger.Abs(size.Numerator * dividend.Denominator - dividend.Numerator * size.Denominator);
            Assert.True(off * unit <= BigInteger.Max(dividend.Numerator * size.Denominator, size.Denominator * dividend.Denominator / 10));
            Assert.True(x.Part == 0 || quotient == 0 || Math.Sign(quotient) == Math.Sign(x.Part) * Math.Sign(x.Whole));
        }));

    [Theory]
    [InlineData("17", "20", "0.85")]
    [InlineData("1", "3", "0.3333333333333333333333333333")]
    [InlineData("2", "3", "0.6666666666666666666666666667")]
    [InlineData("-2", "3", "-0.6666666666666666666666666667")]
    [InlineData("1", "8", "0.125")]
    [InlineData("100.00", "50.0", "2")]
    [InlineData("0", "3", "0")]
    public void Quotient_OfExamples_IsWrittenWithoutZerosAtItsEnd(string part, string whole, string quotient) =>
        Assert.Equal(
            quotient, Exact.Quotient(Rules.Dated.Number(part), Rules.Dated.Number(whole))!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Quotient_WhereSixtyFourBitsHoldBothParts_IsTheSameDigitForDigitAsOfNumbersOfAnySize()
    {
        var narrow = 0;
        Check.One(Often, Prop.ForAll(
            (from part in OfFewDigits from whole in OfFewDigits.Where(n => n != 0) select (Part: part, Whole: whole)).ToArbitrary(),
            x =>
            {
                var ((p, partUnit), (w, wholeUnit)) = (Exact.Fraction(x.Part), Exact.Fraction(x.Whole));
                Assert.Equal(Written(Exact.Quotient(p * wholeUnit, w * partUnit)), Written(Exact.Quotient(x.Part, x.Whole)));
                narrow += Narrow.TryQuotient(DecimalBits.Of(x.Part), DecimalBits.Of(x.Whole), out _) ? 1 : 0;
            }));
        Assert.InRange(narrow, 2_000, 5_000);

        static string? Written(decimal? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("1.10", "1.1")]
    [InlineData("-500.000", "-500")]
    [InlineData("0.00", "0")]
    [InlineData("10", "10")]
    [InlineData("18446744073709551616.0", "18446744073709551616")]
    [InlineData("1844674407370955161.6", "1844674407370955161.6")]
    [InlineData("7.9228162514264337593543950330", "7.922816251426433759354395033")]
    public void Trimmed_OfAnyNumber_IsItWithoutZerosAtItsEnd(string number, string trimmed) =>
        Assert.Equal(trimmed, Exact.Trimmed(Rules.Dated.Number(number)).ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("1.25", "0.1", MidpointRounding.ToEven, "0.12")]
    [InlineData("1.35", "0.1", MidpointRounding.ToEven, "0.14")]
    [InlineData("-1.25", "0.1", MidpointRounding.ToEven, "-0.12")]
    [InlineData("1.2501", "0.1", MidpointRounding.ToEven, "0.13")]
    [InlineData("1.25", "0.1", MidpointRounding.AwayFromZero, "0.13")]
    [InlineData("-1.25", "0.1", MidpointRounding.AwayFromZero, "-0.13")]
    [InlineData("-1.25", "0.1", MidpointRounding.ToPositiveInfinity, "-0.12")]
    [InlineData("1.21", "0.1", MidpointRounding.ToPositiveInfinity, "0.13")]
    [InlineData("-1.21", "0.1", MidpointRounding.ToNegativeInfinity, "-0.13")]
    [InlineData("1.29", "0.1", MidpointRounding.ToZero, "0.12")]
    [InlineData("-0.01", "0.1", MidpointRounding.ToEven, "0.00")]
    [InlineData("3", "1", MidpointRounding.ToEven, "3.00")]
    public void RoundedProduct_OfExamples_IsRoundedOnceToTwoPlaces(string left, string right, MidpointRounding rounding, string product) => Assert.Equal(
        product,
        Exact.RoundedProduct(Rules.Dated.Number(left), Rules.Dated.Number(right), 2, rounding)!.Value.ToString(
            System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Mantissas of more than 64 bits.</summary>
    [Theory]
    [InlineData("12345678901234567890.125", "1", MidpointRounding.ToEven, "12345678901234567890.12")]
    [InlineData("12345678901234567890.135", "1", MidpointRounding.ToEven, "12345678901234567890.14")]
    [InlineData("-12345678901234567890.125", "1", MidpointRounding.AwayFromZero, "-12345678901234567890.13")]
    [InlineData("12345678901234567890.121", "1", MidpointRounding.ToPositiveInfinity, "12345678901234567890.13")]
    [InlineData("12345678901234567890.12", "1", MidpointRounding.ToPositiveInfinity, "12345678901234567890.12")]
    [InlineData("12345678901234567890.1", "1", MidpointRounding.ToEven, "12345678901234567890.10")]
    public void RoundedProduct_OfLongNumbers_IsRoundedOnceToTwoPlaces(string left, string right, MidpointRounding rounding, string product) =>
        RoundedProduct_OfExamples_IsRoundedOnceToTwoPlaces(left, right, rounding, product);

    [Theory]
    [InlineData("123.45", "1.1", 1, 1, "0.01", "135.80")]
    [InlineData("123.45", "-1.1", 1, 1, "0.01", "-135.80")]
    [InlineData("1000000", "0.6", 1, 12, "1", "50000.00")]
    [InlineData("100.75", "0.6", 1, 30, "0.01", "2.02")]
    [InlineData("100.75", "0.6", 0, 30, "0.01", "0.00")]
    [InlineData("100.75", "1", 1, 1, "0.05", "100.75")]
    [InlineData("100.78", "1", 1, 1, "0.05", "100.80")]
    public void RoundedProduct_OfPayAsItIs_TakesNoNumberOfAnySize(string left, string right, int share, int of, string step, string product)
    {
        Assert.True(
            Narrow.TryRoundedProduct(
                DecimalBits.Of(Rules.Dated.Number(left)), DecimalBits.Of(Rules.Dated.Number(right)), 2, MidpointRounding.AwayFromZero, share, of,
                DecimalBits.Of(Rules.Dated.Number(step)), out var rounded));
        Assert.Equal(product, rounded.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("17", "20", "0.85")]
    [InlineData("1", "3", "0.3333333333333333333333333333")]
    [InlineData("9223372036854775808", "2147483648", "4294967296")]
    public void Quotient_OfNumbersAsTheyAre_TakesNoNumberOfAnySize(string part, string whole, string quotient)
    {
        Assert.True(Narrow.TryQuotient(DecimalBits.Of(Rules.Dated.Number(part)), DecimalBits.Of(Rules.Dated.Number(whole)), out var found));
        Assert.Equal(quotient, found.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>2 to the 96th is 79228162514264337593543950336.</summary>
    [Theory]
    [InlineData("1", 0, "79228162514264337593543950335")]
    [InlineData("1", 1, "7922816251426433759354395033")]
    [InlineData("1.1", 2, "720256022856948523577672275")]
    public void LargestFor_AFactorAndPlaces_IsTheLargestWholeNumberWhoseProductFits(string factor, int places, string largest) =>
        Assert.Equal(largest, Exact.LargestFor(Rules.Dated.Number(factor), places).ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("79228162514264337593543950335", 0, "79228162514264337593543950335")]
    [InlineData("79228162514264337593543950336", 0, null)]
    [InlineData("-79228162514264337593543950336", 0, null)]
    [InlineData("79228162514264337593543950336", 1, null)]
    [InlineData("792281625142643375935439503350", 1, "79228162514264337593543950335")]
    [InlineData("79228162514264337593543950335", 28, "7.9228162514264337593543950335")]
    [InlineData("10", 29, "0.0000000000000000000000000001")]
    [InlineData("1", 29, null)]
    [InlineData("1", 28, "0.0000000000000000000000000001")]
    [InlineData("-25", 1, "-2.5")]
    [InlineData("0", 3, "0")]
    public void Value_OfAMantissaAndAScale_IsTheDecimalWhereOneHoldsIt(string mantissa, int scale, string? value) => Assert.Equal(
        value,
        Exact.Value(BigInteger.Parse(mantissa, System.Globalization.CultureInfo.InvariantCulture), scale)
            ?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("17", 31, "0.85", "20", 31, 0)]
    [InlineData("17", 30, "0.85", "20", 31, -1)]
    [InlineData("17", 31, "0.85", "20", 30, 1)]
    [InlineData("1.7", 31, "0.85", "2", 31, 0)]
    [InlineData("-1", 1, "0.85", "20", 31, -1)]
    [InlineData("79228162514264337593543950335", int.MaxValue, "79228162514264337593543950335", "1", int.MaxValue, 0)]
    [InlineData("79228162514264337593543950334", int.MaxValue, "79228162514264337593543950335", "1", int.MaxValue, -1)]
    public void CompareTimes_OfExamples_IsExact(string part, int partTimes, string cut, string whole, int wholeTimes, int sign) => Assert.Equal(
        sign, Math.Sign(Exact.CompareTimes(Rules.Dated.Number(part), partTimes, Rules.Dated.Number(cut), Rules.Dated.Number(whole), wholeTimes)));

    [Theory]
    [InlineData("17", "20", 31, 31, "0.85")]
    [InlineData("17", "20", 31, 1, "26.35")]
    [InlineData("17", "20", 1, 2, "0.425")]
    public void Quotient_OfShares_IsExact(string part, string whole, int partTimes, int wholeTimes, string quotient) => Assert.Equal(
        quotient,
        Exact.Quotient(Rules.Dated.Number(part), Rules.Dated.Number(whole), partTimes, wholeTimes)!.Value.ToString(
            System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void RoundedProduct_OfAnyDecimals_IsTheExactProductRoundedOnce() => Check.One(Often, Prop.ForAll(
        (from left in Any
         from right in Any
         from places in Gen.Choose(0, 10)
         from halves in Gen.Elements(Enum.GetValues<Halves>())
         from whole in Gen.Elements(1, 7, 12, 31, int.MaxValue)
         from part in Gen.Choose(0, whole)
         from steps in Gen.Choose(0, 400)
         select (
             left, right, places, halves, share: new Fraction(part, whole), increment: steps == 0 ? (decimal?)null : steps * Exact.Unit(places))).ToArbitrary(),
        x => Assert.Equal(
            (Fraction.Of(x.left) * Fraction.Of(x.right) * x.share).RoundedTo(Fraction.Of(x.increment ?? Exact.Unit(x.places)), x.places, x.halves),
            Exact.RoundedProduct(x.left, x.right, x.places, x.halves switch
            {
                Halves.AwayFromZero => MidpointRounding.AwayFromZero,
                Halves.ToEven => MidpointRounding.ToEven,
                Halves.Up => Math.Sign(x.left) * Math.Sign(x.right) < 0 ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity,
                _ => MidpointRounding.ToZero,
            }, (int)x.share.Numerator, (int)x.share.Denominator, x.increment))));

    /// <summary>Numbers of 1 to 64 bits, at any scale: their quotients have as many digits before the point as a decimal holds, or none.</summary>
    private static Gen<decimal> OfFewDigits =>
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        from middle in Gen.Choose(int.MinValue, int.MaxValue)
        from bits in Gen.Choose(0, 63)
        from scale in Gen.OneOf(Gen.Choose(0, 4), Gen.Choose(0, 28))
        from isNegative in Gen.Elements(false, false, true)
        let mantissa = (((ulong)(uint)middle << 32) | (uint)low) >> bits
        select new decimal((int)mantissa, (int)(mantissa >> 32), 0, isNegative, (byte)scale);

    private static Gen<decimal> ShortCut =>
        from low in Gen.Choose(0, int.MaxValue)
        from high in Gen.Choose(0, 1000)
        from scale in Gen.Choose(0, 20)
        select new decimal(low, high, 0, isNegative: false, (byte)scale);
}
