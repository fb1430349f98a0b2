namespace AccountRules.Samples.Crm.Data;

/// <summary>A person who looks after accounts.</summary>
internal sealed class Manager
{
    public required int Id { get; init; }

    public required string Name { get; init; }
}

/// <summary>A client company.</summary>
internal sealed class Client
{
    /// <summary>The code that people know it by, such as <c>ERNSH</c>.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required int ManagerId { get; init; }

    public Manager? Manager { get; init; }

    public required string Tier { get; init; }

    public required DateOnly? StartedOn { get; init; }

    public DateOnly? EndedOn { get; init; }
}

/// <summary>An order for staff. Its key is the database's, its number the client's.</summary>
internal sealed class StaffingOrder
{
    public int Id { get; init; }

    public required string Number { get; init; }

    public required string ClientId { get; init; }

    public Client? Client { get; init; }

    public required DateOnly PlacedOn { get; init; }

    /// <summary>The day in the policy's time zone, and not that of a UTC moment: <c>PolicyClock.Today</c> says it.</summary>
    public DateOnly? FilledOn { get; set; }

    public int? Heads { get; init; }

    public int? HeadsFilled { get; set; }

    /// <summary>When somebody last changed the row here, in UTC. No rule reads it.</summary>
    public DateTime? ChangedAt { get; set; }
}

/// <summary>An item of the action registry.</summary>
internal sealed class RegistryEntry
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public required string Code { get; init; }

    public required string ClientId { get; init; }

    public Client? Client { get; init; }

    public required DateOnly AddedOn { get; init; }

    public DateOnly? ClosedOn { get; set; }

    public DateTime? ChangedAt { get; set; }
}

/// <summary>An invoice to a client.</summary>
internal sealed class Bill
{
    public long Id { get; init; }

    public required string Number { get; init; }

    public required string ClientId { get; init; }

    public Client? Client { get; init; }

    public required DateOnly DueOn { get; init; }

    public DateOnly? PaidOn { get; set; }

    public decimal? Amount { get; init; }

    public DateTime? ChangedAt { get; set; }
}
