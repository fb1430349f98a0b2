using System.Runtime.InteropServices;

namespace AccountRules.Monitoring;

/// <summary>Parts the facts of a call into those that can be added and those that are skipped.</summary>
internal sealed class Loading<TFact>
    where TFact : class
{
    private readonly BooksOf<TFact> of;
    private readonly TFact[] facts;
    private readonly DateOnly asOf;
    private readonly List<TFact> sound;
    private readonly List<LoadProblem> problems;
    private readonly HashSet<FactKey>[] seen;
    private readonly FactKey[] keys;
    private readonly HashSet<LoadProblem> repeats = [];

    /// <param name="of">The books that take the facts.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="asOf">The evaluation date.</param>
    /// <param name="problems">Takes what is wrong with those that cannot be added.</param>
    public Loading(BooksOf<TFact> of, TFact[] facts, DateOnly asOf, List<LoadProblem> problems)
    {
        (this.of, this.facts, this.asOf, this.problems, sound, keys) = (of, facts, asOf, problems, new(facts.Length), new FactKey[of.Facts.Length]);
        seen = Array.ConvertAll(of.Facts, _ => new HashSet<FactKey>());
        for (var i = 0; i < facts.Length; i++)
        {
            if (ProblemOf(i) is { } problem)
            {
                problems.Add(problem);
                continue;
            }

            sound.Add(facts[i]);
            for (var book = 0; book < seen.Length; book++)
                seen[book].Add(keys[book]);
        }
    }

    public ReadOnlySpan<TFact> Sound => CollectionsMarshal.AsSpan(sound);

    /// <summary>Plans that what was skipped is not absent. A fact that came again is there, but where a book tells facts apart by something else.</summary>
    public void PlanSkipped()
    {
        foreach (var book in of.Together)
        {
            var taken = seen[Array.IndexOf(of.Facts, book.Taker)];
            foreach (var problem in problems)
            {
                if (book.Skipped(facts[problem.Index], problem) is { } skipped
                    && !(repeats.Contains(problem) && skipped.Key is { } key && (taken.Contains(key) || book.Taker.Find(key) is not null)))
                {
                    book.Skips.Add(skipped);
                }
            }
        }
    }

    private LoadProblem? ProblemOf(int i)
    {
        for (var book = 0; book < seen.Length; book++)
        {
            var (taker, isRead) = (of.Facts[book], false);
            try
            {
                var key = keys[book] = BooksOf<TFact>.KeyOf(taker, facts, i);
                taker.Read(facts[i], key.Subject, i, asOf);
                isRead = true;
                if (taker.Find(key) is not null)
                    throw FactFailure.Known(typeof(TFact), key, taker.Rule, i);

                if (seen[book].Contains(key))
                    throw FactFailure.Twice(typeof(TFact), key, taker.Rule, i);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                var problem = new LoadProblem(taker.Rule.Id, i, SkippedFact.SubjectOf(facts[i], taker), e);
                if (isRead)
                    repeats.Add(problem);

                return problem;
            }
        }

        return null;
    }
}
