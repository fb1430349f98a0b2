namespace AccountRules.Numbers;

/// <summary>The powers of ten that 64 bits hold.</summary>
internal static class PowersOfTen
{
    private static readonly ulong[] Powers = Make();

    /// <summary>Ten to the exponent, which is from 0 to 19.</summary>
    public static ulong Of(int exponent) => Powers[exponent];

    private static ulong[] Make()
    {
        var powers = new ulong[20];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
            powers[i] = powers[i - 1] * 10;

        return powers;
    }
}
