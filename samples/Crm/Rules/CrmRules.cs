using AccountRules.Facts;
using AccountRules.Samples.Crm.Data;

namespace AccountRules.Samples.Crm.Rules;

/// <summary>How the policy's rules read our own entities, and which rules the monitor watches.</summary>
internal static class CrmRules
{
    public static DeadlineRule<StaffingOrder> Orders(Policy policy) => policy.FteFulfillment.For<StaffingOrder>(o => new FteOrder
    {
        OrderId = o.Number,
        AccountId = o.ClientId,
        OrderedOn = o.PlacedOn,
        FulfilledOn = o.FilledOn,
    });

    public static LifecycleRule<StaffingOrder> Acquisition(Policy policy) => policy.FteAcquisition.For<StaffingOrder>(o => new FteOrder
    {
        OrderId = o.Number,
        AccountId = o.ClientId,
        OrderedOn = o.PlacedOn,
        FulfilledOn = o.FilledOn,
        Headcount = o.Heads,
        FilledHeadcount = o.HeadsFilled,
    });

    public static DeadlineRule<RegistryEntry> Registry(Policy policy) => policy.RegistryClosure.For<RegistryEntry>(e => new RegistryItem
    {
        ItemId = e.Code,
        AccountId = e.ClientId,
        AddedOn = e.AddedOn,
        ClosedOn = e.ClosedOn,
    });

    public static DeadlineRule<Bill> Bills(Policy policy) => policy.Payment.For<Bill>(b => new Invoice
    {
        InvoiceId = b.Number,
        AccountId = b.ClientId,
        DueOn = b.DueOn,
        PaidOn = b.PaidOn,
        Amount = b.Amount,
    });

    /// <summary>The rules on accounts.</summary>
    public static MonitoredRules Monitored { get; } = MonitoredRules.None
        .With(Orders)
        .With(Acquisition)
        .With(Registry)
        .With(Bills)
        .With(p => p.UpdateAcknowledgement)
        .With(p => p.UpdateImplementation)
        .With(p => p.BcpProtocol)
        .With(p => p.BcpConsistency)
        .With(p => p.InteractionDocumentation)
        .With(p => p.ActionItem)
        .With(p => p.ProgressUpdate)
        .With(p => p.BusinessReview)
        .With(p => p.EscalationRouting)
        .With(p => p.EscalationResolution)
        .With(p => p.ServiceLevels)
        .With(p => p.KeyAccount)
        .With(p => p.RevenueGrowth)
        .With(p => p.ShareOfWallet)
        .With(p => p.ShareOfWalletGrowth)
        .With(p => p.Satisfaction)
        .With(p => p.SatisfactionTrend);

    public static Account ToFact(this Client client) => new()
    {
        AccountId = client.Id,
        ManagerId = client.ManagerId.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Tier = client.Tier,
        StartedOn = client.StartedOn,
        EndedOn = client.EndedOn,
    };
}
