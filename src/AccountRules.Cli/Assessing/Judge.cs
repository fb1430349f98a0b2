namespace AccountRules.Cli.Assessing;

/// <summary>A rule at work on the facts of a run.</summary>
/// <param name="rule">The rule.</param>
internal abstract class Judge(Rule rule)
{
    /// <summary>The rule.</summary>
    public Rule Rule { get; } = rule;

    /// <summary>Whether it keeps something of each fact until all are there.</summary>
    public virtual bool TakesFactsTogether => false;

    /// <summary>Whether it is of any account which facts could not be read; otherwise none of them is kept.</summary>
    public virtual bool TakesUnreadable => TakesFactsTogether;

    /// <summary>There are no more facts.</summary>
    public virtual void Complete()
    {
        // Each was judged when it came.
    }
}
