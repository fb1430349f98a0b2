using AccountRules.Facts;

namespace AccountRules.Cli.Assessing;

/// <summary>A pay period of an employee as it is paid.</summary>
/// <param name="Assessment">The assessment of it.</param>
/// <param name="Capped">What a most of the year leaves of it; <c>null</c> where there is none.</param>
internal sealed record PayLine(Assessment Assessment, CappedPayable? Capped)
{
    /// <summary>What it is made of.</summary>
    public PlannedPay Of { get; } = Assessment.FactAs<PlannedPay>()!;

    /// <summary>What is paid; <c>null</c> where that is not known, or not yet.</summary>
    public decimal? Payable => Capped is null ? Assessment.Payable : Capped.Payable;

    /// <summary>Whether it is not paid yet, since its period runs.</summary>
    public bool IsRunning => Payable is null && Assessment.IsProvisional;

    /// <summary>Whether its period has ended, and it is not known what is paid.</summary>
    public bool IsOpen => Payable is null && !IsRunning;

    /// <summary>What is paid and why, or why it is not known, in a sentence.</summary>
    public string Reason => Capped?.Why is { } why ? $"{Assessment.Reason[..^1]}; paid: {why}." : Assessment.Reason;
}
