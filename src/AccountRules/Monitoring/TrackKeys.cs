using AccountRules.Expressions;

namespace AccountRules.Monitoring;

/// <summary>Facts of a track by subject and period, owned by their subject.</summary>
internal sealed class TrackKeys<TFact>(ShapeReader<TFact> shape) : Keys<TFact>
    where TFact : class
{
    public override FactKey KeyOf(TFact entry) => new(shape.Subject.Of(entry), shape.Period!.Of(entry));

    public override string? OwnerOf(TFact entry) => shape.Subject.Of(entry);
}
