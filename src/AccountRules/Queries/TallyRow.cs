namespace AccountRules.Queries;

/// <summary>A group's counts, named like those of a <see cref="Tally"/>, so that a roll-up's expression can be read over them.</summary>
internal sealed record TallyRow<TPeriod>
{
    public required string Subject { get; init; }

    public required TPeriod Period { get; init; }

    public int Met { get; init; }

    public int Missed { get; init; }

    public int Late { get; init; }

    public int OnTrack { get; init; }

    public int AtRisk { get; init; }

    public int Overdue { get; init; }

    public int Graded { get; init; }

    public int Undetermined { get; init; }

    public int NotApplicable { get; init; }

    public int Total { get; init; }

    public int Duplicates { get; init; }

    /// <summary>How many of the parts that each group must have came.</summary>
    public int Come { get; init; }

    /// <summary>How many rows are provisional: all of them, or none.</summary>
    public int Provisional { get; init; }
}
