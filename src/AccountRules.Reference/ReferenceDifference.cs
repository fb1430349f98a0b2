namespace AccountRules.Reference;

/// <summary>One thing that the rules and the reference evaluator say differently. Immutable; equal by value.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Key">The fact, or whom it is of.</param>
/// <param name="Field">What differs, such as <c>Standing</c>; <c>Row</c> where only one of the two has an answer.</param>
/// <param name="Found">What the rules say; <c>null</c> for nothing.</param>
/// <param name="Expected">What the reference evaluator says; <c>null</c> for nothing.</param>
public sealed record ReferenceDifference(string Rule, FactKey Key, string Field, string? Found, string? Expected)
{
    /// <summary>One line, such as <c>fte-fulfillment of 1042: Standing is Overdue, by the reference OnTrack.</c></summary>
    public override string ToString() => $"{Rule} of {Key}: {Field} is {Found ?? "nothing"}, by the reference {Expected ?? "nothing"}.";
}
