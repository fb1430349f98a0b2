using AccountRules.Gathering;

namespace AccountRules.Monitoring;

/// <summary>Makes the books of all rules of a policy, in the order of its catalogue: a roll-up counts the standings in the book of its rule.</summary>
internal sealed class PolicyBooks(Policy policy) : IRuleVisitor<Book>
{
    private readonly List<Book> books = [];
    private RuleDeclaration? declaration;

    public static Book[] Of(Policy policy)
    {
        var made = new PolicyBooks(policy);
        foreach (var (declaration, rule) in policy.Terms.Rules.Zip(policy.Rules))
        {
            made.declaration = declaration;
            made.books.Add(rule.Accept(made));
        }

        return [.. made.books];
    }

    public Book Each<TFact>(Rule<TFact> rule)
        where TFact : class => new FactBook<TFact>(Take<Rule<TFact>>(), rule);

    public Book RollUp<TFact>(RollUpRule<TFact> rule)
        where TFact : class => new RollUpBook<TFact>(books.OfType<FactBook<TFact>>().First(book => book.Rule == rule.Of), Take<RollUpRule<TFact>>(), rule);

    public Book Track<TFact>(LifecycleRule<TFact> rule)
        where TFact : class => new GatheringBook<Tracked>(TrackedRows<TFact>.Of(Take<LifecycleRule<TFact>>()), policy);

    public Book Gathered<TRow>(GatheredRule<TRow> rule)
        where TRow : class => new GatheringBook<TRow>(GatheredRows<TRow>.Of(Take<GatheredRule<TRow>>()), policy);

    /// <summary>Takes the rule from another policy, too.</summary>
    private Func<Policy, TRule> Take<TRule>()
        where TRule : Rule
    {
        var declared = declaration!;
        return policy => (TRule)policy.RuleOf(declared);
    }
}
