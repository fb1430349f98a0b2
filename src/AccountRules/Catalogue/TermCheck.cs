using System.Collections;

namespace AccountRules.Catalogue;

/// <summary>Checks terms against their <see cref="Term"/> and against each other.</summary>
internal static class TermCheck
{
    public static List<TermProblem> Problems(PolicyTerms terms)
    {
        var problems = new List<TermProblem>();
        var values = ((ITerms)terms).Values;
        CheckAlone(PolicyTerms.Table, values, path: "", problems);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is not ITerms section)
                continue;

            var (first, name) = (problems.Count, PolicyTerms.Table.Terms[i].Name);
            section.Check(terms, problems);
            for (var j = first; j < problems.Count; j++)
                problems[j] = problems[j].In(name);
        }

        return problems;
    }

    private static void CheckAlone(TermTable table, object?[] values, string path, List<TermProblem> problems)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var (term, here) = (table.Terms[i], path + table.Terms[i].Name);
            if (!term.IsList)
            {
                Check(term, values[i], here, problems);
                continue;
            }

            var index = 0;
            foreach (var item in (IEnumerable)values[i]!)
                Check(term, item, $"{here}[{index++}]", problems);
        }
    }

    private static void Check(Term term, object? value, string path, List<TermProblem> problems)
    {
        switch (value)
        {
            case int number:
                CheckRange(term, number, path, problems);
                break;
            case decimal number:
                CheckRange(term, number, path, problems);
                break;
            case Enum choice when !Enum.IsDefined(term.Choices, choice):
                problems.Add(new(path, choice.ToString("D"), $"one of {string.Join(", ", term.ChoiceNames)}"));
                break;
            case ITerms section:
                CheckAlone(term.Table!, section.Values, path + ".", problems);
                break;
        }
    }

    private static void CheckRange(Term term, decimal value, string path, List<TermProblem> problems)
    {
        if (!term.Allows(value))
            problems.Add(new(path, Texts.Number(value), term.Range));
    }
}
