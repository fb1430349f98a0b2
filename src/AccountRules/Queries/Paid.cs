namespace AccountRules;

/// <summary>A row with what a tier pays for it, as a query projects it.</summary>
/// <typeparam name="TFact">The type of the row.</typeparam>
public sealed record Paid<TFact>
    where TFact : class
{
    /// <summary>The row.</summary>
    public required TFact Fact { get; init; }

    /// <summary>
    /// Whether the row's period runs, so that all of it may yet change. Unless the policy judges pay as it stands, such a row has its band so far, and neither
    /// factor nor amount.
    /// </summary>
    public required bool? IsProvisional { get; init; }

    /// <summary>The band; <c>null</c> where the row is undetermined, or its period has not begun.</summary>
    public required string? Band { get; init; }

    /// <summary>
    /// What the band pays, 1 being 100 %; <c>null</c> where the row is undetermined, or its period has not ended, and where the band pays along a line, whose
    /// factor a database would round.
    /// </summary>
    public required decimal? Factor { get; init; }

    /// <summary>The payable amount, rounded once as the policy says; <c>null</c> where the row is undetermined, or its period has not ended.</summary>
    public required decimal? Payable { get; init; }

    /// <summary>The currency of the amount, where the row or the policy names one: add up each by itself.</summary>
    public required string? Currency { get; init; }
}
