namespace AccountRules.Catalogue;

/// <summary>What a term's value is; of a list, what each of its items is.</summary>
internal enum TermKind
{
    /// <summary>A <see cref="string"/>.</summary>
    Text,

    /// <summary>An <see cref="int"/>.</summary>
    Whole,

    /// <summary>A <see cref="decimal"/>.</summary>
    Number,

    /// <summary>A <see cref="DateOnly"/>.</summary>
    Date,

    /// <summary>The <see cref="int"/> of an enumeration's member: an index into <see cref="Term.Choices"/>.</summary>
    Choice,

    /// <summary>Terms of its own: an <see cref="ITerms"/>.</summary>
    Section,
}
