using NRules;

namespace AccountRules.NRules;

/// <summary>
/// What a session knows the facts of <c>AccountRules.Facts</c> by. They are equal by value, and NRules takes equal facts for the same one: a changed
/// order would be one that the session does not hold.
/// </summary>
public static class FactIdentities
{
    /// <summary>
    /// Makes a session know these facts by their ids, so that <c>session.Update(order with { … })</c> finds the order that it holds: each by what the
    /// shape of its type says (<see cref="FactShape.Identity"/>): an order by its id, a KPI result by employee, KPI and period.
    /// A second fact of the same id cannot be inserted then.
    /// </summary>
    /// <param name="registry">The registry of the rule compiler.</param>
    public static void RegisterAccountFacts(this FactIdentityComparerRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        foreach (dynamic shape in Policy.Default.Rules.SelectMany(rule => rule.FactShapes).Distinct())
            Register(registry, shape);
    }

    private static void Register<TFact>(FactIdentityComparerRegistry registry, FactShape<TFact> shape)
        where TFact : class =>
        registry.RegisterComparer(
            EqualityComparer<TFact>.Create((left, right) => shape.KeyOf(left!) == shape.KeyOf(right!), fact => shape.KeyOf(fact).GetHashCode()));
}
