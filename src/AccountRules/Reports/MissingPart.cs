namespace AccountRules;

/// <summary>How a part of a score counts that is not known: assessments that are undetermined, and a rule that has nothing to say of an account.</summary>
public enum MissingPart : byte
{
    /// <summary>It is left out: undetermined assessments do not count, and without the rule the weights of the others count in proportion.</summary>
    LeaveOut,

    /// <summary>It counts as not met: undetermined assessments are no points, and a rule without any assessment is none of its weight's.</summary>
    CountAsNothing,

    /// <summary>The score is not known either.</summary>
    Undetermined,
}
