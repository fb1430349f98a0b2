namespace AccountRules.Queries;

/// <summary>A row as a roll-up needs it.</summary>
internal sealed record StandingRow<TPeriod>
{
    public required string Subject { get; init; }

    public required TPeriod Period { get; init; }

    /// <summary>What tells the row from the others of its subject and period.</summary>
    public string? Part { get; init; }

    public required Standing Standing { get; init; }

    /// <summary>Whether it stands for more than one row of the data.</summary>
    public bool IsCopied { get; init; }

    /// <summary>Whether its part is one that each group must have.</summary>
    public bool IsRequired { get; init; }

    public required bool? IsProvisional { get; init; }
}
