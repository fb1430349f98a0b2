namespace AccountRules;

/// <summary>A row with what a rule says of it, as a query projects it.</summary>
/// <typeparam name="TFact">The type of the row.</typeparam>
public sealed record Graded<TFact>
    where TFact : class
{
    /// <summary>The row.</summary>
    public required TFact Fact { get; init; }

    /// <summary>The standing.</summary>
    public required Standing Standing { get; init; }

    /// <summary>
    /// Whether its period runs, so that all of it may yet change; see <see cref="Assessment.IsProvisional"/>. <c>null</c> where the mapping's period tells a
    /// database nothing, and rows are taken as begun.
    /// </summary>
    public required bool? IsProvisional { get; init; }

    /// <summary>The band; <c>null</c> where there is a <see cref="Cause"/>.</summary>
    public required string? Band { get; init; }

    /// <summary>Why the row has no band; <see cref="Cause.None"/> where it has one.</summary>
    public Cause Cause => Cause.At(CauseNumber);

    /// <summary>What a query yields for the cause.</summary>
    internal int CauseNumber { get; init; }
}
