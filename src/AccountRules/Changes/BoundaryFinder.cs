using System.Linq.Expressions;
using AccountRules.Expressions;

namespace AccountRules.Changes;

/// <summary>Finds the boundaries of a rule: cases that lie beside each other on one axis, alike in all else, with different grades.</summary>
internal sealed class BoundaryFinder : IRuleVisitor<IReadOnlyList<PolicyBoundary>>
{
    private sealed record Case(Conditions Conditions, Outcome Outcome);

    private sealed record Between(IReadOnlyDictionary<string, string> Words, Axis Axis, Cut Cut, Cut? From, Cut? Until, Outcome Below, Outcome Above);

    public IReadOnlyList<PolicyBoundary> Each<TFact>(Rule<TFact> rule)
        where TFact : class
    {
        var fact = Expression.Parameter(typeof(TFact), "fact");
        return Read(rule, RuleWords.Of(rule, fact), "", Folding.Of(rule.ExpressionOnceEnded, fact, Tree.AsOf), code => Outcome.Of(rule, (int)code));
    }

    public IReadOnlyList<PolicyBoundary> RollUp<TFact>(RollUpRule<TFact> rule)
        where TFact : class => Read(
            rule, RuleWords.Plain(rule.Info), "", Folding.Of(rule.Expression, Expression.Parameter(typeof(Tally), "tally")),
            standing => new((Standing)standing, standing.ToString()!, "", null, null));

    public IReadOnlyList<PolicyBoundary> Track<TFact>(LifecycleRule<TFact> rule)
        where TFact : class
    {
        var fact = Expression.Parameter(typeof(TFact), "fact");
        var words = RuleWords.Of(rule, fact);
        return [
            .. rule.Stages.SelectMany((stage, i) => Read(
                rule, words, $"coming from {stage.Name}", Folding.Of(rule.ExpressionOnceEndedFrom(i), fact, Tree.AsOf), code => Outcome.Of(rule, (int)code))),
        ];
    }

    public IReadOnlyList<PolicyBoundary> Gathered<TRow>(GatheredRule<TRow> rule)
        where TRow : class => Each(rule.Of);

    private static IReadOnlyList<PolicyBoundary> Read(Rule rule, RuleWords words, string prefix, Expression node, Func<object, Outcome> outcomeOf)
    {
        List<Case> cases = [];
        try
        {
            new Questions().Walk(node, Conditions.None, (known, end) => cases.Add(new(known, outcomeOf(end))));
        }
        catch (UnreadableException)
        {
            return [];
        }

        List<Between> found = [];
        foreach (var below in cases.Where(c => c.Outcome.Cause.Length == 0))
        {
            foreach (var above in cases.Where(c => c.Outcome.Cause.Length == 0 && c.Outcome != below.Outcome))
            {
                if (Axis(below.Conditions, above.Conditions) is { } key)
                    Add(found, Of(below, above, key, words));
            }
        }

        return [
            .. found.OrderBy(b => b.Words.GetValueOrDefault("1") is { } state && state != "open").ThenBy(b => b.Cut)
                .Select(b => Boundary(rule, words, prefix, b)),
        ];
    }

    private static Between Of(Case below, Case above, string axis, RuleWords words)
    {
        var (lower, upper) = (below.Conditions.Of(axis)!, above.Conditions.Of(axis)!);
        var told = above.Conditions.All.Count >= below.Conditions.All.Count ? above.Conditions : below.Conditions;
        var others = words.Of(told, except: axis);
        if (others.Count == 0 || !words.IsMeasured(upper))
            others = others.Where(w => w.Key != "2").ToDictionary(StringComparer.Ordinal);

        return new(others, upper.Axis!, upper.From!.Value, lower.From, upper.Until, below.Outcome, above.Outcome);
    }

    /// <summary>Adds a boundary, once where several cases show it: also where they differ in a question that does not matter to it.</summary>
    private static void Add(List<Between> found, Between one)
    {
        for (var i = 0; i < found.Count; i++)
        {
            var other = found[i];
            if (other.Cut != one.Cut || other.Below != one.Below || other.Above != one.Above || RuleWords.Shared(other.Words, one.Words) is not { } shared)
                continue;

            // What two say together may be what a third says.
            found.RemoveAt(i);
            Add(found, other with { Words = shared });
            return;
        }

        found.Add(one);
    }

    /// <summary>The axis on which the second lies right above the first, where they are alike in all else; <c>null</c> where they do not.</summary>
    private static string? Axis(Conditions below, Conditions above)
    {
        string? axis = null;
        foreach (var condition in below.All)
        {
            if (above.Of(condition.Key) is not { } other)
            {
                if (!IsCounted(condition))
                    return null;

                continue;
            }

            if (condition.IsSame(other))
                continue;

            if (axis is not null || condition.Until is null || condition.Until != other.From)
                return null;

            axis = condition.Key;
        }

        return above.All.All(c => below.Of(c.Key) is not null || IsCounted(c)) ? axis : null;
    }

    /// <summary>Whether a condition is on a number of facts: what counts most is asked alone, and what counts less only where that is none.</summary>
    private static bool IsCounted(Condition condition) => condition.Axis?.Least is not null;

    private static PolicyBoundary Boundary(Rule rule, RuleWords words, string prefix, Between between)
    {
        var cut = Declared(rule, between);
        var isRatio = between.Axis.Whole is not null && rule.Unit != Unit.Amount;
        var where = words.Words(between.Words);
        return new(
            rule, words.NameOf(between.Axis), string.Join(", ", new[] { prefix, where }.Where(text => text.Length > 0)), cut, isRatio,
            words.UnitOf(between.Axis),
            [.. Cases(between, cut, between.Axis.IsWhole ? 0 : Math.Max(cut.At.Scale, isRatio ? 4 : 2))]);
    }

    /// <summary>The cut as the scale states it: above day 90 is from day 91 on.</summary>
    private static Cut Declared(Rule rule, Between between) =>
        between.Axis is { IsWhole: true, Start: not null }
            && rule.Scales.Any(scale => scale.Cuts.Contains(Cut.Above(between.Cut.At - 1)))
            ? Cut.Above(between.Cut.At - 1)
            : between.Cut;

    private static IEnumerable<BoundaryCase> Cases(Between between, Cut cut, int places)
    {
        var (below, above) = (between.Below.Beside(between.Above), between.Above.Beside(between.Below));
        var step = places > 28 ? 0 : new decimal(1, 0, 0, isNegative: false, (byte)places);
        if (Value(-step) is { } lower && lower < cut.At && (between.From is not { } from || Cut.From(lower) >= from))
            yield return new("below", lower, below);

        yield return new("at", cut.At, cut.Edge == Edge.From ? above : below);
        if (Value(step) is { } upper && upper > cut.At && (between.Until is not { } until || Cut.Above(upper) <= until || Cut.From(upper) < until))
            yield return new("above", upper, above);

        decimal? Value(decimal change) => Math.Abs(cut.At) > decimal.MaxValue - 1 ? null : cut.At + change;
    }
}
