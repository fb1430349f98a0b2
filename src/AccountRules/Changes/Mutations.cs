using System.Collections;
using AccountRules.Documents;
using AccountRules.Wording;

namespace AccountRules.Changes;

/// <summary>Makes the mutants of a policy by the tables of its terms.</summary>
internal sealed class Mutations(Policy policy)
{
    private readonly List<PolicyMutant> found = [];
    private readonly Lazy<IReadOnlyList<PolicyBoundary>> boundaries = new(() => PolicyBoundaries.Of(policy));
    private TermSection? section;

    public IReadOnlyList<PolicyMutant> All()
    {
        Walk(policy.Terms.Rules.Root, new("", policy.Terms, terms => (PolicyTerms)terms));
        return found;
    }

    /// <summary>A record of terms, where it stands, and the policy's terms with another one in its place.</summary>
    private sealed record Place(string Path, object Record, Func<object, PolicyTerms> Put)
    {
        public Func<object?, PolicyTerms> Of(Term term) => value => Put(term.With(Record, value));

        public string PathOf(Term term) => Path.Length == 0 ? term.Name : $"{Path}.{term.Name}";
    }

    private void Walk(TermSection terms, Place at)
    {
        foreach (var term in terms.Terms)
        {
            if (at.Path.Length == 0)
                section = term.Section;

            if (term.Section is { IsOfHistory: true })
                continue;

            var (value, put, path) = (term.ValueOf(at.Record), at.Of(term), at.PathOf(term));
            if (term.IsList)
                WalkList(term, [.. ((IEnumerable)value!).Cast<object>()], put, path);
            else if (term.Section is { } inner)
                Walk(inner, new(path, value!, record => put(record)));
            else if (value is not null)
                Mutate(term, value, put, path);
        }

        if (Sides(terms, at.Record) is var (taken, given))
        {
            var (at2, to) = (taken.ValueOf(at.Record), taken.With(at.Record, null));
            Add(MutationKind.Side, at.PathOf(taken), Said(taken, at2), $"{given.Name} {Said(given, at2)}", at.Put(given.With(to, at2)));
        }
    }

    /// <summary>The terms of a cut that states its side: the one that is set, and the one that would be on the other side.</summary>
    private static (Term Taken, Term Given)? Sides(TermSection terms, object record)
    {
        var pair = terms.Terms.Where(t => t is { IsOptional: true, Name: "above" or "from" }).ToArray();
        var set = pair.Where(t => t.ValueOf(record) is not null).ToArray();
        return pair.Length == 2 && set.Length == 1 ? (set[0], pair.Single(t => t != set[0])) : null;
    }

    /// <summary>The mutants of a single value.</summary>
    private void Mutate(Term term, object value, Func<object?, PolicyTerms> put, string path)
    {
        switch (value)
        {
            case int choice when term.Kind == TermKind.Choice:
                for (var other = 0; other < term.Choices.Count; other++)
                    Try(MutationKind.Choice, other == choice ? null : other);

                break;
            case int or decimal:
                foreach (var (kind, number) in OtherNumbers.Of(term, value, UnitOf()))
                    Try(kind, number);

                if (value is decimal cut)
                    MutateSide(term, cut, put, path);

                break;
            case DateOnly date:
                Try(MutationKind.Lower, date > DateOnly.MinValue ? date.AddDays(-1) : null);
                Try(MutationKind.Higher, date < DateOnly.MaxValue ? date.AddDays(1) : null);
                break;
        }

        if (term.IsOptional)
            Add(MutationKind.Removed, path, Said(term, value), "not set", put(null));

        void Try(MutationKind kind, object? other)
        {
            if (other is not null)
                Add(kind, path, Said(term, value), Said(term, other), put(other));
        }
    }

