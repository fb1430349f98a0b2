using System.Linq.Expressions;

namespace AccountRules.Changes;

/// <summary>
/// Compares two roll-ups: by what each makes of a tally, and by the facts whose standing under the counted rule is another, where that can decide a group.
/// </summary>
internal sealed class RollUpDiff<TFact>(RollUpRule<TFact> old, RollUpRule<TFact> @new)
    where TFact : class
{
    /// <summary>Groups with none or one of each other standing show every step that one fact can make.</summary>
    private static readonly Tally[] Others = [.. Enumerable.Range(0, 1 << Standings.Count).Select(TallyOf)];

    public IEnumerable<DiffRegion> Regions() => [.. OfTally(), .. OfFacts(), .. OfParts()];

    /// <summary>A part that one of them alone requires: a group without it, whose facts are all met, is undetermined by that one.</summary>
    private IEnumerable<DiffRegion> OfParts()
    {
        foreach (var part in old.Parts.Union(@new.Parts, StringComparer.Ordinal))
        {
            if (Of(old, part) is var before && Of(@new, part) is var after && !string.Equals(before, after, StringComparison.Ordinal))
                yield return new($"where all are met and {Visible.Text(part)} has no result", before, after, DiffVerdict.Mixed, (_, _) => true);
        }

        static string Of(RollUpRule<TFact> rule, string part) =>
            rule.Parts.Contains(part, StringComparer.Ordinal) ? nameof(Standing.Undetermined) : nameof(Standing.Met);
    }

    private IEnumerable<DiffRegion> OfTally()
    {
        var tally = Expression.Parameter(typeof(Tally), "tally");
        var (one, other) = (Folding.Of(old.Expression, tally), Folding.Of(@new.Expression, tally));
        if (Folding.Key(one) == Folding.Key(other))
            yield break;

        Outcome Said(object standing) => new((Standing)standing, standing.ToString()!, "", null, null);
        var words = RuleWords.Plain(@new.Info);
        foreach (var (conditions, before, after) in Found.Joined(Differences.Between(one, other, Said, Said)))
        {
            yield return new(words.Sentence(words.Of(conditions)), before.Beside(after), after.Beside(before), before.To(after, [], []), (_, _) => false);
        }
    }

    private IEnumerable<DiffRegion> OfFacts()
    {
        var rows = new RuleDiffer(@new.Of).Each(old.Of);
        foreach (var row in rows)
        {
            foreach (var (before, after) in row.Standings.SelectMany(both => Others.Select(t => Step(t, both))).Where(s => s.Old != s.New).Distinct())
            {
                yield return new DiffRegion(
                    $"where a {@new.Of.Info.Noun} of {row.Where} decides", before.Beside(after), after.Beside(before),
                    before.To(after, [], []), row.Contains);
            }
        }
    }

    private (Outcome Old, Outcome New) Step(Tally others, (Standing Old, Standing New) row) =>
        (Said(old, others.With(row.Old)), Said(@new, others.With(row.New)));

    private static Outcome Said(RollUpRule<TFact> rule, Tally tally) =>
        Outcome.Of(rule, rule.Judge(tally) is var v && v.Grade >= 0 ? v.Grade : -v.Cause.Number);

    private static Tally TallyOf(int bits)
    {
        var tally = default(Tally);
        for (var i = 0; i < Standings.Count; i++)
        {
            if ((bits & (1 << i)) != 0)
                tally = tally.With((Standing)i);
        }

        return tally;
    }
}
