namespace AccountRules.Gathering;

/// <inheritdoc/>
internal sealed class TypedSource<TTaken, TFact>(
    FactShape<TFact> shape, Func<TTaken, TFact> map, Func<TFact, IEnumerable<FactKey>>? groups, Func<TFact, DateOnly?>? begins,
    Func<TFact, DateOnly?>? turns) : GatheringSource(shape)
    where TTaken : class
    where TFact : class
{
    public override Type Type => typeof(TTaken);

    /// <summary>The rules under which the facts stand.</summary>
    public IReadOnlyList<Rule<TFact>> Judges { get; init; } = [];

    public override IReadOnlyList<Rule> Rules => Judges;

    public override bool IsBeside => groups is null;

    public override TResult Accept<TResult>(IGatheringVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.Source<TTaken>(this);
    }

    internal override object FactOf(object taken) => map((TTaken)taken);

    internal override FactKey KeyOf(object taken) => shape.KeyOf(map((TTaken)taken));

    internal override string SubjectOf(object taken) => shape.Reader.Subject.Of(map((TTaken)taken));

    internal override IEnumerable<FactKey> GroupsOf(object taken) => groups is null ? [] : groups(map((TTaken)taken));

    internal override DateOnly? BeginsOn(object taken) => begins?.Invoke(map((TTaken)taken));

    internal override DateOnly? NextTurn(object taken, DateOnly after)
    {
        var fact = map((TTaken)taken);
        return Judges.Aggregate(Turns.First(after, turns?.Invoke(fact), other: null), (first, rule) => Turns.First(after, first, rule.NextTurn(fact, after)));
    }

    internal override bool LacksAccount(object taken) => shape.Reader.Account is { } account && account.Of(map((TTaken)taken)) is null;

    internal override GatheringSource OfVersions(IEnumerable<GatheringSource> versions) =>
        new TypedSource<TTaken, TFact>(shape, map, groups, begins, turns)
        {
            Judges = [.. versions.SelectMany(source => source.Rules).Distinct().Cast<Rule<TFact>>()],
        };

    internal override GatheringSource For<TTo, THost>(Func<THost, TTo> toFact) =>
        new TypedSource<THost, TFact>(shape, host => map((TTaken)(object)toFact(host)), groups, begins, turns) { Judges = Judges };
}
