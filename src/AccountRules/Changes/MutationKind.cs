namespace AccountRules;

/// <summary>What a mutant of a policy does to one of its terms.</summary>
public enum MutationKind
{
    /// <summary>A number less by one in its last place, or a date a day earlier.</summary>
    Lower,

    /// <summary>A number more by one in its last place, or a date a day later.</summary>
    Higher,

    /// <summary>The cut itself given to its other side: <c>above</c> to <c>from</c>, or the other way.</summary>
    Side,

    /// <summary>A number as one in another unit would be: a ratio divided by 100, an amount in hundredths, days as weeks, years as months.</summary>
    Unit,

    /// <summary>An item of a list, such as a band, or a term that may be left unset, taken away.</summary>
    Removed,

    /// <summary>Two neighbours in a list, or what they say, exchanged.</summary>
    Swapped,

    /// <summary>Another one of a few names, such as another rounding.</summary>
    Choice,
}
