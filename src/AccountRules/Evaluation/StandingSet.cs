namespace AccountRules.Evaluation;

/// <summary>Some of the standings.</summary>
internal readonly struct StandingSet
{
    private readonly ulong bits;

    public StandingSet(ReadOnlySpan<Standing> standings)
    {
        foreach (var standing in standings)
            bits |= Bit(standing);
    }

    private StandingSet(ulong bits) => this.bits = bits;

    public static StandingSet All => new(ulong.MaxValue);

    public bool Contains(Standing standing) => (bits & Bit(standing)) != 0;

    private static ulong Bit(Standing standing) => (int)standing < Standings.Count
        ? 1UL << (int)standing
        : throw new ArgumentOutOfRangeException(
            nameof(standing), standing, $"There is no standing {(int)standing}: take one of {string.Join(", ", Enum.GetNames<Standing>())}.");
}
