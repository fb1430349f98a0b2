namespace AccountRules.Facts;

/// <summary>A service of an account in a period, with the level agreed and what was measured (key-account-manager). Immutable; equal by value.</summary>
public sealed record ServiceLevel : KnownFact
{
    /// <summary>Its files are <c>service-levels</c>; account, service and period tell it apart.</summary>
    public static FactShape<ServiceLevel> Shape { get; } = new(s => s.AccountId)
    {
        Name = "service-levels",
        Account = s => s.AccountId,
        Period = s => s.Period,
        Part = s => s.Service,
        PartName = "Service",
        OptionalColumns = [nameof(Direction)],
    };

    /// <summary>The account that gets the service.</summary>
    public required string AccountId { get; init; }

    /// <summary>The service's name, such as <c>uptime</c>.</summary>
    public required string Service { get; init; }

    /// <summary>The period, most often a month.</summary>
    public required Period Period { get; init; }

    /// <summary>The level that is agreed, above 0, in the service's own unit.</summary>
    public required decimal? Agreed { get; init; }

    /// <summary>What was measured, in the same unit; while the period runs, so far.</summary>
    public required decimal? Measured { get; init; }

    /// <summary>Whether more or less is better, such as of hours until an answer; more, unless said.</summary>
    public Direction Direction { get; init; }
}
