namespace AccountRules.Expressions;

/// <summary>The shape of a fact as selectors. A mapping must bind subject and period; it may leave out the account, the part and the start.</summary>
internal sealed record ShapeReader<TFact>(
    Selector<TFact, string> Subject, Selector<TFact, string?>? Account, Selector<TFact, Period>? Period, Selector<TFact, string?>? Part,
    Selector<TFact, DateOnly?>? StartedOn, string PartName, FactShape? Source = null)
    where TFact : class
{
    /// <summary>Whether the subject is the account itself.</summary>
    public bool IsOfAccounts { get; } = Account is not null
        && string.Equals(
            Account.On(Subject.Lambda.Parameters[0]).ToString(), Subject.On(Subject.Lambda.Parameters[0]).ToString(), StringComparison.Ordinal);

    public FactKey KeyOf(TFact fact) => new(Subject.Of(fact), Period?.Of(fact), Part?.Of(fact), StartedOn?.Of(fact));

    public ShapeReader<THost> Map<THost>(Mapping mapping)
        where THost : class => new(
        Subject.Map<THost>(mapping),
        Account?.MapIfBound<THost>(mapping),
        Period?.Map<THost>(mapping),
        Part?.MapIfBound<THost>(mapping),
        StartedOn?.MapIfBound<THost>(mapping),
        PartName);
}
