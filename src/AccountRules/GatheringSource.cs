namespace AccountRules;

/// <summary>Facts of one type that a <see cref="FactGathering{TRow}"/> takes. Immutable and safe for use by many threads.</summary>
public abstract class GatheringSource
{
    private protected GatheringSource(FactShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        Shape = shape;
    }

    /// <summary>Makes a source of a track, which is in no gathering; the facts may be a host's, which have no shape of their own.</summary>
    private protected GatheringSource() => Shape = null!;

    /// <summary>The shape of the facts.</summary>
    public FactShape Shape { get; }

    /// <summary>The type of what is taken in: the fact's, or a host's that it is read off.</summary>
    public abstract Type Type { get; }

    /// <summary>Whether every group sees these facts, and there may be none; otherwise nothing can be said without them.</summary>
    public abstract bool IsBeside { get; }

    /// <summary>The rules under which the facts stand, as the rows see them; none where rows are made of the facts alone.</summary>
    public virtual IReadOnlyList<Rule> Rules => [];

    /// <summary>Hands the source to a visitor, with the type of what is taken in.</summary>
    /// <typeparam name="TResult">What the visitor makes of it.</typeparam>
    /// <param name="visitor">The visitor.</param>
    public abstract TResult Accept<TResult>(IGatheringVisitor<TResult> visitor);

    /// <summary>The fact that is read off what was taken in.</summary>
    internal abstract object FactOf(object taken);

    internal abstract FactKey KeyOf(object taken);

    internal abstract string SubjectOf(object taken);

    /// <summary>The groups that a fact belongs to, each once.</summary>
    internal abstract FactKey[] GroupsOf(object taken);

    /// <summary>Whether another source gives each fact the same key and the same groups, for certain.</summary>
    internal abstract bool GroupsLike(GatheringSource other);

    /// <summary>The date from which on a fact is known; <c>null</c> for at all times.</summary>
    internal abstract DateOnly? BeginsOn(object taken);

    /// <summary>The first date after another from which on a fact that is known may make other rows; <c>null</c> for none.</summary>
    internal abstract DateOnly? NextTurn(object taken, DateOnly after);

    /// <summary>Whether the rows hang on which periods its facts have in all the data, begun or ended, as a track does.</summary>
    internal virtual bool HangsOnPeriods => false;

    /// <summary>Whether the subject of a fact alone does not say where it belongs.</summary>
    internal virtual bool IsGroupedByMore => Shape.GroupedBy.Count > 0;

    /// <summary>Whether a fact that belongs to an account does not say to which.</summary>
    internal abstract bool LacksAccount(object taken);

    /// <summary>The same for the versions of a policy, which differ in their rules.</summary>
    internal virtual GatheringSource OfVersions(IEnumerable<GatheringSource> versions) => this;

    internal abstract GatheringSource For<TTo, THost>(Func<THost, TTo> map)
        where TTo : class
        where THost : class;
}
