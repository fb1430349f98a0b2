using System.Collections;
using System.Globalization;

namespace AccountRules.Changes;

/// <summary>A number among the terms of a policy, which can be put at other values.</summary>
/// <param name="Path">Its path, such as <c>performancePay.bands[Full].above</c> or <c>payment.bucketDays[0]</c>.</param>
/// <param name="Section">The section that it is in.</param>
/// <param name="Term">The term; of a list the one that each item is or has.</param>
/// <param name="Value">Its value; <c>null</c> where it is not set.</param>
/// <param name="With">The same terms with another value.</param>
internal sealed record CurveTerm(string Path, TermSection Section, Term Term, decimal? Value, Func<decimal, PolicyTerms> With)
{
    /// <summary>Whether its values are whole numbers.</summary>
    public bool IsWhole => Term.Kind == TermKind.Whole;

    /// <summary>The numbers among terms, in the order of the document.</summary>
    public static IEnumerable<CurveTerm> All(PolicyTerms terms) =>
        from section in terms.Rules.Sections
        from term in section.Terms
        from one in term.IsList ? OfList(terms, section, term) : IsNumber(term) ? [Single(terms, section, term)] : []
        select one;

    private static bool IsNumber(Term term) => term.Kind is TermKind.Whole or TermKind.Number;

    private static CurveTerm Single(PolicyTerms terms, TermSection section, Term term) => new(
        $"{section.Name}.{term.Name}", section, term, Number(term.ValueOf(terms.Of(section))),
        value => terms.With(section, term.With(terms.Of(section), Boxed(term, value))));

    private static IEnumerable<CurveTerm> OfList(PolicyTerms terms, TermSection section, Term list)
    {
        List<object> items = [.. ((IEnumerable)list.ValueOf(terms.Of(section))!).Cast<object>()];
        PolicyTerms With(int index, object item) =>
            terms.With(section, list.With(terms.Of(section), items.Select((old, i) => i == index ? item : old).ToList()));

        for (var i = 0; i < items.Count; i++)
        {
            var (index, item) = (i, items[i]);
            if (list.Section is null && IsNumber(list))
            {
                var path = string.Create(CultureInfo.InvariantCulture, $"{section.Name}.{list.Name}[{i}]");
                yield return new(path, section, list, Number(item), value => With(index, Boxed(list, value)));
            }

            foreach (var part in list.Section?.Terms.Where(t => IsNumber(t) && !t.IsList) ?? [])
            {
                yield return new(
                    $"{section.Name}.{list.Name}[{list.Section!.Terms[0].ValueOf(item)}].{part.Name}", section, part, Number(part.ValueOf(item)),
                    value => With(index, part.With(item, Boxed(part, value))));
            }
        }
    }

    private static decimal? Number(object? value) => value is int whole ? whole : value as decimal?;

    private static object Boxed(Term term, decimal value) =>
        Convert.ChangeType(value, term.Kind == TermKind.Whole ? typeof(int) : typeof(decimal), CultureInfo.InvariantCulture);
}
