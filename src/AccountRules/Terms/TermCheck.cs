using System.Collections;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>Checks terms against their <see cref="Term"/> and against each other.</summary>
internal static class TermCheck
{
    public static TermProblems Problems(PolicyTerms terms)
    {
        var (problems, root) = (new TermProblems(terms), terms.Rules.Root);
        foreach (var term in root.Terms)
        {
            // A section that a document leaves out is the standard one, which needs no check of its own.
            if (term.ValueOf(terms) is { } value && (term.Section is null || value != term.Section.Standard))
                Check(term, value, term.Name, problems.Found);
        }

        CheckVersion(terms.Version, problems);
        foreach (var section in terms.Rules.Sections)
            section.Check(terms.Of(section), problems.In(section.Name));

        return problems;
    }

    /// <summary>It tells the versions of a history apart, and stands in every record.</summary>
    private static void CheckVersion(string? version, TermProblems problems)
    {
        if (string.IsNullOrWhiteSpace(version))
            problems.Found.Add(new("version", "an empty version", "the version's name, such as 2026-01"));
        else if (Ids.Problem(version) is { } allowed)
            problems.Found.Add(new("version", $"`{version}`", allowed));
    }

    private static void Check(Term term, object? value, string path, List<TermProblem> problems)
    {
        if (term.Section is { } section)
            CheckAlone(section, value!, path + ".", problems);
        else if ((value is int whole ? whole : value as decimal?) is { } number && !term.Allows(number))
            problems.Add(new(path, Texts.Number(number), term.AllowedFor(number)));
    }

    private static void CheckAlone(TermSection section, object record, string path, List<TermProblem> problems)
    {
        foreach (var term in section.Terms)
        {
            var (here, value) = (path + term.Name, term.ValueOf(record));
            if (!term.IsList)
            {
                Check(term, value, here, problems);
                continue;
            }

            var index = 0;
            foreach (var item in (IEnumerable)value!)
                Check(term, item, $"{here}[{index++}]", problems);
        }
    }
}
