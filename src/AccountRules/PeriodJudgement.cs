namespace AccountRules;

/// <summary>
/// What a rule says of a fact while its period runs. It is provisional either way: it may change up to the day after the period's last. A band may say a
/// standing of its own for it (<see cref="Band.Open"/>).
/// </summary>
public enum PeriodJudgement : byte
{
    /// <summary>What it says of the numbers as they stand: their standing, and what the band pays and leads to.</summary>
    AsItStands,

    /// <summary>
    /// <see cref="Standing.OnTrack"/> with the band so far, which pays nothing and enters no programme. Only once the period has ended, from the day after its
    /// last on, the fact has the band's own standing.
    /// </summary>
    OnceEnded,
}
