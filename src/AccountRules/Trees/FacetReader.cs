namespace AccountRules.Trees;

/// <summary>The facets of a fact as selectors. A mapping must bind subject, period and focus; it may leave out account and KPI.</summary>
internal sealed record FacetReader<TFact>(Selector<TFact, string> Subject, Selector<TFact, string?>? Account, Selector<TFact, Period>? Period, Selector<TFact, string?>? Kpi, Selector<TFact, bool>? Focus)
    where TFact : class
{
    public static FacetReader<TFact> Of(Facets<TFact> facets) => new(
        new(facets.Subject),
        facets.Account is { } account ? new(account) : null,
        facets.Period is { } period ? new(period) : null,
        facets.Kpi is { } kpi ? new(kpi) : null,
        facets.Focus is { } focus ? new(focus) : null);

    public FacetReader<THost> Map<THost>(Mapping mapping)
        where THost : class =>
        new(Subject.Map<THost>(mapping), Account?.MapIfBound<THost>(mapping), Period?.Map<THost>(mapping), Kpi?.MapIfBound<THost>(mapping), Focus?.Map<THost>(mapping));
}
