namespace AccountRules.Gathering;

/// <inheritdoc/>
internal sealed class TypedSource<TTaken, TFact>(
    FactShape<TFact> shape, Func<TTaken, TFact> map, Func<TFact, IEnumerable<FactKey>>? groups, Func<TFact, DateOnly?>? begins,
    Func<TFact, DateOnly?>? turns) : GatheringSource(shape)
    where TTaken : class
    where TFact : class
{
    public override Type Type => typeof(TTaken);

    public override bool IsBeside => groups is null;

    public override TResult Accept<TResult>(IGatheringVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.Source<TTaken>(this);
    }

    internal override object FactOf(object taken) => map((TTaken)taken);

    internal override FactKey KeyOf(object taken) => shape.KeyOf(map((TTaken)taken));

    internal override IEnumerable<FactKey> GroupsOf(object taken) => groups is null ? [] : groups(map((TTaken)taken));

    internal override DateOnly? BeginsOn(object taken) => begins?.Invoke(map((TTaken)taken));

    internal override DateOnly? TurnsOn(object taken) => turns?.Invoke(map((TTaken)taken));

    internal override bool LacksAccount(object taken) => shape.Reader.Account is { } account && account.Of(map((TTaken)taken)) is null;

    internal override GatheringSource For<TTo, THost>(Func<THost, TTo> toFact) =>
        new TypedSource<THost, TFact>(shape, host => map((TTaken)(object)toFact(host)), groups, begins, turns);
}
