namespace AccountRules.Catalogue;

/// <summary>
/// One term of the policy, stated once: the reader, the writer, the schema, the handbook and the checks are made from it.
/// Not an attribute: reading attributes would cost more at the start of a process than all else that a policy needs.
/// </summary>
/// <param name="property">The property of the terms record; the document has it in camel case.</param>
/// <param name="kind">What the value is.</param>
/// <param name="description">What the term says, in one sentence.</param>
internal sealed class Term(string property, TermKind kind, string description)
{
    /// <summary>The name in the document.</summary>
    public string Name { get; } = Camel(property);

    public TermKind Kind => kind;

    public string Description => description;

    /// <summary>Whether there are any number of values.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether the term may be <c>null</c>, which is not set.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether the term has no default: a document must give it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The smallest number allowed.</summary>
    public int? Min { get; init; }

    /// <summary>The largest number allowed.</summary>
    public int? Max { get; init; }

    /// <summary>Whether <see cref="Min"/> itself is not allowed.</summary>
    public bool IsAboveMin { get; init; }

    /// <summary>The enumeration of a choice.</summary>
    public Type? Choices { get; init; }

    /// <summary>The terms of a section, or of each item of a list of sections.</summary>
    public TermTable? Table { get; init; }

    /// <summary>The values of a choice in the document's words.</summary>
    public string[] ChoiceNames => Array.ConvertAll(Enum.GetNames(Choices!), Camel);

    /// <summary>The allowed numbers in words.</summary>
    public string Range => (Min, Max) switch
    {
        (null, _) => "any value",
        (_, null) => IsAboveMin ? $"above {Min}" : $"{Min} or more",
        _ => IsAboveMin ? $"above {Min}, up to {Max}" : $"from {Min} to {Max}",
    };

    public bool Allows(decimal value) => (Min is not { } min || (IsAboveMin ? value > min : value >= min)) && (Max is not { } max || value <= max);

    /// <summary>A choice in the document's words.</summary>
    public static string Word(Enum choice) => Camel(choice.ToString());

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
