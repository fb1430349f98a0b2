using AccountRules.Expressions;
namespace AccountRules.Gathering;

/// <summary>The facts of a track, by subject and period.</summary>
internal sealed class TrackedSource<TFact>(LifecycleRule<TFact> rule) : GatheringSource
    where TFact : class
{
    public override Type Type => typeof(TFact);

    private ShapeReader<TFact> Reader => rule.Shape;

    public override bool IsBeside => false;

    public override TResult Accept<TResult>(IGatheringVisitor<TResult> visitor) => visitor.Source<TFact>(this);

    internal override object FactOf(object taken) => taken;

    internal override FactKey KeyOf(object taken) => new(SubjectOf(taken), rule.Shape.Period!.Of((TFact)taken));

    internal override string SubjectOf(object taken) => rule.Shape.SubjectOf((TFact)taken);

    internal override FactKey[] GroupsOf(object taken) => [new(SubjectOf(taken))];

    internal override bool GroupsLike(GatheringSource other) =>
        Rule.IsFixed(Type) && other is TrackedSource<TFact> track && ReferenceEquals(track.Reader, Reader);

    internal override DateOnly? BeginsOn(object taken) => null;

    internal override DateOnly? NextTurn(object taken, DateOnly after) => rule.NextTurnInTrack((TFact)taken, after);

    internal override bool HangsOnPeriods => true;

    internal override bool IsGroupedByMore => false;

    internal override bool LacksAccount(object taken) => false;

    internal override GatheringSource For<TTo, THost>(Func<THost, TTo> map) => throw new NotSupportedException();
}
