using AccountRules.Monitoring;

namespace AccountRules;

/// <content>Taking in facts of which some may be bad.</content>
public sealed partial class PolicyMonitor
{
    /// <summary>
    /// The problems of facts that were skipped and are missed where facts are judged together, by rule in the order of the rules, then as they came: what
    /// such a fact may belong to is undetermined for want of it. One stands until a fact with its key is added, updated or removed, until all facts of its type
    /// are handed to <see cref="Sync"/>, until the fact is skipped again, or until it is dismissed (<see cref="Dismiss"/>).
    /// </summary>
    public IReadOnlyList<LoadProblem> OpenProblems
    {
        get
        {
            using (Enter())
                return [.. books.SelectMany(book => book.AllSkips).SelectMany(skips => skips.All).Select(skipped => skipped.Problem).Distinct()];
        }
    }

    /// <summary>
    /// Takes in those of many facts that can be taken, as one call, and skips and reports the others: a <c>null</c>, one without an id or period, one whose key
    /// is monitored already or came before, one that throws when it is read. It reads each fact twice, and so takes about twice the time of <c>AddRange</c>.
    /// </summary>
    /// <remarks>
    /// A fact that is skipped has no standing of its own. It is not absent either: the groups of its subject in a roll-up, its account in a track, and the
    /// rows that a gathering would make of it are undetermined for want of it, those of everybody where it may be of anybody, as a collector says after
    /// <see cref="Collector{TFact}.AddUnreadable"/>; a problem of it is one of <see cref="OpenProblems"/> then. A fact whose key came before is only
    /// reported: the first was taken.
    /// </remarks>
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
            var made = Run(of.Books, AsOf, (of, all, problems), static (monitor, many) =>
            {
                var loading = new Loading<TFact>(many.of, many.all, monitor.AsOf, many.problems);
                monitor.Plan(many.of, Operation.Add, loading.Sound);
                loading.PlanSkipped();
            });
            result = new(made, all.Length - problems.Count, problems);
            SkippedCount += problems.Count;
        }

        Skipped?.Invoke(problems);
        return result;
    }

    /// <summary>Lets facts that were skipped count as absent from now on, such as when somebody has looked into them.</summary>
    /// <param name="problems">Their problems, such as <see cref="OpenProblems"/>; those that are not open change nothing.</param>
    /// <returns>The changes: what is judged without those facts now.</returns>
    public IReadOnlyList<StandingChange> Dismiss(IEnumerable<LoadProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var dismissed = problems.ToHashSet();
        using (Enter())
        {
            return Run(books, AsOf, dismissed, static (monitor, gone) =>
            {
                foreach (var skips in monitor.books.SelectMany(book => book.AllSkips))
                    skips.End(skips.All.Where(skipped => gone.Contains(skipped.Problem)));
            });
        }
    }

    /// <summary>Is told of the facts that a call has skipped.</summary>
    internal Action<IReadOnlyList<LoadProblem>>? Skipped { get; set; }

    /// <summary>How many facts have been skipped.</summary>
    internal long SkippedCount { get; private set; }
}
