using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>What is said of each fact by itself: the numbers of the terms are put into the readings here, and nothing is decided.</summary>
internal static class FactReadings
{
    /// <summary>The readings by the ids of their rules.</summary>
    public static IReadOnlyDictionary<string, FactReading> All { get; } =
        new Dictionary<string, FactReading>(StringComparer.Ordinal)
        {
            ["fte-fulfillment"] = FactReading.Of<FteOrder>(o => o.OrderId, FteFulfillment),
            ["registry-closure"] = FactReading.Of<RegistryItem>(i => i.ItemId, RegistryClosure),
            ["kpi-attainment"] = FactReading.Of<KpiResult>(r => new(r.EmployeeId, r.Period, r.Kpi), KpiAttainment),
            ["key-account"] = FactReading.Of<AccountRevenue>(r => new(r.AccountId, r.Period), KeyAccount),
            ["performance-pay"] = FactReading.Of<PayPeriod>(p => new(p.EmployeeId, p.Period, p.AssignmentId), PerformancePay),
            ["improvement-plan"] = FactReading.Of<ImprovementPlan>(p => new(p.EmployeeId, StartedOn: p.StartedOn), ImprovementPlan),
            ["update-acknowledgement"] = FactReading.Of<ProgramUpdate>(u => u.UpdateId, UpdateAcknowledgement),
            ["update-implementation"] = FactReading.Of<ProgramUpdate>(u => u.UpdateId, UpdateImplementation),
            ["fte-acquisition"] = FactReading.Of<FteOrder>(o => o.OrderId, FteAcquisition),
            ["bcp-protocol"] = FactReading.Of<ProtocolRun>(r => r.RunId, BcpProtocol),
            ["interaction-documentation"] = FactReading.Of<Interaction>(i => i.InteractionId, InteractionDocumentation),
            ["action-item"] = FactReading.Of<ActionItem>(i => i.ItemId, ActionItem),
            ["payment"] = FactReading.Of<Invoice>(i => i.InvoiceId, Payment),
            ["career"] = FactReading.Of<Employment>(e => e.EmployeeId, Career),
            ["escalation-routing"] = FactReading.Of<Escalation>(e => e.EscalationId, EscalationRouting),
            ["escalation-resolution"] = FactReading.Of<Escalation>(e => e.EscalationId, EscalationResolution),
            ["share-of-wallet"] = FactReading.Of<WalletShare>(s => new(s.AccountId, s.Period), ShareOfWallet),
            ["service-level"] = FactReading.Of<ServiceLevel>(l => new(l.AccountId, l.Period, l.Service), ServiceLevel),
        };

    public static Expected FteFulfillment(PolicyTerms terms, FteOrder order, DateOnly asOf) => InForce.From(
        terms.EffectiveFrom, order.OrderedOn,
        FteFulfillmentReading.Of(order, asOf, terms.FteFulfillment, new(terms, terms.FteFulfillment.Calendar, order.Calendar, order.Pauses)));

    public static Expected FteAcquisition(PolicyTerms terms, FteOrder order, DateOnly asOf) => InForce.From(
        terms.EffectiveFrom, order.OrderedOn, FteAcquisitionReading.Of(
            order, asOf, terms.FteFulfillment.LimitDays, new(terms, terms.FteFulfillment.Calendar, order.Calendar, order.Pauses)));

    public static Expected RegistryClosure(PolicyTerms terms, RegistryItem item, DateOnly asOf) => InForce.From(
        terms.EffectiveFrom, item.AddedOn, RegistryClosureReading.Of(
            item, asOf, terms.RegistryClosure.TargetDays, terms.RegistryClosure.LimitDays, terms.RegistryClosure.FocusQuarters,
            terms.RegistryClosure.FiscalYearStartMonth, terms.RegistryClosure.Levels,
            new(terms, terms.RegistryClosure.Calendar, item.Calendar, item.Pauses)));

    public static Expected KpiAttainment(PolicyTerms terms, KpiResult result, DateOnly asOf) =>
        InForce.From(terms.EffectiveFrom, result.Period.Start, KpiAttainmentReading.Of(result, asOf, terms.KpiAttainment.Above));

    public static Expected KeyAccount(PolicyTerms terms, AccountRevenue revenue, DateOnly asOf) =>
        InForce.From(terms.EffectiveFrom, revenue.Period.Start, KeyAccountReading.Of(revenue, asOf, terms.KeyAccount));

    public static Expected PerformancePay(PolicyTerms terms, PayPeriod period, DateOnly asOf) =>
        InForce.From(terms.EffectiveFrom, period.Period.Start, PerformancePayReading.Of(period, asOf, terms.PerformancePay));

