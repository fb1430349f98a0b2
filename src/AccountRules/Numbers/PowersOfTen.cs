namespace AccountRules.Numbers;

/// <summary>The powers of ten that 64 bits hold.</summary>
internal static class PowersOfTen
{
    private static readonly ulong[] Powers = Make();

    /// <summary>Ten to the exponent, which is from 0 to 19.</summary>
    public static ulong Of(int exponent) => Powers[exponent];

    /// <summary>How many powers there are.</summary>
    public static int Count => Powers.Length;

    /// <summary>The largest exponent whose power is at most a number, which is above 0.</summary>
    public static int Most(ulong number)
    {
        var exponent = 0;
        while (exponent + 1 < Powers.Length && Powers[exponent + 1] <= number)
            exponent++;

        return exponent;
    }

    private static ulong[] Make()
    {
        var powers = new ulong[20];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
            powers[i] = powers[i - 1] * 10;

        return powers;
    }
}
