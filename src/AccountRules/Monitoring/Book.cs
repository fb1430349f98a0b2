namespace AccountRules.Monitoring;

/// <summary>
/// The standings under one rule. A call is first planned in every book that it concerns, which reads facts, changes nothing and may fail. Then it is made so,
/// which reads no fact.
/// </summary>
internal abstract class Book
{
    /// <summary>The rule that gives the standings.</summary>
    public abstract Rule Rule { get; }

    /// <summary>What of the book takes facts of a type; <c>null</c> where nothing does.</summary>
    public virtual IFactBook<TFact>? TakerOf<TFact>()
        where TFact : class => this as IFactBook<TFact>;

    public abstract int Count(Standing standing);

    public abstract void PlanAdvance(DateOnly asOf, DateOnly to);

    public abstract void PlanSwap(Policy policy, DateOnly asOf);

    /// <summary>Plans what follows from what has been planned: a roll-up, a track.</summary>
    public virtual void Settle(DateOnly to)
    {
    }

    /// <summary>Adds the plan's changes, ordered by key.</summary>
    public abstract void Note(DateOnly asOf, DateOnly to, List<StandingChange> changes);

    /// <summary>Makes the plan so, and completes its changes with what is known only then.</summary>
    public abstract void Commit(DateOnly asOf, DateOnly to, List<StandingChange> changes);

    /// <summary>Forgets the plan.</summary>
    public abstract void Discard();

    /// <summary>The standings until the next call.</summary>
    public abstract BookView Live(DateOnly asOf);

    /// <summary>The standings as they are now, for good.</summary>
    public abstract BookView Freeze(DateOnly asOf);
}
