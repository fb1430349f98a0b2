namespace AccountRules.Facts;

/// <summary>
/// A row of the accounts that were active in the period before, and those of them that still are: what <c>retention</c> judges. Immutable; equal by value.
/// </summary>
public sealed record Cohort
{
    /// <summary>Group and period tell it apart.</summary>
    public static FactShape<Cohort> Shape { get; } = new(c => c.Group)
    {
        Employee = c => c.Per == RetentionPer.Manager ? c.Group : null,
        Period = c => c.Period,
    };

    /// <summary>Whose accounts: <c>portfolio</c> for all, a manager's id, or a tier; empty for accounts that have none.</summary>
    public required string Group { get; init; }

    /// <summary>What the group is; the whole portfolio unless given.</summary>
    public RetentionPer Per { get; init; }

    /// <summary>The period at whose end they are counted.</summary>
    public required Period Period { get; init; }

    /// <summary>How many accounts were active in the period before.</summary>
    public required int Before { get; init; }

    /// <summary>How many of them are active in this period.</summary>
    public required int Kept { get; init; }
}
