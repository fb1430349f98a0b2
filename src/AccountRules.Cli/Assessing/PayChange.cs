namespace AccountRules.Cli.Assessing;

/// <summary>A fact whose pay changes.</summary>
/// <param name="Old">How it stands under the old policy.</param>
/// <param name="New">How it stands under the new one.</param>
internal sealed record PayChange(Assessment Old, Assessment New)
{
    /// <summary>What it is paid more; a fact without pay counts as 0.</summary>
    public decimal Difference => (New.Payable ?? 0) - (Old.Payable ?? 0);
}
