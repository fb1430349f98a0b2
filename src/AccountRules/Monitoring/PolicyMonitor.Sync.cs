using AccountRules.Monitoring;

namespace AccountRules;

/// <content>Taking over what others have changed.</content>
public sealed partial class PolicyMonitor
{
    /// <summary>
    /// Makes the facts of a type those that are given, as one call: adds what is new, updates what is known, and lets go of all others, such as after a load of
    /// a table that others have changed. The changes are exactly those that lie between; facts that say what they said cause none.
    /// </summary>
    /// <typeparam name="TFact">The type of the facts, as the monitor's rules read it.</typeparam>
    /// <param name="facts">All facts of the type that there are; none lets go of all.</param>
    /// <returns>The changes; for what is let go of, what is cleared.</returns>
    /// <exception cref="ArgumentException">
    /// No rule reads the type; or a fact is <c>null</c>, lacks an id or period, has an id that is not clean (<see cref="Ids"/>), or comes twice. Nothing is
    /// changed.
    /// </exception>
    /// <exception cref="InvalidOperationException">A fact throws when it is read. Nothing is changed.</exception>
    public IReadOnlyList<StandingChange> Sync<TFact>(IEnumerable<TFact> facts)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(facts);
        TFact[] all = [.. facts];
        using (Enter())
        {
            var of = Of<TFact>();
            return Run(of.Books, AsOf, (of, all), static (monitor, many) =>
            {
                monitor.Plan<TFact>(many.of, Operation.AddOrUpdate, many.all);
                foreach (var book in many.of.Together)
                    book.Skips.End(book.Skips.All);

                foreach (var book in many.of.Facts)
                    monitor.PlanWithout(book, many.all);
            });
        }
    }

    private void PlanWithout<TFact>(IFactBook<TFact> book, TFact[] all)
        where TFact : class
    {
        var kept = all.Select(book.KeyOf).ToHashSet();
        foreach (var gone in book.AllKeys.Where(key => !kept.Contains(key)).Chunk(keys.Length))
            book.Plan(Operation.Remove, gone, [], AsOf);
    }
}
