namespace AccountRules.Monitoring;

/// <summary>
/// What is to become of one entry: everything that could fail has been worked out, so that making it so cannot. A new entry has slot 0; a slot that is to be
/// freed is gone. The subject is read of a new entry only.
/// </summary>
internal record struct Planned<T>(
    int Slot, T? Entry, string? Subject = null, int Hash = 0, int OwnerHash = 0, Verdict Verdict = default, int TurnsOn = 0, decimal? Payable = null)
    where T : class
{
    /// <summary>Whether there is to be no entry: it goes, or is none that the rule is asked of.</summary>
    public readonly bool IsGone => Entry is null || Verdict.Cause == Cause.NotAsked;
}
