namespace AccountRules.Tests.Basics;

/// <summary>A host's order as an object-relational mapper has it: one object that changes in place.</summary>
public sealed class Entity
{
    public static DeadlineRule<Entity> Rule { get; } = Of(Policy.Default);

    public required string Number { get; init; }

    public DateOnly? PlacedOn { get; set; }

    public DateOnly? FilledOn { get; set; }

    public static DeadlineRule<Entity> Of(Policy policy) =>
        policy.FteFulfillment.For<Entity>(e => new Facts.FteOrder { OrderId = e.Number, OrderedOn = e.PlacedOn, FulfilledOn = e.FilledOn });
}
