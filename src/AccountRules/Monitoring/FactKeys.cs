using AccountRules.Expressions;

namespace AccountRules.Monitoring;

/// <summary>Facts by what the shape of the fact says, and by account.</summary>
internal sealed class FactKeys<TFact>(ShapeReader<TFact> shape) : Keys<TFact>
    where TFact : class
{
    public override bool HasOnlySubjects { get; } = shape.Period is null && shape.Part is null && shape.StartedOn is null;

    public override FactKey KeyOf(TFact entry) => shape.KeyOf(entry);

    public override string? OwnerOf(TFact entry) => shape.Account?.Of(entry);
}
