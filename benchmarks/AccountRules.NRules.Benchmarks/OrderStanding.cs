namespace AccountRules.NRules.Benchmarks;

/// <summary>What the hand-written rules say of an order.</summary>
public sealed record OrderStanding(CrmOrder Order, Standing Standing);
