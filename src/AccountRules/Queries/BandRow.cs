namespace AccountRules.Queries;

/// <summary>A row as a count by band needs it.</summary>
internal sealed record BandRow
{
    /// <summary>The number of its standing and band among those that the query yields.</summary>
    public required int Number { get; init; }
}