    public static Expected ImprovementPlan(PolicyTerms terms, ImprovementPlan plan, DateOnly asOf) =>
        InForce.From(terms.EffectiveFrom, plan.StartedOn, ImprovementPlanReading.Of(terms, plan, asOf));

    public static Expected UpdateAcknowledgement(PolicyTerms terms, ProgramUpdate update, DateOnly asOf) => InForce.From(
        terms.EffectiveFrom, update.IssuedOn ?? update.AcknowledgeBy, PastDueReading.Of(
            update.IssuedOn, update.AcknowledgeBy, update.AcknowledgedOn, asOf, terms.UpdateAcknowledgement.AcknowledgeWithinDays,
            terms.UpdateAcknowledgement.AtRiskDays, terms.UpdateAcknowledgement.Levels,
            new(terms, terms.UpdateAcknowledgement.Calendar, update.Calendar, update.Pauses)));

    public static Expected UpdateImplementation(PolicyTerms terms, ProgramUpdate update, DateOnly asOf) => InForce.From(
        terms.EffectiveFrom, update.IssuedOn ?? update.ImplementBy, PastDueReading.Of(
            update.IssuedOn, update.ImplementBy, update.ImplementedOn, asOf, terms.UpdateImplementation.ImplementWithinDays,
            terms.UpdateImplementation.AtRiskDays, terms.UpdateImplementation.Levels,
            new(terms, terms.UpdateImplementation.Calendar, update.Calendar, update.Pauses)));

    public static Expected BcpProtocol(PolicyTerms terms, ProtocolRun run, DateOnly asOf) => InForce.From(
        terms.EffectiveFrom, run.DueOn, PastDueReading.Of(
            start: null, run.DueOn, run.CompletedOn, asOf, withinDays: null, terms.BcpProtocol.AtRiskDays, terms.BcpProtocol.Levels,
            new(terms, terms.BcpProtocol.Calendar, run.Calendar, run.Pauses)));

    public static Expected InteractionDocumentation(PolicyTerms terms, Interaction interaction, DateOnly asOf) => InForce.From(
        terms.EffectiveFrom, interaction.HeldOn, InteractionDocumentationReading.Of(
            interaction, asOf, terms.InteractionDocumentation,
            new(terms, terms.InteractionDocumentation.Calendar, interaction.Calendar, interaction.Pauses)));

    public static Expected ActionItem(PolicyTerms terms, ActionItem item, DateOnly asOf) => InForce.From(
        terms.EffectiveFrom, item.AgreedOn ?? item.DueOn, PastDueReading.Of(
            item.AgreedOn, item.DueOn, item.DoneOn, asOf, terms.ActionItem.ActWithinDays, terms.ActionItem.AtRiskDays, terms.ActionItem.Levels,
            new(terms, terms.ActionItem.Calendar, item.Calendar, item.Pauses)));

    public static Expected Payment(PolicyTerms terms, Invoice invoice, DateOnly asOf) => InForce.From(
        terms.EffectiveFrom, invoice.IssuedOn ?? invoice.DueOn, PaymentReading.Of(
            invoice, asOf, terms.Payment.BucketDays, new(terms, terms.Payment.Calendar, invoice.Calendar, invoice.Pauses)));

    public static Expected Career(PolicyTerms terms, Employment employment, DateOnly asOf) => InForce.From(
        terms.EffectiveFrom, employment.RoleSince,
        CareerReading.Of(employment, asOf, terms.Career.EligibleFromYears, terms.Career.TypicalUpToYears));

    public static Expected EscalationRouting(PolicyTerms terms, Escalation escalation, DateOnly asOf) =>
        InForce.From(terms.EffectiveFrom, escalation.RaisedOn, EscalationReading.OfRouting(terms, escalation, asOf));

    public static Expected EscalationResolution(PolicyTerms terms, Escalation escalation, DateOnly asOf) =>
        InForce.From(terms.EffectiveFrom, escalation.RaisedOn, EscalationReading.OfResolution(terms, escalation, asOf));

    public static Expected ShareOfWallet(PolicyTerms terms, WalletShare share, DateOnly asOf) =>
        InForce.From(terms.EffectiveFrom, share.Period.Start, WalletShareReading.Of(share, asOf));

    public static Expected ServiceLevel(PolicyTerms terms, ServiceLevel level, DateOnly asOf) =>
        InForce.From(terms.EffectiveFrom, level.Period.Start, ServiceLevelReading.Of(level, asOf, terms.ServiceLevel.NearMargin));
}
