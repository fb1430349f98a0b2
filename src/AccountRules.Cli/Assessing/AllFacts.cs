namespace AccountRules.Cli.Assessing;

/// <summary>Puts the facts of a rule where they are kept or counted until all are there.</summary>
/// <param name="rule">The rule.</param>
/// <param name="add">Takes in a fact.</param>
/// <param name="addUnreadable">Takes in that a row was rejected of which not all is known: whom it is of, or <c>null</c>.</param>
/// <param name="takesFactsTogether">Whether it is about what they make together: then a row that was rejected or came again counts too.</param>
/// <param name="complete">There are no more facts.</param>
internal sealed class AllFacts<TFact>(
    Rule rule, Action<TFact> add, Action<string?> addUnreadable, bool takesFactsTogether = true, Action? complete = null) : Judge<TFact>(rule)
    where TFact : class
{
    /// <summary>Puts them where the library takes them.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="taker">Takes them.</param>
    /// <param name="takesFactsTogether">As above.</param>
    public AllFacts(Rule rule, FactTaker<TFact> taker, bool takesFactsTogether)
        : this(rule, taker.Add, taker.AddUnreadable, takesFactsTogether)
    {
    }

    public override bool TakesFactsTogether => takesFactsTogether;

    public override void Take(TFact fact) => add(fact);

    public override void TakeUnreadable(TFact fact) => TakeAgain(fact);

    public override void TakeAgain(TFact fact)
    {
        if (takesFactsTogether)
            add(fact);
    }

    public override void TakeUnidentified(string? subject) => addUnreadable(subject);

    public override void Complete() => complete?.Invoke();
}
