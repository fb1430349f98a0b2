namespace AccountRules.Monitoring;

/// <summary>The standings under one rule, to read.</summary>
internal abstract class BookView(Rule rule)
{
    public Rule Rule => rule;

    public abstract int Count(Standing standing);

    public abstract Assessment? Find(in FactKey key);

    /// <summary>Adds the assessments that have the standing and belong to the account, each where it is given, ordered by key.</summary>
    public abstract void Collect(Standing? standing, string? account, List<Assessment> into);
}
