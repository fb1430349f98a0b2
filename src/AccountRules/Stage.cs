namespace AccountRules;

/// <summary>One stage of a <see cref="Lifecycle{TFact}"/>. Immutable; equal by value.</summary>
/// <param name="Name">The name, unique in its lifecycle.</param>
/// <param name="Standing">The standing of a fact in this stage.</param>
/// <param name="Meaning">What a fact in this stage is, to follow its name in a reason; <c>{value}</c>, <c>{due}</c> and <c>{end}</c> are filled in.</param>
public sealed record Stage(string Name, Standing Standing, string Meaning)
{
    /// <summary>
    /// Whether no <see cref="Waiver"/> excuses a fact in this stage, as where a termination review is recommended: a named person decides that, and nobody
    /// lifts it beforehand. <c>false</c> unless given.
    /// </summary>
    public bool IsNeverWaived { get; init; }
}
