namespace AccountRules;

/// <summary>
/// A change of standing in a <see cref="PolicyMonitor"/>: another standing, or with the same standing another band, cause, movement,
/// factor, programme or payable amount. Immutable; equal by value.
/// <c>default</c> is no change.
/// </summary>
/// <param name="Before">What was said before the call; <c>null</c> where there was nothing.</param>
/// <param name="After">What is said since the call; <c>null</c> where there is nothing any more.</param>
public readonly record struct StandingChange(Assessment? Before, Assessment? After)
{
    /// <summary>Whether the standing was raised, changed or cleared, or stays while its band, cause or movement is another.</summary>
    public ChangeKind Kind => Before is null ? ChangeKind.Raised : After is null ? ChangeKind.Cleared : From == To ? ChangeKind.Moved : ChangeKind.Changed;

    /// <summary>The standing before; <c>null</c> where there was none.</summary>
    public Standing? From => Before?.Standing;

    /// <summary>The standing after; <c>null</c> where there is none any more.</summary>
    public Standing? To => After?.Standing;

    /// <summary>The rule; the new policy's where the policy was swapped.</summary>
    public Rule Rule => Latest.Rule;

    /// <summary>The id of the order, item, account or employee.</summary>
    public string Subject => Latest.Subject;

    /// <summary>The account that the fact belongs to, if any.</summary>
    public string? Account => Latest.Account;

    /// <summary>The period that the fact is of, if any.</summary>
    public Period? Period => Latest.Period;

    /// <summary>What the fact is of beside its subject, such as a KPI, if anything.</summary>
    public string? Part => Latest.Part;

    private Assessment Latest => (After ?? Before)!.Value;

    /// <summary>The rule, both standings and the reason in one line, such as <c>fte-fulfillment OnTrack -> AtRisk: Order 1042 is open for 76 of 90 days, due 2026-11-30.</c></summary>
    public override string ToString() => $"{Rule.Id} {(From is { } from ? $"{from}" : "nothing")} -> {(To is { } to ? $"{to}" : "nothing")}: {Latest.Reason}";
}
