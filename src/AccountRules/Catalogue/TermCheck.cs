using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace AccountRules.Catalogue;

/// <summary>Checks terms against their <see cref="TermAttribute"/> and against each other.</summary>
internal static class TermCheck
{
    public static IEnumerable<TermProblem> Problems(PolicyTerms terms)
    {
        foreach (var problem in Alone(terms, path: ""))
            yield return problem;

        foreach (var section in typeof(PolicyTerms).GetProperties())
        {
            if (section.GetValue(terms) is not IRuleTerms rule)
                continue;

            var name = JsonNamingPolicy.CamelCase.ConvertName(section.Name);
            foreach (var problem in rule.Check(terms))
                yield return problem with { Path = $"{name}.{problem.Path}", DependsOn = problem.DependsOn is { } other ? $"{name}.{other}" : null };
        }
    }

    private static IEnumerable<TermProblem> Alone(object terms, string path)
    {
        foreach (var property in terms.GetType().GetProperties())
        {
            if (property.GetCustomAttribute<TermAttribute>() is not { } term || property.GetValue(terms) is not { } value)
                continue;

            var here = path + JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            foreach (var problem in value is IEnumerable items and not string ? items.Cast<object>().SelectMany((item, i) => Of(term, item, $"{here}[{i}]")) : Of(term, value, here))
                yield return problem;
        }
    }

    private static IEnumerable<TermProblem> Of(TermAttribute term, object value, string path) => value switch
    {
        int number => Range(term, number, path),
        decimal number => Range(term, number, path),
        string or Enum or DateOnly => [],
        _ => Alone(value, path + "."),
    };

    private static IEnumerable<TermProblem> Range(TermAttribute term, decimal value, string path) =>
        term.Allows(value) ? [] : [new(path, Texts.Number(value), term.Allowed)];
}
