namespace AccountRules.Reference;

/// <summary>What POLICY says of one fact.</summary>
/// <param name="Standing">The standing.</param>
/// <param name="Band">The band, if it has one.</param>
/// <param name="Payable">What is paid.</param>
/// <param name="Days">The measured days of a deadline.</param>
/// <param name="Focus">Whether a registry item is in focus.</param>
/// <param name="IsProvisional">Whether the fact is of a period that has begun and not ended.</param>
internal sealed record Expected(
    Standing Standing, string? Band = null, decimal? Payable = null, int? Days = null, bool? Focus = null, bool IsProvisional = false)
{
    public static Expected Undetermined { get; } = new(Standing.Undetermined);

    public static Expected NotBegun { get; } = new(Standing.NotApplicable);

    /// <summary>The programme that it enters, such as an improvement plan.</summary>
    public string? Programme { get; init; }

    /// <summary>What the band pays, also while nothing is paid yet.</summary>
    public decimal Factor { get; init; }

    /// <summary>Whether the rule is asked of the fact at all: lists leave out those that it is not asked of.</summary>
    public bool IsAsked { get; init; } = true;

    public static Expected NotAsked { get; } = new(Standing.NotApplicable) { IsAsked = false };

    /// <summary>The same of a fact of a period that has begun: provisional while the evaluation date is in it.</summary>
    public Expected In(Period period, DateOnly asOf) => this with { IsProvisional = asOf <= period.End };
}
