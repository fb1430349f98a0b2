using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// One term of a policy, stated once: the document's reader and writer, its schema, the handbook and the checks are made from it. Made by a
/// <see cref="TermSection{TTerms}"/>. Immutable and safe for use by many threads.
/// </summary>
public abstract class Term
{
    // Not an attribute: reading attributes takes longer at the start of a process than all else that a policy needs.

    private protected Term(string name, TermKind kind, string description) => (Name, Kind, Description) = (name, kind, description);

    /// <summary>The name in the document, in camel case.</summary>
    public string Name { get; }

    /// <summary>What the value is; of a list, what each of its items is.</summary>
    public TermKind Kind { get; }

    /// <summary>What the term says, in one sentence.</summary>
    public string Description { get; }

    /// <summary>The smallest number allowed; <c>null</c> where there is none.</summary>
    public int? Min { get; internal init; }

    /// <summary>The largest number allowed; it is allowed itself. <c>null</c> where there is none.</summary>
    public int? Max { get; internal init; }

    /// <summary>Whether <see cref="Min"/> itself is not allowed.</summary>
    public bool IsAboveMin { get; internal init; }

    /// <summary>Whether the number is a ratio, 1 being 100 %, and not a percentage.</summary>
    public bool IsRatio { get; internal init; }

    /// <summary>Whether there are any number of values.</summary>
    public bool IsList { get; internal init; }

    /// <summary>Whether the term may be <c>null</c>, which is not set.</summary>
    public bool IsOptional { get; internal init; }

    /// <summary>
    /// Whether the documents leave the term open, so that its rule is not in force until a policy sets it, or not for the facts that need it
    /// (<see cref="RuleInfo.OpenFor"/>).
    /// </summary>
    public bool IsLeftOpen { get; internal init; }

    /// <summary>Whether a document must give the term wherever it gives the terms around it.</summary>
    public bool IsRequired { get; internal init; }

    /// <summary>The terms of a section, or of each item of a list of sections; <c>null</c> for other kinds.</summary>
    public TermSection? Section { get; internal init; }

    /// <summary>The values of a choice in the document's words; empty for other kinds.</summary>
    public IReadOnlyList<string> Choices => field ??= Array.ConvertAll(ChoiceNames(), Camel);

    /// <summary>The allowed numbers or choices in words.</summary>
    internal string Range => (Min, Max) switch
    {
        (null, _) => Kind == TermKind.Choice ? $"one of {string.Join(", ", Choices)}" : "any value",
        (_, null) => IsAboveMin ? $"above {Min}" : $"{Min} or more",
        _ => IsAboveMin ? $"above {Min}, up to {Max}" : $"from {Min} to {Max}",
    };

    /// <summary>
    /// What is allowed in the place of a number: of a percentage in the place of a ratio, which ratio it is. A number that may be a ratio is taken for none.
    /// </summary>
    internal string AllowedFor(decimal found) =>
        !IsRatio || !(found > Max) ? Range
        : found > Texts.LargestRatio ? Range + (found <= Max * 100 ? Texts.AsRatio(found) : "")
        : $"{Range}, which is {Texts.Percent(Max.Value)}";

    internal bool Allows(decimal value) => Kind == TermKind.Choice
        ? value >= 0 && value < Choices.Count
        : (Min is not { } min || (IsAboveMin ? value > min : value >= min)) && (Max is not { } max || value <= max);

    /// <summary>The term's value in its terms: of a choice the index of its member, of a list the list.</summary>
    internal abstract object? ValueOf(object terms);

    /// <summary>Whether a value is none that a policy sets: nothing, or of a list that the documents leave open no item.</summary>
    internal bool IsUnset(object? value) => value is null || (IsList && IsLeftOpen && !((System.Collections.IEnumerable)value).GetEnumerator().MoveNext());

    /// <summary>The same terms with another value for this one: a list as the record has it, or as a document gave it.</summary>
    internal abstract object With(object terms, object? value);

    private protected virtual string[] ChoiceNames() => [];

    /// <summary>Where the term of that name stands; -1 where there is none.</summary>
    internal static int IndexOf(IReadOnlyList<Term> terms, string name, StringComparison comparison)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            if (string.Equals(terms[i].Name, name, comparison))
                return i;
        }

        return -1;
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
