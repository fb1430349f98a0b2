namespace AccountRules.Changes;

/// <summary>Compares a rule with the one of the same id in another policy, whatever its kind.</summary>
/// <param name="new">The other policy's rule.</param>
/// <param name="terms">The terms that are other ones, in words: all that can be said where a rule cannot be read.</param>
internal sealed class RuleDiffer(Rule @new, string terms = "") : IRuleVisitor<IReadOnlyList<DiffRegion>>
{
    public IReadOnlyList<DiffRegion> Each<TFact>(Rule<TFact> rule)
        where TFact : class => @new is Rule<TFact> other ? Read(rule, other, () => Regions(rule, other)) : OfOtherKind;

    public IReadOnlyList<DiffRegion> RollUp<TFact>(RollUpRule<TFact> rule)
        where TFact : class
    {
        if (@new is not RollUpRule<TFact> other)
            return OfOtherKind;

        try
        {
            return [.. new RollUpDiff<TFact>(rule, other).Regions()];
        }
        catch (UnreadableException e)
        {
            return [NotKnown(e, (_, _) => true)];
        }
    }

    public IReadOnlyList<DiffRegion> Track<TFact>(LifecycleRule<TFact> rule)
        where TFact : class => @new is LifecycleRule<TFact> other ? Read(rule, other, () => Regions(rule, other)) : OfOtherKind;

    public IReadOnlyList<DiffRegion> Gathered<TRow>(GatheredRule<TRow> rule)
        where TRow : class
    {
        if (@new is not GatheredRule<TRow> other)
            return OfOtherKind;

        var (by, byOther) = (rule.Gathering.Made, other.Gathering.Made);
        return
        [
            .. string.Equals(by, byOther, StringComparison.Ordinal)
                ? []
                : new[] { new DiffRegion("every row", by, byOther, DiffVerdict.Mixed, (_, _) => true) },
            .. Counted(rule.Gathering.Sources, other.Gathering.Sources),
            .. new RuleDiffer(other.Of, terms).Each(rule.Of),
        ];
    }

    /// <summary>The rules whose standings the rows are made of, where they say otherwise.</summary>
    private IEnumerable<DiffRegion> Counted(IReadOnlyList<GatheringSource> sources, IReadOnlyList<GatheringSource> others) =>
        from pair in sources.SelectMany(source => source.Rules).Zip(others.SelectMany(source => source.Rules))
        where pair.First.Accept(new RuleDiffer(pair.Second, terms)).Count > 0
        select new DiffRegion(
            $"every row, of facts under `{pair.First.Id}`", "as they stand under the old terms", "as they stand under the new terms",
            DiffVerdict.Mixed, (_, _) => true);

    private static IEnumerable<DiffRegion> Regions<TFact>(Rule<TFact> old, Rule<TFact> @new)
        where TFact : class
    {
        var each = new EachDiff<TFact>(old, @new);
        return [
            .. each.Outcomes(),
            .. old is TierRule<TFact> tier && @new is TierRule<TFact> other ? PayDiff.Of(tier, other) : [],
            .. each.WhileRunning(),
            .. each.Details(),
        ];
    }

    private static IEnumerable<DiffRegion> Regions<TFact>(LifecycleRule<TFact> old, LifecycleRule<TFact> @new)
        where TFact : class
    {
        var each = new EachDiff<TFact>(old, @new);
        var (stages, others) = (old.Stages.Select(s => s.Name).ToArray(), @new.Stages.Select(s => s.Name).ToArray());
        return [
            .. each.Outcomes(),
            .. stages.Skip(1).Intersect(others.Skip(1), StringComparer.Ordinal).SelectMany(stage => each.OutcomesFrom(old, @new, stage)),
            .. stages.Except(others, StringComparer.Ordinal).Select(stage => OfStage(stage, $"stage {stage}", "no such stage")),
            .. others.Except(stages, StringComparer.Ordinal).Select(stage => OfStage(stage, "no such stage", $"stage {stage}")),
            .. each.Details(),
        ];
    }

    private IReadOnlyList<DiffRegion> Read<TFact>(Rule<TFact> old, Rule<TFact> other, Func<IEnumerable<DiffRegion>> regions)
        where TFact : class
    {
        try
        {
            return [.. regions()];
        }
        catch (UnreadableException e)
        {
            return
            [
                NotKnown(e, (fact, asOf) => !old.SaysSame(old.Judge((TFact)fact, asOf), other, other.Judge((TFact)fact, asOf))),
                .. new EachDiff<TFact>(old, other).Details(),
            ];
        }
    }

    private DiffRegion NotKnown(UnreadableException why, Func<object, DateOnly, bool> contains) => new(
        $"regions not known, since {why.Message}{(terms.Length == 0 ? "" : $"; terms differ: {terms}")}", "as the old terms say", "as the new terms say",
        DiffVerdict.Mixed, contains);

    private static DiffRegion OfStage(string stage, string old, string @new) => new($"coming from {stage}", old, @new, null, (_, _) => false);

    private IReadOnlyList<DiffRegion> OfOtherKind =>
        [new($"every {@new.Info.Noun.ToLowerInvariant()}", "a rule of another kind", @new.Info.Title, DiffVerdict.Mixed, (_, _) => true)];
}
