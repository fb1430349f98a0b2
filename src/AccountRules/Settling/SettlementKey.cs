namespace AccountRules;

/// <summary>What tells the facts of a ledger apart: the rule, and what tells facts apart under it.</summary>
internal readonly record struct SettlementKey(string RuleId, FactKey Fact)
{
    public static SettlementKey Of(AssessmentRecord record) => new(record.RuleId, new(record.Subject, record.Period, record.Part, record.StartedOn));

    public override string ToString() => $"{RuleId} of {Fact}";
}
