namespace AccountRules.Changes;

/// <summary>Tells how what a fact is paid changes.</summary>
internal static class PayClasses
{
    /// <summary>How many there are.</summary>
    public static int Count { get; } = Enum.GetValues<PayClass>().Length;

    public static PayClass Of(decimal old, decimal @new) => @new == old ? PayClass.None
        : @new > old ? (Exceeds(@new - old, old) ? PayClass.GainsAbove5Percent : PayClass.Gains)
        : Exceeds(old - @new, old) ? PayClass.LosesAbove5Percent : PayClass.Loses;

    /// <summary>The same of whole numbers of one unit, each below a twentieth of what a number of 64 bits holds.</summary>
    public static PayClass Of(long old, long @new) => @new == old ? PayClass.None
        : @new > old ? ((@new - old) * 20 > old ? PayClass.GainsAbove5Percent : PayClass.Gains)
        : (old - @new) * 20 > old ? PayClass.LosesAbove5Percent : PayClass.Loses;

    /// <summary>Whether a change is above 5 % of what was paid, without rounding or overflow.</summary>
    private static bool Exceeds(decimal change, decimal old) => Numbers.Exact.Compare(change, 0.05m, old) > 0;
}
