namespace AccountRules.Queries;

/// <summary>A row as a roll-up needs it.</summary>
internal sealed record StandingRow<TPeriod>
{
    public required string Subject { get; init; }

    public required TPeriod Period { get; init; }

    public required Standing Standing { get; init; }

    public required bool? IsProvisional { get; init; }
}
