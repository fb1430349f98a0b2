namespace AccountRules;

/// <summary>Tells a queryable over a collection in memory from a database's, whose rows are not to be read by the way.</summary>
internal static class Queryables
{
    /// <summary>The facts, where they are in memory.</summary>
    /// <param name="facts">The queryable.</param>
    /// <param name="ruleId">The rule's id.</param>
    /// <param name="verbs">What asks the database instead.</param>
    public static IEnumerable<TFact> InMemory<TFact>(this IQueryable<TFact> facts, string ruleId, string verbs)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts is EnumerableQuery ? facts : throw new ArgumentException(
            $"Rule `{ruleId}` would read every row of a query on {typeof(TFact).Name} into memory: ask the database by {verbs}, "
            + "or hand over AsEnumerable() where reading the rows is meant.",
            nameof(facts));
    }
}
