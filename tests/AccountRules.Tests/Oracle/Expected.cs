namespace AccountRules.Tests.Oracle;

/// <summary>What POLICY says of one fact.</summary>
/// <param name="Days">The measured days of a deadline.</param>
/// <param name="Focus">Whether a registry item is in focus.</param>
internal sealed record Expected(Standing Standing, string? Band = null, decimal? Payable = null, int? Days = null, bool? Focus = null)
{
    public static Expected Undetermined { get; } = new(Standing.Undetermined);

    public static Expected NotBegun { get; } = new(Standing.NotApplicable);
}
