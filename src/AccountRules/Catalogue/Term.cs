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
/// <param name="choices">The enumeration of a choice.</param>
/// <param name="table">The terms of a section, or of each item of a list of sections.</param>
internal sealed class Term(
    string property, TermKind kind, string description, int? min = null, int? max = null, bool isAboveMin = false,
    bool isList = false, bool isOptional = false, bool isRequired = false, Type? choices = null, TermTable? table = null)
{
    /// <summary>The name in the document.</summary>
    public string Name { get; } = Camel(property);

    public TermKind Kind => kind;

    public string Description => description;

    public int? Min => min;

    public int? Max => max;

    public bool IsAboveMin => isAboveMin;

    public bool IsList => isList;

    public bool IsOptional => isOptional;

    public bool IsRequired => isRequired;

    public TermTable? Table => table;

    /// <summary>The enumeration of a choice.</summary>
    public Type Choices => choices!;

    /// <summary>The values of a choice in the document's words.</summary>
    public string[] ChoiceNames => Array.ConvertAll(Enum.GetNames(Choices), Camel);

    /// <summary>The allowed numbers in words.</summary>
    public string Range => (min, max) switch
    {
        (null, _) => "any value",
        (_, null) => isAboveMin ? $"above {min}" : $"{min} or more",
        _ => isAboveMin ? $"above {min}, up to {max}" : $"from {min} to {max}",
    };

    public bool Allows(decimal value) => (min is null || (isAboveMin ? value > min : value >= min)) && (max is null || value <= max);

    /// <summary>A choice in the document's words.</summary>
    public static string Word(Enum choice) => Camel(choice.ToString());

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
