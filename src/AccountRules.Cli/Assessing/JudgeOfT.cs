namespace AccountRules.Cli.Assessing;

/// <inheritdoc/>
/// <typeparam name="TFact">The type of the facts.</typeparam>
/// <param name="rule">The rule.</param>
internal abstract class Judge<TFact>(Rule rule) : Judge(rule)
    where TFact : class
{
    /// <summary>Takes in a fact.</summary>
    /// <param name="fact">The fact.</param>
    public abstract void Take(TFact fact);

    /// <summary>Takes in a fact whose row was rejected: what facts make together is undetermined, not what the others would make without it.</summary>
    /// <param name="fact">The fact, without what is measured.</param>
    public virtual void TakeUnreadable(TFact fact)
    {
        // By itself, a rejected row has been told, and is not assessed.
    }

    /// <summary>Takes in a fact that came before: what facts make together may hang on which of the two is right.</summary>
    /// <param name="fact">The fact as it came again.</param>
    public virtual void TakeAgain(TFact fact)
    {
        // By itself, the first one counts, and the row has been told.
    }

    /// <summary>
    /// Takes in that a row was rejected of which not all is known that says what it is about: what facts make together is not known for want of it.
    /// </summary>
    /// <param name="subject">Whom it is of; <c>null</c> where it may be of anybody.</param>
    public virtual void TakeUnidentified(string? subject)
    {
        // By itself, a rejected row has been told, and is not assessed.
    }
}
