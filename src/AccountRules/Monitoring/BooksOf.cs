using System.Runtime.InteropServices;
using AccountRules.Expressions;

namespace AccountRules.Monitoring;

/// <summary>The books that take facts of a type, and those with what follows from them.</summary>
internal sealed record BooksOf<TFact>(IFactBook<TFact>[] Facts, Book[] Books)
    where TFact : class
{
    /// <summary>The key of one of the facts of a call.</summary>
    public static FactKey KeyOf(IFactBook<TFact> book, ReadOnlySpan<TFact> facts, int i)
    {
        if (i + Prefetch.Ahead < facts.Length)
            Prefetch.Object(facts[i + Prefetch.Ahead]);

        if (facts[i] is null)
            throw new ArgumentNullException(nameof(facts), $"A fact among the others is null: leave it out. Index {i}.");

        var (key, index) = (default(FactKey), facts.Length > 1 ? i : FactFailure.Alone);
        try
        {
            key = book.KeyOf(facts[i]);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw UnreadFact.Of(typeof(TFact), subject: null, book.Rule, index, e);
        }

        if (key.Subject is null)
            throw FactFailure.Missing(typeof(TFact), "an id", book.Rule, index);

        if (key.Period is { Kind: 0 })
            throw FactFailure.Missing(typeof(TFact), "a period", book.Rule, index);

        if (Ids.Fault(key.Subject, key.Part) is { } fault)
            throw FactFailure.Unclean(typeof(TFact), fault, book.Rule, index);

        Prefetch.Object(key.Subject);
        return key;
    }

    /// <summary>The facts that can be added; what is wrong with the others is noted.</summary>
    public ReadOnlySpan<TFact> Sound(TFact[] facts, DateOnly asOf, List<LoadProblem> problems)
    {
        var (sound, keys) = (new List<TFact>(facts.Length), new FactKey[Facts.Length]);
        var seen = Array.ConvertAll(Facts, _ => new HashSet<FactKey>());
        for (var i = 0; i < facts.Length; i++)
        {
            if (ProblemOf(facts, i, asOf, keys, seen) is { } problem)
            {
                problems.Add(problem);
                continue;
            }

            sound.Add(facts[i]);
            for (var book = 0; book < seen.Length; book++)
                seen[book].Add(keys[book]);
        }

        return CollectionsMarshal.AsSpan(sound);
    }

    private LoadProblem? ProblemOf(TFact[] facts, int i, DateOnly asOf, FactKey[] keys, HashSet<FactKey>[] seen)
    {
        for (var book = 0; book < seen.Length; book++)
        {
            var (taker, key) = (Facts[book], default(FactKey));
            try
            {
                keys[book] = key = KeyOf(taker, facts, i);
                taker.Read(facts[i], key.Subject, i, asOf);
                if (taker.Find(key) is not null)
                    throw FactFailure.Known(typeof(TFact), key, taker.Rule, i);

                if (seen[book].Contains(key))
                    throw FactFailure.Twice(typeof(TFact), key, taker.Rule, i);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                return new(taker.Rule.Id, i, key.Subject, e);
            }
        }

        return null;
    }
}
