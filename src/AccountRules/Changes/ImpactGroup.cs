namespace AccountRules;

/// <summary>What a change of policy does to the facts of a rule that are of one account, or of one account manager. Immutable; equal by value.</summary>
/// <param name="Id">The id of the account or the employee; <c>null</c> for the facts that are of none, or of whose account no manager is known.</param>
/// <param name="Facts">How many facts; of a roll-up groups, of a track rows.</param>
/// <param name="Changed">How many of them have another outcome.</param>
/// <param name="Old">What they are paid under the old policy, exact; 0 for rules that pay nothing.</param>
/// <param name="New">What they are paid under the new policy.</param>
public sealed record ImpactGroup(string? Id, long Facts, long Changed, decimal Old, decimal New)
{
    /// <summary>What they are paid more under the new policy; negative where less.</summary>
    public decimal Difference => New - Old;

    /// <summary>Whether the change of policy does anything to them: one has another outcome, or their pay in all is another.</summary>
    public bool IsChanged => Changed > 0 || Difference != 0;
}
