using System.Globalization;
using AccountRules.Facts;

namespace AccountRules.Benchmarks.Database;

/// <summary>A host's order.</summary>
internal sealed class CrmOrder
{
    public long Number { get; init; }

    public int AccountId { get; init; }

    public DateOnly? PlacedOn { get; init; }

    public DateOnly? FilledOn { get; init; }

    public static DeadlineRule<CrmOrder> Rule { get; } = Policy.Default.FteFulfillment.For<CrmOrder>(o => new FteOrder
    {
        OrderId = o.Number.ToString(CultureInfo.InvariantCulture),
        OrderedOn = o.PlacedOn,
        FulfilledOn = o.FilledOn,
    });
}
