namespace AccountRules;

/// <summary>What one rule contributes to a <see cref="ReportScore"/>. Immutable.</summary>
public sealed class ScorePart
{
    /// <summary>The rule's id.</summary>
    public required string Rule { get; init; }

    /// <summary>The rule's weight, as the terms have it.</summary>
    public required decimal Weight { get; init; }

    /// <summary>How many assessments are in time: met, on track or at risk. Of a rule on periods those of the newest period that has ended.</summary>
    public required long InTime { get; init; }

    /// <summary>How many are not: late, overdue or missed.</summary>
    public required long NotInTime { get; init; }

    /// <summary>How many are undetermined.</summary>
    public required long Undetermined { get; init; }

    /// <summary>Whether it is not known: nothing is in time or not, or the terms let nothing be undetermined and something is.</summary>
    public required bool IsMissing { get; init; }

    /// <summary>
    /// What it adds to <see cref="ReportScore.Points"/>, with two places; those of all parts add up to the points exactly. <c>null</c> where it is left out, or
    /// the score is not known.
    /// </summary>
    public required decimal? Points { get; init; }
}
