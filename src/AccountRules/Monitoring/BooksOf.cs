using AccountRules.Expressions;

namespace AccountRules.Monitoring;

/// <summary>The books that take facts of a type, those that judge them together, and all with what follows from them.</summary>
internal sealed record BooksOf<TFact>(IFactBook<TFact>[] Facts, ITogether<TFact>[] Together, Book[] Books)
    where TFact : class
{
    /// <summary>Plans that facts which were skipped before are missed no more, since they come now.</summary>
    public void EndSkips(ReadOnlySpan<TFact> facts)
    {
        foreach (var book in Together)
        {
            if (book.Skips.IsEmpty)
                continue;

            foreach (var fact in facts)
                book.Skips.End(book.Taker.KeyOf(fact));
        }
    }

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
}
