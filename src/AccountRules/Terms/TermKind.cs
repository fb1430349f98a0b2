namespace AccountRules;

/// <summary>What a term's value is; of a list, what each of its items is.</summary>
public enum TermKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A date.</summary>
    Date,

    /// <summary>One of a few names: a member of an enumeration.</summary>
    Choice,

    /// <summary>Terms of its own.</summary>
    Section,
}
