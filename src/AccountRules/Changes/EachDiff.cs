using System.Linq.Expressions;
using AccountRules.Expressions;
using Node = System.Linq.Expressions.Expression;

namespace AccountRules.Changes;

/// <summary>Compares two rules on each fact by itself, and on the stages of a track: by their expressions, whatever their kind.</summary>
internal sealed class EachDiff<TFact>(Rule<TFact> old, Rule<TFact> @new)
    where TFact : class
{
    private readonly ParameterExpression fact = Node.Parameter(typeof(TFact), "fact");

    private RegionSet<TFact> Set => field ??= new(RuleWords.Of(@new, fact), fact, Bands(old), Bands(@new), IsRunning);

    /// <summary>Where the outcomes differ.</summary>
    public IEnumerable<DiffRegion> Outcomes() => Of(old.ExpressionOnceEnded, @new.ExpressionOnceEnded, from: null);

    /// <summary>The same from a stage of a track.</summary>
    public IEnumerable<DiffRegion> OutcomesFrom(LifecycleRule<TFact> oldTrack, LifecycleRule<TFact> newTrack, string stage) =>
        Of(oldTrack.ExpressionOnceEndedFrom(IndexOf(oldTrack, stage)), newTrack.ExpressionOnceEndedFrom(IndexOf(newTrack, stage)), stage);

    /// <summary>Where it differs what is said of a period that runs, beside what follows from how it is judged once it has ended.</summary>
    public IEnumerable<DiffRegion> WhileRunning()
    {
        if (old.Info.Judged == @new.Info.Judged || @new.Shape.Period is null)
            yield break;

        yield return new("while the period runs", $"judged {Words(old)}", $"judged {Words(@new)}", null, (f, asOf) => IsRunning((TFact)f, asOf));

        static string Words(Rule rule) => rule.Info.Judged == PeriodJudgement.AsItStands ? "as it stands" : "once it has ended";
    }

    /// <summary>Where what is said beside the standing differs.</summary>
    public IEnumerable<DiffRegion> Details()
    {
        // The category by which tables are chosen is the fact's own, whether or not a policy has tables.
        var (olds, news) = (old.Details.Where(IsOther), @new.Details.Where(IsOther));
        foreach (var name in olds.Concat(news).Select(d => d.Name).Distinct(StringComparer.Ordinal))
        {
            var (before, after) = (olds.FirstOrDefault(d => d.Name == name)?.Of, news.FirstOrDefault(d => d.Name == name)?.Of);
            if (before is null || after is null)
            {
                yield return Every(before is null ? $"no {name}" : $"with {name}", after is null ? $"no {name}" : $"with {name}");
                continue;
            }

            var (one, other) = (Folding.Of(before, fact), Folding.Of(after, fact));
            if (Folding.Key(one) == Folding.Key(other))
                continue;

            foreach (var region in DetailRegions(name, one, other) ?? [NotKnown(name, before, after)])
                yield return region;
        }
    }

    private bool IsOther(Detail<TFact> detail) => detail.Name != old.CategoryName && detail.Name != @new.CategoryName;

    private IEnumerable<DiffRegion> Of(LambdaExpression before, LambdaExpression after, string? from)
    {
        var (one, other) = (Folding.Of(before, fact, Tree.AsOf), Folding.Of(after, fact, Tree.AsOf));
        if (old.Grades.SequenceEqual(@new.Grades) && Folding.Key(one) == Folding.Key(other))
            return [];

        DayCounts.CheckAlike(one, other);
        DaysOfFacts.CheckAlike(one, other);
        return Set.Of(
            Differences.Between(one, other, code => Outcome.Of(old, (int)code), code => Outcome.Of(@new, (int)code)), from);
    }

    private bool IsRunning(TFact one, DateOnly asOf) => @new.Shape.Period?.Of(one) is { } of && of.Start <= asOf && asOf <= of.End;

    private DiffRegion[]? DetailRegions(string name, Node one, Node other)
    {
        try
        {
            Outcome Said(object value) => new(Standing.Graded, $"{name} {(value is bool flag ? (flag ? "yes" : "no") : value)}", "", null, null);
            return [.. Set.Of(Differences.Between(one, other, Said, Said))];
        }
        catch (UnreadableException)
        {
            return null;
        }
    }

    private static DiffRegion NotKnown(string name, Expression<Func<TFact, object?>> before, Expression<Func<TFact, object?>> after)
    {
        var (one, other) = (new Selector<TFact, object?>(before), new Selector<TFact, object?>(after));
        return new($"{name} where the two say it differently: which facts that are is not known", $"{name} of old", $"{name} of new", null,
            (f, _) => !Equals(one.Of((TFact)f), other.Of((TFact)f)));
    }

    private static DiffRegion Every(string old, string @new) => new("every fact", old, @new, null, (_, _) => true);

    private static string[] Bands(Rule rule) => [.. rule.Grades.Select(g => g.Band)];

    private static int IndexOf(LifecycleRule<TFact> rule, string stage) => rule.Stages.Select(s => s.Name).ToList().IndexOf(stage);
}
