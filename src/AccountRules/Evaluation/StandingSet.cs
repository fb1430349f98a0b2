namespace AccountRules.Evaluation;

/// <summary>Some of the standings.</summary>
internal readonly struct StandingSet
{
    private readonly uint bits;

    public StandingSet(ReadOnlySpan<Standing> standings)
    {
        foreach (var standing in standings)
            bits |= 1u << (int)standing;
    }

    private StandingSet(uint bits) => this.bits = bits;

    public static StandingSet All => new(uint.MaxValue);

    public bool Contains(Standing standing) => (bits & (1u << (int)standing)) != 0;
}
