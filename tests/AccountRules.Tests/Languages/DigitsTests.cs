using System.Globalization;
using AccountRules.Wording;

namespace AccountRules.Tests.Languages;

/// <summary>Numbers in sentences, beside the custom format that says what they are: no zeros at the end beyond the places asked for.</summary>
public sealed class DigitsTests
{
    private static readonly decimal[] Numbers =
    [
        0m, 0.00m, -0.00m, 1m, 100m, 1.5m, 1.50m, 0.10m, 740.70m, 33.3375m, 0.0000000000000000000000000001m, 1.0000000000000000000000000000m,
        18446744073709551615m, 1844674407370955161.5m, 18446744073709551616m, 1844674407370955162m, 0.18446744073709551610m, 79228162514264337593543950335m,
        12345678901234567890.120m, -1.50m, -0.01m, -12345.678m, 0.100000000000000000m, 0.1000000000000000000m, 0.10000000000000000000m,
    ];

    [Theory]
    [InlineData(0, "0.############################")]
    [InlineData(2, "0.00##########################")]
    [InlineData(4, "0.0000########################")]
    public void Number_IsWrittenWithItsDigitsAndThePlacesAskedFor(int places, string format) => Assert.All(Numbers, number =>
    {
        Span<char> text = stackalloc char[64];
        Assert.True(Digits.TryWrite(number, places, text, out var length));
        Assert.Equal(number.ToString(format, CultureInfo.InvariantCulture), text[..length].ToString());
    });

    [Fact]
    public void Number_WithoutRoom_IsNotWritten() => Assert.All(Numbers, number =>
    {
        Span<char> text = stackalloc char[64];
        Assert.True(Digits.TryWrite(number, places: 2, text, out var length));
        Assert.False(Digits.TryWrite(number, places: 2, text[..(length - 1)], out _));
    });
}
