namespace AccountRules.Catalogue;

/// <summary>The terms of a record, in the order of the document. Immutable.</summary>
/// <param name="standard">The record with the documents' own numbers, which a term that is left out has.</param>
/// <param name="terms">The terms.</param>
internal sealed class TermTable(ITerms standard, params Term[] terms)
{
    public ITerms Standard => standard;

    public Term[] Terms => terms;

    /// <summary>The term's index; -1 where there is none of that name.</summary>
    public int IndexOf(string name, StringComparison comparison)
    {
        for (var i = 0; i < terms.Length; i++)
        {
            if (string.Equals(terms[i].Name, name, comparison))
                return i;
        }

        return -1;
    }

    /// <summary>A list term's value, as its record has it or as a document gave it.</summary>
    public static IReadOnlyList<T> List<T>(object? value)
    {
        if (value is IReadOnlyList<T> list)
            return list;

        var read = (List<object>)value!;
        var items = new T[read.Count];
        for (var i = 0; i < items.Length; i++)
            items[i] = (T)read[i];

        return items;
    }
}
