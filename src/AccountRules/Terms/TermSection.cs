namespace AccountRules;

/// <summary>
/// A section of the policy document: the terms of a rule, or of the rules that share them, in the order of the document. Immutable once declared, and safe for
/// use by many threads.
/// </summary>
public abstract class TermSection
{
    private protected TermSection(string name, object standard) => (Name, Standard) = (name, standard);

    /// <summary>The section's name in the document, in camel case: the rule's id without hyphens.</summary>
    public string Name { get; }

    /// <summary>The terms, in the order of the document.</summary>
    public abstract IReadOnlyList<Term> Terms { get; }

    /// <summary>The record of the documents' own numbers, which a section that a document leaves out has.</summary>
    internal object Standard { get; }

    internal abstract Type RecordType { get; }

    /// <summary>Whether its terms say how versions follow each other, and move no verdict of a policy by itself.</summary>
    internal bool IsOfHistory { get; init; }

    /// <summary>The values of the terms in a record.</summary>
    internal object?[] ValuesOf(object record)
    {
        var values = new object?[Terms.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = Terms[i].ValueOf(record);

        return values;
    }

    /// <summary>A record with these values.</summary>
    internal virtual object With(object?[] values)
    {
        var record = Standard;
        for (var i = 0; i < values.Length; i++)
            record = Terms[i].With(record, values[i]);

        return record;
    }

    /// <summary>Adds the problems between terms.</summary>
    internal abstract void Check(object record, TermProblems problems);
}
