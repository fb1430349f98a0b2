using System.Collections;
using AccountRules.Documents;

namespace AccountRules.Changes;

/// <summary>Finds the terms that two policies state differently: single values, and those of a list's items where both lists have the same items.</summary>
internal static class TermChanges
{
    /// <summary>The changes of all sections that both policies have, in the order of the document.</summary>
    public static IReadOnlyList<TermChange> Between(PolicyTerms old, PolicyTerms @new) =>
    [
        .. from section in old.Rules.Sections
           where @new.Rules.Sections.Contains(section)
           from change in OfSection(section, old.Of(section), @new.Of(section))
           select change,
    ];

    private static IEnumerable<TermChange> OfSection(TermSection section, object old, object @new)
    {
        foreach (var term in section.Terms)
        {
            var (before, after, path) = (term.ValueOf(old), term.ValueOf(@new), $"{section.Name}.{term.Name}");
            if (IsSame(before, after))
                continue;

            TermChange Change(string at, string from, string to, Func<object, object?> set) => new(at, from, to)
            {
                Section = section,
                Apply = terms => terms.With(section, term.With(terms.Of(section), set(term.ValueOf(terms.Of(section))!))),
            };

            if (term is { IsList: true, Section: { } item } && ItemsOf(before) is var some && ItemsOf(after) is var others && HaveSameNames(item, some, others))
            {
                for (var i = 0; i < some.Count; i++)
                {
                    var index = i;
                    foreach (var (name, from, to, set) in Parts(item, some[i], others[i]))
                        yield return Change($"{path}[{item.Terms[0].ValueOf(some[i])}].{name}", from, to, items => Replaced(ItemsOf(items), index, set));
                }
            }
            else
            {
                yield return Change(path, HandbookTables.Value(term, before), HandbookTables.Value(term, after), _ => after);
            }
        }
    }

    /// <summary>
    /// The parts of an item that differ. A cut that changed its side, such as from <c>above</c> to <c>from</c>, is one change: to take the one away and to set
    /// the other mean nothing by themselves.
    /// </summary>
    private static IEnumerable<(string Name, string Old, string New, Func<object, object> Set)> Parts(TermSection item, object old, object @new)
    {
        var parts = item.Terms.Where(t => !IsSame(t.ValueOf(old), t.ValueOf(@new))).ToArray();
        var taken = parts.Where(t => t.IsOptional && t.ValueOf(@new) is null).ToArray();
        var set = parts.Where(t => t.IsOptional && t.ValueOf(old) is null && taken.Any(other => other.Kind == t.Kind)).ToArray();
        if (taken.Length == 1 && set.Length == 1)
        {
            var (away, there) = (taken[0], set[0]);
            yield return (
                there.Name,
                $"{away.Name} {HandbookTables.Value(away, away.ValueOf(old))}",
                $"{there.Name} {HandbookTables.Value(there, there.ValueOf(@new))}",
                record => there.With(away.With(record, null), there.ValueOf(@new)));
            parts = [.. parts.Except([away, there])];
        }

        foreach (var part in parts)
        {
            yield return (
                part.Name, HandbookTables.Value(part, part.ValueOf(old)), HandbookTables.Value(part, part.ValueOf(@new)),
                record => part.With(record, part.ValueOf(@new)));
        }
    }

    private static List<object> Replaced(IReadOnlyList<object> items, int index, Func<object, object> set) =>
        [.. items.Select((item, i) => i == index ? set(item) : item)];

    private static bool HaveSameNames(TermSection item, IReadOnlyList<object> some, IReadOnlyList<object> others) =>
        some.Count == others.Count && some.Zip(others).All(pair => IsSame(item.Terms[0].ValueOf(pair.First), item.Terms[0].ValueOf(pair.Second)));

    private static IReadOnlyList<object> ItemsOf(object? list) => [.. ((IEnumerable)list!).Cast<object>()];

    private static bool IsSame(object? one, object? other) => one is IEnumerable items and not string && other is IEnumerable others
        ? items.Cast<object>().SequenceEqual(others.Cast<object>())
        : Equals(one, other);
}
