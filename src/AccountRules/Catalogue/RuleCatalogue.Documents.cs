namespace AccountRules;

/// <content>The rules of the documents.</content>
public sealed partial class RuleCatalogue
{
    /// <summary>The rules of the documents: one line each, in the order of a policy document.</summary>
    public static RuleCatalogue Documents { get; } = new(
    [
        FteFulfillmentDeclaration.Rule,
        RegistryClosureDeclaration.Rule,
        KpiAttainmentDeclaration.Rule,
        KpiAttainmentDeclaration.MonthRule,
        KeyAccountDeclaration.Rule,
        PerformancePayDeclaration.Rule,
        ImprovementPlanDeclaration.Rule,
        ImprovementPlanStartDeclaration.Rule,
        UpdateAcknowledgementDeclaration.Rule,
        UpdateImplementationDeclaration.Rule,
        FteAcquisitionDeclaration.Rule,
        BcpProtocolDeclaration.Rule,
        BcpConsistencyDeclaration.Rule,
        InteractionDocumentationDeclaration.Rule,
        ActionItemDeclaration.Rule,
        PaymentDeclaration.Rule,
        CareerDeclaration.Rule,
        ProgressUpdateDeclaration.Rule,
        BusinessReviewDeclaration.Rule,
        EscalationDeclaration.RoutingRule,
        EscalationDeclaration.ResolutionRule,
        RetentionDeclaration.Rule,
        ShareOfWalletDeclaration.Rule,
        ShareOfWalletDeclaration.GrowthRule,
        RevenueGrowthDeclaration.Rule,
        DealSizeDeclaration.Rule,
        ServiceLevelDeclaration.Rule,
        ServiceLevelDeclaration.AllRule,
        CompetencyDeclaration.Rule,
        SatisfactionDeclaration.Rule,
        SatisfactionDeclaration.TrendRule,
        LifetimeValueDeclaration.Rule,
    ]);
}
