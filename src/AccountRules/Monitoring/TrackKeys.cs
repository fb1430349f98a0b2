using AccountRules.Trees;

namespace AccountRules.Monitoring;

/// <summary>Facts of a track by subject and period, owned by their subject.</summary>
internal sealed class TrackKeys<TFact>(FacetReader<TFact> facets) : Keys<TFact>
    where TFact : class
{
    public override FactKey KeyOf(TFact entry) => new(facets.Subject.Of(entry), facets.Period!.Of(entry));

    public override string? OwnerOf(TFact entry) => facets.Subject.Of(entry);
}
