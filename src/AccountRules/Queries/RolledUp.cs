namespace AccountRules;

/// <summary>A group of rows with its standing, as a query projects it.</summary>
/// <typeparam name="TPeriod">The type of the period's column.</typeparam>
public sealed record RolledUp<TPeriod>
{
    /// <summary>The group's subject, such as the employee's id.</summary>
    public required string Subject { get; init; }

    /// <summary>The group's period.</summary>
    public required TPeriod Period { get; init; }

    /// <summary>The standing of the group.</summary>
    public required Standing Standing { get; init; }

    /// <summary>
    /// Whether the group's period runs, so that all of it may yet change. <c>null</c> where the mapping's period tells a database nothing, and rows are taken
    /// as begun.
    /// </summary>
    public required bool? IsProvisional { get; init; }

    /// <summary>How many of its rows are met.</summary>
    public required int Met { get; init; }

    /// <summary>How many of its rows are missed.</summary>
    public required int Missed { get; init; }

    /// <summary>How many of its rows are undetermined; also those of one fact that differ in their standing, which count as one.</summary>
    public required int Undetermined { get; init; }

    /// <summary>
    /// How many of the parts that the roll-up requires (<see cref="RollUpRule{TFact}.Parts"/>) have no row; they are among <see cref="Undetermined"/>.
    /// </summary>
    public int Missing { get; init; }

    /// <summary>How many of its facts came in more than one row, and count once.</summary>
    public int Duplicates { get; init; }
}
