using AccountRules.Trees;

namespace AccountRules.Monitoring;

/// <summary>Facts by what their rule's facets say, and by account.</summary>
internal sealed class FactKeys<TFact>(FacetReader<TFact> facets, Func<TFact, DateOnly?>? startedOn) : Keys<TFact>
    where TFact : class
{
    public override bool HasOnlySubjects { get; } = facets.Period is null && facets.Kpi is null && startedOn is null;

    public override FactKey KeyOf(TFact entry) => new(facets.Subject.Of(entry), facets.Period?.Of(entry), facets.Kpi?.Of(entry), startedOn?.Invoke(entry));

    public override string? OwnerOf(TFact entry) => facets.Account?.Of(entry);
}
