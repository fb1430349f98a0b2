namespace AccountRules;

/// <summary>The standings, and how many there are: what everything that keeps something for each of them goes by.</summary>
internal static class Standings
{
    /// <summary>
    /// How many a <see cref="Tally"/> has room for, which the compiler wants to know; a test fails where it is less than <see cref="Count"/>.
    /// </summary>
    public const int Room = 9;

    /// <summary>All standings, in order.</summary>
    public static readonly Standing[] All = Enum.GetValues<Standing>();

    /// <summary>The standings are numbered from 0, each below this.</summary>
    public static readonly int Count = All.Length;
}
