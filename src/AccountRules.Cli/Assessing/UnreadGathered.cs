namespace AccountRules.Cli.Assessing;

/// <summary>The same of a rule whose rows are made of facts of several kinds: any row may be missing for want of one.</summary>
/// <param name="rule">The rule.</param>
/// <param name="note">Takes that a row could not be read.</param>
internal sealed class UnreadGathered(Rule rule, Action<UnreadableFact> note) : Judge(rule), IGatheredJudge
{
    public override bool TakesFactsTogether => true;

    public Judge<TFact> Of<TFact>()
        where TFact : class => new UnreadRows<TFact>(Rule, _ => default, _ => note(new() { RuleId = Rule.Id }));
}
