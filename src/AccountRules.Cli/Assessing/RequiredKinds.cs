namespace AccountRules.Cli.Assessing;

/// <summary>Tells without which kinds of facts a rule on several kinds says nothing, by the names of their files.</summary>
internal sealed class RequiredKinds : IRuleVisitor<IReadOnlyList<string>>
{
    private static readonly RequiredKinds Visitor = new();

    /// <summary>The kinds; none for a rule on facts of one kind.</summary>
    /// <param name="rule">The rule.</param>
    public static IReadOnlyList<string> Of(Rule rule) => rule.Accept(Visitor);

    public IReadOnlyList<string> Each<TFact>(Rule<TFact> rule)
        where TFact : class => [];

    public IReadOnlyList<string> RollUp<TFact>(RollUpRule<TFact> rule)
        where TFact : class => [];

    public IReadOnlyList<string> Track<TFact>(LifecycleRule<TFact> rule)
        where TFact : class => [];

    public IReadOnlyList<string> Gathered<TRow>(GatheredRule<TRow> rule)
        where TRow : class => [.. rule.Gathering.Sources.Where(s => !s.IsBeside).Select(s => s.Shape.Name)];
}
