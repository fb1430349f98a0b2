namespace AccountRules.Gathering;

/// <inheritdoc/>
internal sealed class TypedSource<TTaken, TFact>(
    FactShape<TFact> shape, Func<TTaken, TFact> map, Func<TFact, IEnumerable<FactKey>>? groups, Func<TFact, DateOnly?>? begins,
    Func<TFact, DateOnly?>? turns) : GatheringSource(shape)
    where TTaken : class
    where TFact : class
{
    public override Type Type => typeof(TTaken);

    /// <summary>What is read of a fact to know where it belongs.</summary>
    private (Func<TTaken, TFact> Map, Func<TFact, IEnumerable<FactKey>>? Groups) Read => (map, groups);

    private IReadOnlyList<Func<TFact, DateOnly, DateOnly?>> turning = [];

    public override IReadOnlyList<Rule> Rules => Under;

    /// <summary>The rules under which the facts stand, as the rows see them.</summary>
    public IReadOnlyList<Rule> Under
    {
        get;
        init => (field, turning) = (value, [.. value.Select(TurnsUnder).OfType<Func<TFact, DateOnly, DateOnly?>>()]);
    } = [];

    internal override bool HangsOnPeriods => Rules.Any(rule => rule is LifecycleRule<TFact> { IsTrackable: true });

    public override bool IsBeside => groups is null;

    public override TResult Accept<TResult>(IGatheringVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.Source<TTaken>(this);
    }

    internal override object FactOf(object taken) => map((TTaken)taken);

    internal override FactKey KeyOf(object taken) => shape.KeyOf(map((TTaken)taken));

    internal override string SubjectOf(object taken) => shape.Reader.Subject.Of(map((TTaken)taken));

    internal override FactKey[] GroupsOf(object taken)
    {
        FactKey[] of = groups is null ? [] : [.. groups(map((TTaken)taken))];
        return of.Length < 2 ? of : [.. of.Distinct()];
    }

    internal override bool GroupsLike(GatheringSource other) => Rule.IsFixed(Type)
        && other is TypedSource<TTaken, TFact> typed && ReferenceEquals(typed.Shape, Shape) && typed.Read == Read;

    internal override DateOnly? BeginsOn(object taken) => begins?.Invoke(map((TTaken)taken));

    internal override DateOnly? NextTurn(object taken, DateOnly after)
    {
        var fact = map((TTaken)taken);
        return turning.Aggregate(Turns.First(after, turns?.Invoke(fact), other: null), (first, next) => Turns.First(after, first, next(fact, after)));
    }

    /// <summary>When a fact may stand otherwise under a rule: in a track from any stage, in a roll-up also when its period has ended.</summary>
    private Func<TFact, DateOnly, DateOnly?>? TurnsUnder(Rule rule) => rule switch
    {
        LifecycleRule<TFact> { IsTrackable: true } track =>
            (fact, after) => Turns.First(after, track.NextTurn(fact, after), track.NextTurnInTrack(fact, after)),
        Rule<TFact> each => each.NextTurn,
        RollUpRule<TFact> => (fact, _) => shape.Reader.Period?.Of(fact).DayAfter,
        _ => null,
    };

    internal override bool LacksAccount(object taken) => shape.Reader.Account is { } account && account.Of(map((TTaken)taken)) is null;

    internal override GatheringSource OfVersions(IEnumerable<GatheringSource> versions) =>
        new TypedSource<TTaken, TFact>(shape, map, groups, begins, turns)
        {
            Under = [.. versions.SelectMany(source => source.Rules).Distinct()],
        };

    internal override GatheringSource For<TTo, THost>(Func<THost, TTo> toFact) =>
        new TypedSource<THost, TFact>(shape, host => map((TTaken)(object)toFact(host)), groups, begins, turns) { Under = Under };
}
