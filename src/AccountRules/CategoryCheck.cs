using Node = System.Linq.Expressions.Expression;

namespace AccountRules;

/// <summary>What the rules of categories must keep to together.</summary>
internal static class CategoryCheck
{
    /// <summary>Verdicts number grades by 16 bits, and those of periods that run are as many again.</summary>
    internal const int MostGrades = short.MaxValue / 2;

    public static KeyValuePair<string, TRule>[] Of<TFact, TRule>(IEnumerable<KeyValuePair<string, TRule>> rules, TRule? otherwise)
        where TFact : class
        where TRule : Rule<TFact>
    {
        ArgumentNullException.ThrowIfNull(rules);
        KeyValuePair<string, TRule>[] all = [.. rules];
        if (all.Length == 0)
            throw Wrong("There is no category: give each category with its rule.");

        var (fact, names) = (Node.Parameter(typeof(TFact), "fact"), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (name, rule) in all)
        {
            if (string.IsNullOrWhiteSpace(name) || rule is null)
                throw Wrong($"Category `{name}` has no {(rule is null ? "rule" : "name")}: give each category with its rule.");

            if (!names.Add(name))
                throw Wrong($"Category `{name}` is there twice: leave one of them out.");
        }

        var first = Reads(all[0].Value);
        foreach (var (name, rule) in otherwise is null ? all : all.Append(KeyValuePair.Create("any other", otherwise)))
        {
            if (rule is LifecycleRule<TFact>)
                throw Wrong($"Category `{name}` has a lifecycle, whose stages a category cannot choose: give it a deadline, an attainment or a tier.");

            if (!ReferenceEquals(rule.Measured, all[0].Value.Measured) && Reads(rule) is var reads && reads != first)
                throw Wrong($"Category `{name}` measures {reads}, and `{all[0].Key}` measures {first}: one rule measures in one way.");
        }

        return all.Select(r => r.Value).Append(otherwise).Sum(r => r?.Grades.Count(g => !g.IsProvisional) ?? 0) is var grades and > MostGrades
            ? throw Wrong($"The {all.Length} categories have {grades} bands in all, and a rule takes {MostGrades}: divide them among several rules.")
            : all;

        string Reads(Rule<TFact> rule) =>
            $"{rule.Unit}{(rule.UnitName is var (one, more) ? $" ({one}, {more})" : "")} from {rule.Begins?.On(fact)} until {rule.Ends?.On(fact)}";

        static ArgumentException Wrong(string message) => new(message, nameof(rules));
    }
}
