namespace AccountRules.Cli.Assessing;

/// <summary>Tells what rules take together.</summary>
internal sealed class RuleForms : IRuleVisitor<RuleForm>
{
    private static readonly RuleForms Visitor = new();

    /// <summary>What a rule takes together.</summary>
    /// <param name="rule">The rule.</param>
    public static RuleForm Of(Rule rule) => rule.Accept(Visitor);

    public RuleForm Each<TFact>(Rule<TFact> rule)
        where TFact : class => RuleForm.Each;

    public RuleForm RollUp<TFact>(RollUpRule<TFact> rule)
        where TFact : class => RuleForm.RollUp;

    public RuleForm Track<TFact>(LifecycleRule<TFact> rule)
        where TFact : class => RuleForm.Track;

    public RuleForm Gathered<TRow>(GatheredRule<TRow> rule)
        where TRow : class => RuleForm.Each;
}
