namespace AccountRules.Catalogue;

/// <summary>
/// One term of the policy, stated once: the reader, the writer, the schema, the handbook and the checks are made from it.
/// Not an attribute: reading attributes takes longer at the start of a process than all else that a policy needs.
/// </summary>
/// <param name="property">The property of the terms record; the document has it in camel case.</param>
/// <param name="kind">What the value is.</param>
/// <param name="description">What the term says, in one sentence.</param>
/// <param name="min">The smallest number allowed.</param>
/// <param name="max">The largest number allowed.</param>
/// <param name="isAboveMin">Whether the smallest number itself is not allowed.</param>
/// <param name="isList">Whether there are any number of values.</param>
/// <param name="isOptional">Whether the term may be <c>null</c>, which is not set.</param>
/// <param name="isRequired">Whether the term has no default: a document must give it.</param>
/// <param name="choices">The members of a choice's enumeration, which are numbered from 0 in this order.</param>
/// <param name="item">What an item of a list of sections has where the document does not say.</param>
internal sealed class Term(
    string property, TermKind kind, string description, int? min = null, int? max = null, bool isAboveMin = false,
    bool isList = false, bool isOptional = false, bool isRequired = false, string[]? choices = null, ITerms? item = null)
{
    // Fields, since an accessor is a method more to compile at the start of a process.

    /// <summary>The name in the document.</summary>
    public readonly string Name = Camel(property);

    public readonly TermKind Kind = kind;
    public readonly string Description = description;
    public readonly int? Min = min;
    public readonly int? Max = max;
    public readonly bool IsAboveMin = isAboveMin;
    public readonly bool IsList = isList;
    public readonly bool IsOptional = isOptional;
    public readonly bool IsRequired = isRequired;
    public readonly ITerms? Item = item;

    /// <summary>The values of a choice in the document's words; a choice's value is an index into them.</summary>
    public string[] Choices => Array.ConvertAll(choices!, Camel);

    /// <summary>The allowed numbers or choices in words.</summary>
    public string Range => (Min, Max) switch
    {
        (null, _) => choices is null ? "any value" : $"one of {string.Join(", ", Choices)}",
        (_, null) => IsAboveMin ? $"above {Min}" : $"{Min} or more",
        _ => IsAboveMin ? $"above {Min}, up to {Max}" : $"from {Min} to {Max}",
    };

    public bool Allows(decimal value)
    {
        if (choices is not null)
            return value >= 0 && value < choices.Length;

        return (Min is not { } min || (IsAboveMin ? value > min : value >= min)) && (Max is not { } max || value <= max);
    }

    /// <summary>Where the term of that name stands; -1 where there is none.</summary>
    public static int IndexOf(Term[] terms, string name, StringComparison comparison)
    {
        for (var i = 0; i < terms.Length; i++)
        {
            if (string.Equals(terms[i].Name, name, comparison))
                return i;
        }

        return -1;
    }

    /// <summary>A list's value, as its record has it or as a document gave it.</summary>
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

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
