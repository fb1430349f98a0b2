namespace AccountRules.Cli.Assessing;

/// <summary>Notes the rows that could not be read: what was settled of a fact that one of them may be is not withdrawn for want of it.</summary>
/// <param name="rule">The rule.</param>
/// <param name="keyOf">What tells a fact whose row was rejected; <c>null</c> where the rule takes it in all the same.</param>
/// <param name="note">Takes what is known of a row.</param>
internal sealed class UnreadRows<TFact>(Rule rule, Func<TFact, FactKey>? keyOf, Action<UnreadableFact> note) : Judge<TFact>(rule)
    where TFact : class
{
    public override bool TakesUnreadable => true;

    public override void Take(TFact fact)
    {
        // It was read.
    }

    public override void TakeUnreadable(TFact fact)
    {
        if (keyOf?.Invoke(fact) is { } key)
            note(new() { RuleId = Rule.Id, Subject = key.Subject, Period = key.Period, Part = key.Part, StartedOn = key.StartedOn });
    }

    public override void TakeUnidentified(string? subject) => note(new() { RuleId = Rule.Id, Subject = subject });
}
