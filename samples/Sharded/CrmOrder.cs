using System.Globalization;
using AccountRules.Facts;

namespace AccountRules.Samples.Sharded;

/// <summary>An order as the host keeps it; the library knows nothing of this class.</summary>
internal sealed class CrmOrder
{
    public long Number { get; init; }

    public int AccountId { get; init; }

    public DateOnly? PlacedOn { get; init; }

    public DateOnly? FilledOn { get; init; }

    /// <summary>The 90-day rule over the host's own class.</summary>
    public static DeadlineRule<CrmOrder> Rule(Policy policy) => policy.FteFulfillment.For<CrmOrder>(o => new FteOrder
    {
        OrderId = o.Number.ToString(CultureInfo.InvariantCulture),
        OrderedOn = o.PlacedOn,
        FulfilledOn = o.FilledOn,
    });
}
