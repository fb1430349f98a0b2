namespace AccountRules.Testing;

/// <summary>What became of one mutant. Immutable; equal by value.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="KilledBy">The check that failed; <c>null</c> where none did.</param>
/// <param name="ChecksRun">How many checks were run on it.</param>
public sealed record MutantResult(PolicyMutant Mutant, MutantFate Fate, string? KilledBy, int ChecksRun)
{
    /// <summary>In one line: <c>no test notices performancePay.bands[Full].above 0.8 -> 0.7999</c>.</summary>
    public override string ToString() => Fate switch
    {
        MutantFate.Killed => $"{Mutant} is noticed by {KilledBy}",
        MutantFate.Equivalent => $"{Mutant} changes no outcome",
        _ when ChecksRun == 0 && Mutant.RuleIds.Count > 0 => $"no test asks for {string.Join(" or ", Mutant.RuleIds)}: {Mutant}",
        _ => $"no test notices {Mutant}",
    };
}
