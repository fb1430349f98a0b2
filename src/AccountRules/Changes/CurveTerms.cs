namespace AccountRules.Changes;

/// <summary>Which rules a term of a policy moves, and whether all that it moves is where a cut lies.</summary>
internal static class CurveTerms
{
    /// <summary>The rules that say something else of some fact at one value than at the other.</summary>
    public static IReadOnlyList<Rule> Moved(Policy one, Policy other) =>
        [.. one.Rules.Zip(other.Rules).Where(pair => !pair.First.Accept(new IsSame(pair.Second))).Select(pair => pair.First)];

    /// <summary>Whether the rules differ in nothing but their cuts: they have the same outcomes, and pay the same for each.</summary>
    public static bool OnlyCuts(Policy one, Policy other) => one.Rules.Zip(other.Rules).All(pair => pair.First.Accept(new PaysSame(pair.Second)));

    /// <summary>Whether rules at the lower value differ from those at the higher one so that the course of a fact between them can be followed.</summary>
    public static bool AreCuts(IReadOnlyList<Rule> moved, Policy other, bool isWhole, decimal low, decimal high) =>
        moved.All(r => r.Accept(new IsCut(other, isWhole, low, high)));

    /// <summary>Whether a term is a threshold, as far as can be told by putting it beside its value.</summary>
    public static bool IsThreshold(CurveTerm term)
    {
        var at = Math.Clamp(term.Value ?? (term.Term.IsRatio ? 0.5m : 1000), decimal.MinValue + 1, decimal.MaxValue - 1);
        var (step, far) = (term.Term.IsRatio ? 0.0001m : 1, at is > 0 and < 1_000_000_000 ? at * 1000 : at);
        foreach (var (low, high) in new[] { (at, at + step), (at - step, at), (far, far + step) })
        {
            if (Made(term, low) is { } one && Made(term, high) is { } other)
            {
                return OnlyCuts(one, other) && Moved(one, other) is { Count: > 0 } moved && AreCuts(moved, other, term.IsWhole, low, high);
            }
        }

        // It takes another to be set with it, as an exit needs an entry; in a list it is what an item states otherwise.
        return !term.Path.Contains('[', StringComparison.Ordinal);
    }

    private static Policy? Made(CurveTerm term, decimal value)
    {
        try
        {
            return new(term.With(value));
        }
        catch (PolicyException)
        {
            return null;
        }
    }

    private sealed class IsSame(Rule other) : IRuleVisitor<bool>
    {
        public bool Each<TFact>(Rule<TFact> rule)
            where TFact : class => Same(rule, (Rule<TFact>)other, isTrack: false);

        public bool RollUp<TFact>(RollUpRule<TFact> rule)
            where TFact : class => Same(rule.Of, ((RollUpRule<TFact>)other).Of, isTrack: false);

        public bool Track<TFact>(LifecycleRule<TFact> rule)
            where TFact : class => Same(rule, (Rule<TFact>)other, isTrack: true);

        public bool Gathered<TRow>(GatheredRule<TRow> rule)
            where TRow : class => Same(rule.Of, ((GatheredRule<TRow>)other).Of, isTrack: false);

        private static bool Same<TFact>(Rule<TFact> one, Rule<TFact> other, bool isTrack)
            where TFact : class
        {
            var (some, others) = (new CurveRule<TFact>(one, isTrack).Expressions, new CurveRule<TFact>(other, isTrack).Expressions);
            return some.Select(Folding.Key).SequenceEqual(others.Select(Folding.Key), StringComparer.Ordinal);
        }
    }

    /// <summary>Of as many outcomes each is the same but for its name, and payable amounts are rounded alike.</summary>
    private sealed class PaysSame(Rule other) : IRuleVisitor<bool>
    {
        public bool Each<TFact>(Rule<TFact> rule)
            where TFact : class => OfGrades(rule)
                && (rule is not TierRule<TFact> { Pays: true } tier || (other is TierRule<TFact> { Pays: true } paying && PayDiff.PaysSame(tier, paying)));

        public bool RollUp<TFact>(RollUpRule<TFact> rule)
            where TFact : class => OfGrades(rule);

        public bool Track<TFact>(LifecycleRule<TFact> rule)
            where TFact : class => OfGrades(rule);

        public bool Gathered<TRow>(GatheredRule<TRow> rule)
            where TRow : class => OfGrades(rule) && rule.Gathering.By == ((GatheredRule<TRow>)other).Gathering.By;

        private bool OfGrades(Rule rule) => rule.Grades.Count != other.Grades.Count
            || rule.Grades.Zip(other.Grades).All(g => g.First with { Band = g.Second.Band } == g.Second);
    }

    /// <summary>Whether the course of a fact can be followed.</summary>
    private sealed class IsCut(Policy other, bool isWhole, decimal low, decimal high) : IRuleVisitor<bool>
    {
        public bool Each<TFact>(Rule<TFact> rule)
            where TFact : class => CanFollow((Rule<TFact>)Find(rule), rule, isTrack: false);

        public bool RollUp<TFact>(RollUpRule<TFact> rule)
            where TFact : class => CanFollow(((RollUpRule<TFact>)Find(rule)).Of, rule.Of, isTrack: false);

        public bool Track<TFact>(LifecycleRule<TFact> rule)
            where TFact : class => CanFollow((Rule<TFact>)Find(rule), rule, isTrack: true);

        public bool Gathered<TRow>(GatheredRule<TRow> rule)
            where TRow : class => CanFollow(((GatheredRule<TRow>)Find(rule)).Of, rule.Of, isTrack: false);

        private Rule Find(Rule rule) => other.RuleOf(rule.Id)!;

        private bool CanFollow<TFact>(Rule<TFact> after, Rule<TFact> before, bool isTrack)
            where TFact : class
        {
            // The cut of one category lies on the axis of the others: only where each value is judged by its own policy are they told apart.
            if (!isWhole && (before.Categories.Count > 0 || after.Categories.Count > 0))
                return false;

            var (one, two) = (new CurveRule<TFact>(before, isTrack), new CurveRule<TFact>(after, isTrack));
            try
            {
                _ = isWhole
                    ? new WholeCourse<TFact>(value => value == low ? one : two, (int)low, (int)high) as Course<TFact>
                    : new NumberCourse<TFact>(one, two, low, high);
                return true;
            }
            catch (UnreadableException)
            {
                return false;
            }
        }
    }
}
