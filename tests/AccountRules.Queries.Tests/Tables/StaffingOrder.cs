namespace AccountRules.Queries.Tests.Tables;

internal enum Aim
{
    AtLeast,
    AtMost,
}

internal readonly record struct OrderCode(int Value);

internal sealed class Dates
{
    public DateOnly PlacedOn { get; set; }

    public DateOnly? FilledOn { get; set; }
}

internal sealed class Manager
{
    public int Id { get; set; }
}

internal sealed class Client
{
    public int Id { get; set; }

    public DateOnly? SignedOn { get; set; }

    public Manager? Manager { get; set; }
}

/// <summary>An order with a column of each form.</summary>
internal class StaffingOrder
{
    public Guid Id { get; set; }

    public long Number { get; set; }

    public OrderCode Code { get; set; }

    /// <summary>A moment in UTC.</summary>
    public DateTime PlacedAt { get; set; }

    public DateTime? FilledAt { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>The day of <see cref="PlacedAt"/> in the policy's zone.</summary>
    public DateOnly PlacedOn { get; set; }

    public DateOnly? FilledOn { get; set; }

    public double Goal { get; set; }

    public decimal Target { get; set; }

    public decimal Reached { get; set; }

    public Aim Aim { get; set; }

    public Dates Owned { get; set; } = new();

    public Dates Complex { get; set; } = new();

    public Dates Json { get; set; } = new();

    public Client? Client { get; set; }

    public bool IsDeleted { get; set; }

    public uint Version { get; set; }
}

internal sealed class UrgentOrder : StaffingOrder
{
    public DateOnly? NeededBy { get; set; }
}
