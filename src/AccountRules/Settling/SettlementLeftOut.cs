namespace AccountRules;

/// <summary>An assessment that a run was given and that has no line. Immutable; equal by value.</summary>
/// <param name="RuleId">The rule's id.</param>
/// <param name="Fact">What tells the fact from others under the rule.</param>
/// <param name="Why">
/// <c>OutOfScope</c> where it lies outside of the scope; <c>Duplicate</c> where another assessment of the fact counts; <c>NotAsked</c> where the rule is not
/// asked of the fact.
/// </param>
public sealed record SettlementLeftOut(string RuleId, FactKey Fact, string Why)
{
    internal const string OutOfScope = "OutOfScope";

    /// <summary>The fact, and why it has no line.</summary>
    public override string ToString() => $"{new SettlementKey(RuleId, Fact)}: {Why}";
}
