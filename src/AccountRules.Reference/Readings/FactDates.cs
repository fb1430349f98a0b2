using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>"What it dates from": the start of a fact or of its period; "what has no start goes by the date on which it is due".</summary>
internal static class FactDates
{
    /// <summary>The first day, and the last one of a period.</summary>
    public static (DateOnly? Start, DateOnly? End) Of(object fact, string rule) => fact switch
    {
        FteOrder order => (order.OrderedOn, null),
        RegistryItem item => (item.AddedOn, null),
        ImprovementPlan plan => (plan.StartedOn, null),
        ProgramUpdate update => (update.IssuedOn ?? (rule == "update-acknowledgement" ? update.AcknowledgeBy : update.ImplementBy), null),
        ProtocolRun run => (run.DueOn, null),
        Interaction interaction => (interaction.HeldOn, null),
        ActionItem item => (item.AgreedOn ?? item.DueOn, null),
        Invoice invoice => (invoice.IssuedOn ?? invoice.DueOn, null),
        Employment role => (role.RoleSince, null),
        Escalation escalation => (escalation.RaisedOn, null),
        KpiResult result => (result.Period.Start, result.Period.End),
        PayPeriod pay => (pay.Period.Start, pay.Period.End),
        AccountRevenue revenue => (revenue.Period.Start, revenue.Period.End),
        WalletShare share => (share.Period.Start, share.Period.End),
        ServiceLevel level => (level.Period.Start, level.Period.End),
        _ => throw new NotSupportedException(fact.GetType().Name),
    };
}
