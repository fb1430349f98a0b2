namespace AccountRules;

/// <summary>How many facts stand in a band.</summary>
public sealed record BandCount
{
    /// <summary>The standing: a band of a deadline has one while the fact is open and one once it is closed.</summary>
    public required Standing Standing { get; init; }

    /// <summary>The band, or a lifecycle's stage; <c>null</c> for facts that have none, for whatever <see cref="Cause"/>.</summary>
    public required string? Band { get; init; }

    /// <summary>How many facts have both; what no fact has is not listed.</summary>
    public required long Count { get; init; }
}