    /// <summary>A side that the terms do not state: the cut of a rule moved by the least that a decimal holds gives the cut itself to its other side.</summary>
    private void MutateSide(Term term, decimal cut, Func<object?, PolicyTerms> put, string path)
    {
        var own = policy.Terms.Rules.Where(d => d.Section == section).Select(d => d.Id).ToArray();
        var edges = path.Contains('[', StringComparison.Ordinal) ? []
            : boundaries.Value.Where(b => own.Contains(b.Rule.Id, StringComparer.Ordinal) && b.Cut.At == cut).Select(b => b.Cut.Edge).Distinct();
        foreach (var edge in edges)
        {
            var (side, other) = edge == Edge.Above ? ("above", "from") : ("from", "above");
            var moved = edge == Edge.Above ? cut - OtherNumbers.Least(cut) : cut + OtherNumbers.Least(cut);
            Add(MutationKind.Side, path, $"{side} {Said(term, cut)}", $"{other} {Said(term, cut)}", put(moved));
        }
    }

    private void WalkList(Term term, object[] items, Func<object?, PolicyTerms> put, string path)
    {
        PolicyTerms Put(object[] others) => put(others.ToList());
        for (var i = 0; i < items.Length; i++)
        {
            var index = i;
            var here = $"{path}[{(term.Section is { } named ? named.Terms[0].ValueOf(items[i]) : i)}]";
            PolicyTerms PutItem(object item) => Put(ListEdits.Replaced(items, index, item));
            if (term.Section is { } item)
                Walk(item, new(here, items[i], PutItem));
            else
                Mutate(term, items[i], value => PutItem(value!), here);

            var old = term.Section is null ? Said(term, items[i]) : HandbookTables.Value(term, new[] { items[i] });
            _ = Add(MutationKind.Removed, here, old, "removed", Put(ListEdits.Removed(items, i)))
                || (ListEdits.RemovedWithCut(term.Section, items, i) is { } rest && Add(MutationKind.Removed, here, old, "removed", Put(rest)));
            if (i + 1 < items.Length)
                WalkPair(term, items, i, Put, here);
        }
    }

    /// <summary>Two neighbours: exchanged; of items with terms what they say by each of them, and numbers that move only together.</summary>
    private void WalkPair(Term list, object[] items, int i, Func<object[], PolicyTerms> put, string path)
    {
        if (list.Section is not { } item)
        {
            Add(MutationKind.Swapped, path, "before the next", "after it", put(ListEdits.Swapped(items, i)));
            return;
        }

        foreach (var term in item.Terms)
        {
            var (one, other) = (term.ValueOf(items[i]), term.ValueOf(items[i + 1]));
            Add(MutationKind.Swapped, $"{path}.{term.Name}", Said(term, one), $"{Said(term, other)}, swapped with the next", put(Both(term, other, one)));
            if (one is not decimal first || other is not decimal second)
                continue;

            var step = Math.Max(OtherNumbers.Step(term, first), OtherNumbers.Step(term, second));
            foreach (var (kind, move) in ((MutationKind, decimal)[])[(MutationKind.Lower, -step), (MutationKind.Higher, step)])
            {
                if (Made(put(ListEdits.Replaced(items, i, term.With(items[i], first + move)))) is null)
                {
                    Add(kind, $"{path}.{term.Name}", Said(term, first), $"{Said(term, first + move)}, the next by so much the other way",
                        put(Both(term, first + move, second - move)));
                }
            }
        }

        object[] Both(Term term, object? one, object? other) =>
            ListEdits.Replaced(ListEdits.Replaced(items, i, term.With(items[i], one)), i + 1, term.With(items[i + 1], other));
    }

    /// <summary>Adds a mutant where it is another policy that can be used, and was not there before.</summary>
    private bool Add(MutationKind kind, string path, string old, string @new, PolicyTerms terms)
    {
        if (terms == policy.Terms || found.Exists(m => m.Policy.Terms == terms) || Made(terms) is not { } made)
            return false;

        found.Add(new(policy, made, kind, new(path, old, @new) { Section = section }));
        return true;
    }

    private Unit? UnitOf() => policy.Terms.Rules.FirstOrDefault(d => d.Section == section && section is not null) is { } d ? policy.RuleOf(d).Unit : null;

    private static string Said(Term term, object? value) => value switch
    {
        int number when term.Kind != TermKind.Choice => Texts.Number(number),
        DateOnly date => Texts.Date(date),
        _ => HandbookTables.Value(term, value),
    };

    private static Policy? Made(PolicyTerms terms)
    {
        try
        {
            return new(terms);
        }
        catch (PolicyException)
        {
            return null;
        }
    }
}
