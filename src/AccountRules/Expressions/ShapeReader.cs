namespace AccountRules.Expressions;

/// <summary>The shape of a fact as selectors. A mapping must bind subject and period; it may leave out the account, the part and the start.</summary>
internal sealed record ShapeReader<TFact>(
    Selector<TFact, string> Subject, Selector<TFact, string?>? Account, Selector<TFact, Period>? Period, Selector<TFact, string?>? Part,
    Selector<TFact, DateOnly?>? StartedOn, string PartName, FactShape? Source = null)
    where TFact : class
{
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
