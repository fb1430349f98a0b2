namespace AccountRules;

/// <summary>The plans of KPIs that a policy declares.</summary>
public static class AchievementPlans
{
    extension(Policy policy)
    {
        /// <summary>A plan of the policy: <c>Achievement.Of(results, policy.KpiPlan("sales"))</c>.</summary>
        /// <param name="name">The plan's name; empty for the one that has none.</param>
        /// <exception cref="ArgumentException">The policy declares no such plan; the message says which ones it does.</exception>
        public KpiPlanTerms KpiPlan(string name = "")
        {
            ArgumentNullException.ThrowIfNull(name);
            var terms = policy.Terms.Achievement;
            return Find(policy.Terms, name)
                ?? throw new ArgumentException(
                    $"Policy {policy} declares {(name.Length == 0 ? "no plan without a name" : $"no plan `{name}`")}: "
                    + (terms.Plans.Count > 0
                        ? $"its plans are {string.Join(", ", terms.Plans.Select(plan => $"`{plan.Name}`"))}."
                        : "add it to `achievement`."),
                    nameof(name));
        }
    }

    extension(PolicyTerms terms)
    {
        /// <summary>The KPIs that achievements are made of.</summary>
        public AchievementTerms Achievement => terms.Of(AchievementTerms.Section);
    }

    /// <summary>A plan by its name, empty for the one that has none; <c>null</c> where the terms declare no such plan.</summary>
    internal static KpiPlanTerms? Find(PolicyTerms policy, string name) => policy.Achievement is var terms && name.Length == 0 && terms.Kpis.Count > 0
        ? new() { Name = "", Kpis = terms.Kpis, RollUp = terms.RollUp }
        : terms.Plans.FirstOrDefault(plan => string.Equals(plan.Name, name, StringComparison.Ordinal));
}
