namespace AccountRules.Cli.Assessing;

/// <summary>A rule at work on the facts of a run.</summary>
/// <typeparam name="TFact">The type of the facts.</typeparam>
/// <param name="rule">The rule.</param>
internal abstract class Judge<TFact>(Rule rule)
    where TFact : class
{
    /// <summary>The rule.</summary>
    public Rule Rule { get; } = rule;

    /// <summary>Takes in a fact.</summary>
    /// <param name="fact">The fact.</param>
    public abstract void Take(TFact fact);

    /// <summary>Takes in a fact whose row was rejected: what facts make together is undetermined, not what the others would make without it.</summary>
    /// <param name="fact">The fact, without what is measured.</param>
    public virtual void TakeUnreadable(TFact fact)
    {
        // By itself, a rejected row has been told, and is not assessed.
    }

    /// <summary>There are no more facts.</summary>
    public virtual void Complete()
    {
        // Each was judged when it came.
    }
}
