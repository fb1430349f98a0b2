namespace AccountRules.Monitoring;

/// <summary>
/// The standings under one rule. A call is first planned in every book that it concerns, which reads facts, changes nothing and may fail. Then it is made so,
/// which reads no fact.
/// </summary>
internal abstract class Book
{
    /// <summary>The rule that gives the standings.</summary>
    public abstract Rule Rule { get; }

    /// <summary>The waivers in force, and those that a call has planned.</summary>
    protected (Waivers InForce, Waivers Coming) Waivers { get; private set; } = (AccountRules.Waivers.None, AccountRules.Waivers.None);

    /// <summary>What it lacks of the facts that it judges together, by their types.</summary>
    public virtual Skips[] AllSkips => [];

    /// <summary>What of the book takes facts of a type; <c>null</c> where nothing does.</summary>
    public virtual IFactBook<TFact>? TakerOf<TFact>()
        where TFact : class => this as IFactBook<TFact>;

    public abstract int Count(Standing standing);

    public abstract void PlanAdvance(DateOnly asOf, DateOnly to);

    public abstract void PlanSwap(Policy policy, DateOnly asOf);

    /// <summary>Other waivers are to be in force; every entry is then planned anew.</summary>
    public void PlanWaivers(Waivers waivers) => Waivers = (Waivers.InForce, waivers);

    /// <summary>Plans what follows from what has been planned: a roll-up, a track.</summary>
    public virtual void Settle(DateOnly to)
    {
    }

    /// <summary>Adds the plan's changes, ordered by key.</summary>
    public abstract void Note(DateOnly asOf, DateOnly to, List<StandingChange> changes);

    /// <summary>Makes the plan so, and completes its changes with what is known only then.</summary>
    public virtual void Commit(DateOnly asOf, DateOnly to, List<StandingChange> changes)
    {
        Waivers = (Waivers.Coming, Waivers.Coming);
        foreach (var skips in AllSkips)
            skips.Commit();
    }

    /// <summary>Forgets the plan.</summary>
    public virtual void Discard()
    {
        Waivers = (Waivers.InForce, Waivers.InForce);
        foreach (var skips in AllSkips)
            skips.Discard();
    }

    /// <summary>The standings as they are now, for good or until the next call.</summary>
    public abstract BookView View(DateOnly asOf, bool isForGood);

    /// <summary>The waivers of a subject from the book's rule, as planned; <c>null</c> for none.</summary>
    protected Waiver[]? WaiversOf(string? subject) => Of(Waivers.Coming, subject);

    /// <summary>The first day after another that is an entry's own, or on which a waiver of its subject begins or has ended; 0 is none.</summary>
    protected int TurnsOn(DateOnly after, DateOnly? own, string? subject) =>
        (Waivers.Coming.IsEmpty ? own : Turns.First(after, own, AccountRules.Waivers.NextTurn(WaiversOf(subject), after)))?.DayNumber ?? 0;

    protected Waiver[]? Of(Waivers waivers, string? subject) => waivers.IsEmpty || subject is null ? null : waivers.Of(Rule.Id, subject);
}
