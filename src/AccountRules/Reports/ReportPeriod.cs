namespace AccountRules;

/// <summary>What a rule says of one period in a <see cref="ReportSheet"/>. Immutable.</summary>
public sealed class ReportPeriod
{
    /// <summary>The period.</summary>
    public required Period Period { get; init; }

    /// <summary>How many assessments of the period have each standing.</summary>
    public required StandingCounts Standings { get; init; }

    /// <summary>
    /// The assessment, where the sheet has only one of the rule in this period: with its value, band, movement and reason. <c>default</c> where there are more,
    /// or none.
    /// </summary>
    public Assessment Only { get; init; }

    /// <summary>Whether the period had not ended by the evaluation date, so that all of it may yet change.</summary>
    public required bool IsProvisional { get; init; }

    /// <summary>How many are inside, under a rule that is tracked over periods, such as key accounts: those that have entered, and those that stayed.</summary>
    public required int Members { get; init; }

    /// <summary>How many have entered in this period.</summary>
    public required int Entered { get; init; }

    /// <summary>How many have left in this period.</summary>
    public required int Left { get; init; }
}
