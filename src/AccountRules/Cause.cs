namespace AccountRules;

/// <summary>Why a fact has no band: each cause but <see cref="NotBegun"/> and <see cref="None"/> makes it <see cref="Standing.Undetermined"/>.</summary>
public enum Cause : byte
{
    /// <summary>The fact has a band.</summary>
    None,

    /// <summary>The fact begins after the evaluation date: <see cref="Standing.NotApplicable"/>.</summary>
    NotBegun,

    /// <summary>The start date is missing.</summary>
    NoStart,

    /// <summary>The end lies before the start.</summary>
    EndBeforeStart,

    /// <summary>The target (the whole of a ratio) is missing.</summary>
    NoTarget,

    /// <summary>The target (the whole of a ratio) is 0 or less.</summary>
    TargetNotPositive,

    /// <summary>The actual (the part of a ratio) is missing.</summary>
    NoActual,

    /// <summary>The amount is missing.</summary>
    NoAmount,

    /// <summary>The pay that the factor applies to is missing.</summary>
    NoPay,

    /// <summary>The policy states no threshold for this rule.</summary>
    NoThreshold,

    /// <summary>A roll-up has no result, or one of its results is undetermined.</summary>
    NoResult,

    /// <summary>The same subject has more than one fact for the same period; the first one counts.</summary>
    Duplicate,

    /// <summary>The date by which the fact is to end is missing.</summary>
    NoEnd,

    /// <summary>Lower is better, and an actual of 0 or less attains more than any number.</summary>
    Unbounded,

    /// <summary>A weight is negative, or the weights add up to 0.</summary>
    NoWeight,

    /// <summary>The due date is missing.</summary>
    NoDue,

    /// <summary>The value or the amount is larger than any decimal.</summary>
    TooLarge,
}
