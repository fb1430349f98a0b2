namespace AccountRules.Hosting;

/// <summary>How often a changed policy was read, by what came of it. For one writer at a time.</summary>
internal sealed class ReloadCounts
{
    public const string TakenUp = "taken_up";
    public const string Refused = "refused";
    public const string TakenBack = "taken_back";

    private long takenUp;
    private long refused;
    private long takenBack;

    /// <param name="outcome">One of the three; <c>null</c> where what was read says what the one before said.</param>
    public void Add(string? outcome)
    {
        if (outcome is not null)
            Interlocked.Increment(ref outcome == TakenUp ? ref takenUp : ref outcome == Refused ? ref refused : ref takenBack);
    }

    public (string Outcome, long Count)[] All =>
        [(TakenUp, Interlocked.Read(ref takenUp)), (Refused, Interlocked.Read(ref refused)), (TakenBack, Interlocked.Read(ref takenBack))];
}
