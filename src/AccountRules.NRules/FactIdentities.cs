using AccountRules.Facts;
using NRules;

namespace AccountRules.NRules;

/// <summary>
/// What a session knows the facts of <c>AccountRules.Facts</c> by. They are equal by value, and NRules takes equal facts for the same one: a changed
/// order would be one that the session does not hold.
/// </summary>
public static class FactIdentities
{
    /// <summary>
    /// Makes a session know these facts by their ids, so that <c>session.Update(order with { … })</c> finds the order that it holds: an order by its id, an
    /// item by its id, a KPI result by employee, KPI and period, a revenue by account and period, a pay period by employee and period, a plan by employee and
    /// start. A second fact of the same id cannot be inserted then.
    /// </summary>
    /// <param name="registry">The registry of the rule compiler.</param>
    public static void RegisterAccountFacts(this FactIdentityComparerRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        Register<FteOrder, string>(registry, o => o.OrderId);
        Register<RegistryItem, string>(registry, i => i.ItemId);
        Register<KpiResult, (string, string, Period)>(registry, k => (k.EmployeeId, k.Kpi, k.Period));
        Register<AccountRevenue, (string, Period)>(registry, r => (r.AccountId, r.Period));
        Register<PayPeriod, (string, Period)>(registry, p => (p.EmployeeId, p.Period));
        Register<ImprovementPlan, (string, DateOnly?)>(registry, p => (p.EmployeeId, p.StartedOn));
    }

    private static void Register<TFact, TId>(FactIdentityComparerRegistry registry, Func<TFact, TId> id)
        where TFact : class =>
        registry.RegisterComparer(EqualityComparer<TFact>.Create(
            (left, right) => EqualityComparer<TId>.Default.Equals(id(left!), id(right!)),
            fact => EqualityComparer<TId>.Default.GetHashCode(id(fact)!)));
}
