using AccountRules.Monitoring;

namespace AccountRules;

/// <content>Taking in facts of which some may be bad.</content>
public sealed partial class PolicyMonitor
{
    /// <summary>
    /// Takes in those of many facts that can be taken, as one call, and skips and reports the others: a <c>null</c>, one without an id or period, one whose key
    /// is monitored already or came before, one that throws when it is read. What is skipped counts as absent, in groups and tracks too: look at the problems.
    /// It reads each fact twice, and so takes about twice the time of <c>AddRange</c>.
    /// </summary>
    /// <typeparam name="TFact">The type of the facts, as the monitor's rules read it.</typeparam>
    /// <param name="facts">The facts.</param>
    /// <returns>The changes, and the facts that were skipped.</returns>
    /// <exception cref="ArgumentException">No rule reads the type.</exception>
    /// <exception cref="InvalidOperationException">A fact could be read once and threw when it was read again; nothing is changed.</exception>
    public LoadResult TryAddRange<TFact>(IEnumerable<TFact> facts)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(facts);
        TFact[] all = [.. facts];
        var problems = new List<LoadProblem>();
        LoadResult result;
        using (Enter())
        {
            var of = Of<TFact>();
            var made = Run(
                of.Books, AsOf, (of, all, problems), static (m, many) => m.Plan(many.of, Operation.Add, many.of.Sound(many.all, m.AsOf, many.problems)));
            result = new(made, all.Length - problems.Count, problems);
            SkippedCount += problems.Count;
        }

        Skipped?.Invoke(problems);
        return result;
    }

    /// <summary>Is told of the facts that a call has skipped.</summary>
    internal Action<IReadOnlyList<LoadProblem>>? Skipped { get; set; }

    /// <summary>How many facts have been skipped.</summary>
    internal long SkippedCount { get; private set; }
}
