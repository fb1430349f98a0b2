using System.Linq.Expressions;
using AccountRules.Expressions;

namespace AccountRules.Changes;

/// <summary>Makes regions of what two rules say differently: what the same words say of the same outcomes is one region.</summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
/// <param name="words">The rule's words.</param>
/// <param name="fact">The fact in the conditions.</param>
/// <param name="oldBands">The old rule's bands, in their order.</param>
/// <param name="newBands">The new rule's bands, in their order.</param>
/// <param name="isRunning">Whether a fact's period runs, where it has one.</param>
internal sealed class RegionSet<TFact>(
    RuleWords words, ParameterExpression fact, IReadOnlyList<string> oldBands, IReadOnlyList<string> newBands, Func<TFact, DateOnly, bool> isRunning)
    where TFact : class
{
    private sealed record Told(IReadOnlyDictionary<string, string> Words, Outcome Old, Outcome New, List<Conditions> Any, Cut? Begins)
    {
        /// <summary>The cause that one of the policies has for placing the fact in no band, whatever is measured; of two the new one.</summary>
        public Outcome? Unmeasured => New.Cause.Length > 0 ? New : Old.Cause.Length > 0 ? Old : null;
    }

    /// <summary>The regions.</summary>
    /// <param name="found">Where the outcomes differ.</param>
    /// <param name="from">The stage from which a subject comes, if not the initial one.</param>
    public IEnumerable<DiffRegion> Of(IEnumerable<Found> found, string? from = null)
    {
        List<Told> told = [];
        foreach (var (conditions, old, @new) in Found.Joined(found))
            Add(told, new(words.Of(conditions), old, @new, [conditions], words.Begins(conditions)));

        var prefix = from is null ? "" : $"coming from {from}, ";
        foreach (var same in told.GroupBy(t => t.Unmeasured).OrderBy(g => g.Key is not null))
        {
            if (same.Key is not null && same.Count() > 3 && Common(same) is { Count: > 0 } common)
            {
                var (one, any) = (same.First(), same.SelectMany(t => t.Any).ToList());
                yield return new(
                    prefix + words.Sentence(common),
                    one.New == same.Key ? "as measured" : one.Old.Beside(one.New),
                    one.Old == same.Key ? "as measured" : one.New.Beside(one.Old),
                    null,
                    Contains(any))
                { From = from };
                continue;
            }

            foreach (var t in same.OrderBy(t => t.Words.GetValueOrDefault("1") is { } state && state != "open").ThenBy(t => t.Begins))
            {
                var contains = Contains(t.Any);
                yield return new(
                    prefix + words.Sentence(t.Words), t.Old.Beside(t.New), t.New.Beside(t.Old), t.Old.To(t.New, oldBands, newBands),
                    t.Old != t.New with { WhileRunning = t.Old.WhileRunning } ? contains : (one, asOf) => isRunning((TFact)one, asOf) && contains(one, asOf))
                {
                    From = from,
                    Standings = [.. new[] { (t.Old.Standing, t.New.Standing), (t.Old.Running, t.New.Running) }.Distinct()],
                };
            }
        }
    }

    /// <summary>What all of them say.</summary>
    private static Dictionary<string, string> Common(IEnumerable<Told> all) =>
        all.First().Words.Where(w => all.All(t => RuleWords.Says(t.Words, w))).ToDictionary(StringComparer.Ordinal);

    private static void Add(List<Told> told, Told one)
    {
        for (var i = 0; i < told.Count; i++)
        {
            if (told[i].Old != one.Old || told[i].New != one.New || RuleWords.Shared(told[i].Words, one.Words) is not { } shared)
                continue;

            var both = told[i];
            told.RemoveAt(i);
            Add(told, both with { Words = shared, Any = [.. both.Any, .. one.Any] });
            return;
        }

        told.Add(one);
    }

    private Func<object, DateOnly, bool> Contains(IReadOnlyList<Conditions> any)
    {
        var compiled = new Lazy<Func<TFact, DateOnly, bool>>(() =>
            Lowering.Compile(Expression.Lambda<Func<TFact, DateOnly, bool>>(any.Select(c => c.Expression).Aggregate(Expression.OrElse), fact, Tree.AsOf)));
        return (one, asOf) => compiled.Value((TFact)one, asOf);
    }
}
