namespace AccountRules;

/// <summary>What a change of policy does to the facts of a rule that go from one band to another, or stay in it. Immutable; equal by value.</summary>
/// <param name="From">
/// The band under the old policy, or a lifecycle's stage; <c>null</c> where there is none, for whatever <see cref="Cause"/>; <c>no row</c> where only the new
/// policy makes a row.
/// </param>
/// <param name="To">The same under the new policy.</param>
/// <param name="Facts">How many facts; of a roll-up groups, of a track rows.</param>
/// <param name="Changed">How many of them have another outcome: of those that stay in a band, such as one with another factor, these too.</param>
/// <param name="Old">What they are paid under the old policy, exact; 0 for rules that pay nothing.</param>
/// <param name="New">What they are paid under the new policy.</param>
public sealed record ImpactBand(string? From, string? To, long Facts, long Changed, decimal Old, decimal New)
{
    /// <summary>What they are paid more under the new policy; negative where less.</summary>
    public decimal Difference => New - Old;

    /// <summary>Whether the change of policy does anything to them: one has another outcome, or their pay in all is another.</summary>
    public bool IsChanged => Changed > 0 || Difference != 0;
}
