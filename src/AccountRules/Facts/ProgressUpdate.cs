namespace AccountRules.Facts;

/// <summary>A progress update that a client got (expectations 4; duties, Regular Updates). Immutable; equal by value.</summary>
public sealed record ProgressUpdate : KnownFact
{
    /// <summary>Its files are <c>progress-updates</c>; account and day tell it apart.</summary>
    public static FactShape<ProgressUpdate> Shape { get; } = new(u => u.AccountId)
    {
        Name = "progress-updates",
        Account = u => u.AccountId,
        StartedOn = u => u.SentOn,
    };

    /// <summary>The account that got it.</summary>
    public required string AccountId { get; init; }

    /// <summary>The day on which it was sent.</summary>
    public required DateOnly SentOn { get; init; }
}
