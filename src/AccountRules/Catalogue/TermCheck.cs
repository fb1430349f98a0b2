using System.Collections;

namespace AccountRules.Catalogue;

/// <summary>Checks terms against their <see cref="Term"/> and against each other.</summary>
internal static class TermCheck
{
    public static List<TermProblem> Problems(PolicyTerms terms)
    {
        var problems = new List<TermProblem>();
        var (table, values, standard) = (((ITerms)terms).Terms, ((ITerms)terms).Values, ((ITerms)PolicyTerms.Standard).Values);
        for (var i = 0; i < values.Length; i++)
        {
            // A section that a document leaves out is the standard one, which needs no check of its own.
            if (values[i] != standard[i])
                Check(table[i], values[i], table[i].Name, problems);
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is ITerms section)
                CheckTogether(section, terms, table[i].Name, problems);
        }

        return problems;
    }

    private static void CheckTogether(ITerms section, PolicyTerms terms, string name, List<TermProblem> problems)
    {
        var first = problems.Count;
        section.Check(terms, problems);
        for (var i = first; i < problems.Count; i++)
            problems[i] = problems[i].In(name);
    }

    private static void CheckAlone(ITerms terms, string path, List<TermProblem> problems)
    {
        var (table, values) = (terms.Terms, terms.Values);
        for (var i = 0; i < values.Length; i++)
        {
            var here = path + table[i].Name;
            if (!table[i].IsList)
            {
                Check(table[i], values[i], here, problems);
                continue;
            }

            var index = 0;
            foreach (var item in (IEnumerable)values[i]!)
                Check(table[i], item, $"{here}[{index++}]", problems);
        }
    }

    private static void Check(Term term, object? value, string path, List<TermProblem> problems)
    {
        if (value is ITerms section)
            CheckAlone(section, path + ".", problems);
        else if ((value is int whole && !term.Allows(whole)) || (value is decimal number && !term.Allows(number)))
            problems.Add(OutOfRange(term, value, path));
    }

    private static TermProblem OutOfRange(Term term, object value, string path) => new(path, Texts.Number(value is int whole ? whole : (decimal)value), term.Range);
}
