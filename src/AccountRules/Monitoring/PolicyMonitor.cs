using AccountRules.Monitoring;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// Keeps the standings of facts under a policy up to date in memory: each call gives exactly the changes of standing that it causes, and a call that fails
/// changes nothing. Changes are ordered by rule, in the order of the rules, then by key. Facts must not be changed while they are monitored: hand in the new
/// one with <see cref="Update"/>. Safe for use by many threads: calls that write are made one at a time, and readers read a <see cref="Snapshot"/>.
/// </summary>
/// <remarks>
/// A call first works out all that is to change, which reads the facts and may fail, and then makes it so, which reads none. Should the second step fail all
/// the same, as where memory runs out, the monitor is broken: that call and every later one but <see cref="Policy"/> and <see cref="AsOf"/> throws an
/// <see cref="InvalidOperationException"/> that says what happened and that a new monitor is to be loaded, and so do its subscriptions. Snapshots taken before
/// stay as they are.
/// </remarks>
public sealed partial class PolicyMonitor
{
    private const int DefaultCapacity = 100_000;
    private const int LargeCall = 4096;

    /// <summary>So many facts of a call are looked up at once.</summary>
    private const int FactsAtOnce = 64;

    private readonly Lock gate = new();
    private readonly Book[] books;
    private readonly FactKey[] keys = new FactKey[FactsAtOnce];
    private readonly Dictionary<Type, object> byType = [];
    private readonly List<StandingChange> changes = [];
    private readonly ChangeLog log = new();
    private MonitorSnapshot? snapshot;
    private object? latest;
    private bool isPlanning;
    private Exception? failure;

    /// <summary>Makes an empty monitor of every rule of a policy over the library's own facts.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="asOf">The evaluation date.</param>
    public PolicyMonitor(Policy policy, DateOnly asOf)
        : this(policy, asOf, MonitoredRules.Default)
    {
    }

    /// <summary>Makes an empty monitor.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="asOf">The evaluation date.</param>
    /// <param name="rules">The rules to watch, and over which facts.</param>
    public PolicyMonitor(Policy policy, DateOnly asOf, MonitoredRules rules)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(rules);
        (Policy, AsOf, books) = (policy, asOf, rules.For(policy));
    }

    /// <summary>The policy in force.</summary>
    public Policy Policy { get; private set; }

    /// <summary>The evaluation date.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>How many standings of each kind there are, by rule in the order of the rules; those that do not occur are left out.</summary>
    public IReadOnlyList<RuleStandingCount> Counts
    {
        get
        {
            using (Enter())
                return RuleStandingCount.Of(books.Select(book => (book.Rule.Id, (Func<Standing, int>)book.Count)));
        }
    }

    /// <summary>Takes in a fact.</summary>
    /// <typeparam name="TFact">The type of the fact, as the monitor's rules read it.</typeparam>
    /// <param name="fact">The fact.</param>
    /// <returns>The changes: what the fact raises, and what follows from it for its group or track.</returns>
    /// <exception cref="ArgumentException">
    /// A fact with its key is monitored already, an id of it is missing or not clean (<see cref="Ids"/>), or no rule reads its type.
    /// </exception>
    public IReadOnlyList<StandingChange> Add<TFact>(TFact fact)
        where TFact : class => Change(Operation.Add, fact);

    /// <summary>Takes in many facts as one call: the changes are those from before all of them to after all of them.</summary>
    /// <typeparam name="TFact">The type of the facts, as the monitor's rules read it.</typeparam>
    /// <param name="facts">The facts; all are taken in, or none.</param>
    /// <returns>The changes.</returns>
    /// <exception cref="ArgumentException">
    /// A fact with the key of one of them is monitored already or comes twice, an id is missing or not clean (<see cref="Ids"/>), or no rule reads
    /// their type.
    /// </exception>
    public IReadOnlyList<StandingChange> AddRange<TFact>(IEnumerable<TFact> facts)
        where TFact : class => Change(Operation.Add, facts);

    /// <summary>Puts a fact in the place of the one with its key.</summary>
    /// <typeparam name="TFact">The type of the fact, as the monitor's rules read it.</typeparam>
    /// <param name="fact">The fact as it is now; the same object, changed, will do as long as its key has not changed.</param>
    /// <returns>The changes; none where the fact stands as it did.</returns>
    /// <exception cref="KeyNotFoundException">No fact with its key is monitored.</exception>
    /// <exception cref="ArgumentException">An id of the fact is missing or not clean (<see cref="Ids"/>), or no rule reads its type.</exception>
    public IReadOnlyList<StandingChange> Update<TFact>(TFact fact)
        where TFact : class => Change(Operation.Update, fact);

    /// <summary>
    /// Puts many facts in the place of those with their keys, as one call: the changes are those from before all of them to after all of them.
    /// </summary>
    /// <typeparam name="TFact">The type of the facts, as the monitor's rules read it.</typeparam>
    /// <param name="facts">The facts as they are now; all are taken in, or none.</param>
    /// <returns>The changes.</returns>
    /// <exception cref="KeyNotFoundException">No fact with the key of one of them is monitored.</exception>
    /// <exception cref="ArgumentException">One of them comes twice, an id is missing or not clean (<see cref="Ids"/>), or no rule reads their type.</exception>
    public IReadOnlyList<StandingChange> UpdateRange<TFact>(IEnumerable<TFact> facts)
        where TFact : class => Change(Operation.Update, facts);

    /// <summary>Takes in a fact, or puts it in the place of the one with its key.</summary>
    /// <typeparam name="TFact">The type of the fact, as the monitor's rules read it.</typeparam>
    /// <param name="fact">The fact as it is now.</param>
    /// <returns>The changes; none where the fact stands as it did.</returns>
    /// <exception cref="ArgumentException">An id of the fact is missing or not clean (<see cref="Ids"/>), or no rule reads its type.</exception>
    public IReadOnlyList<StandingChange> AddOrUpdate<TFact>(TFact fact)
        where TFact : class => Change(Operation.AddOrUpdate, fact);

    /// <summary>
    /// Takes in many facts, or puts them in the place of those with their keys, as one call: the changes are those from before all of them to after all of
    /// them.
    /// </summary>
    /// <typeparam name="TFact">The type of the facts, as the monitor's rules read it.</typeparam>
    /// <param name="facts">The facts as they are now; all are taken in, or none.</param>
    /// <returns>The changes.</returns>
    /// <exception cref="ArgumentException">One of them comes twice, an id is missing or not clean (<see cref="Ids"/>), or no rule reads their type.</exception>
    public IReadOnlyList<StandingChange> AddOrUpdateRange<TFact>(IEnumerable<TFact> facts)
        where TFact : class => Change(Operation.AddOrUpdate, facts);

    /// <summary>Lets go of a fact.</summary>
    /// <typeparam name="TFact">The type of the fact, as the monitor's rules read it.</typeparam>
    /// <param name="key">The fact's key, such as <c>"1042"</c> or <c>new("ann", Period.Month(2026, 3), "calls")</c>.</param>
    /// <returns>The changes: what is cleared, and what follows from it for its group or track.</returns>
    /// <exception cref="KeyNotFoundException">No fact with the key is monitored.</exception>
    /// <exception cref="ArgumentException">No rule reads the type.</exception>
    public IReadOnlyList<StandingChange> Remove<TFact>(FactKey key)
        where TFact : class
    {
        if (key.Subject is null)
            throw new ArgumentException("A key without a subject is no fact's: give the fact's id.", nameof(key));

        using (Enter())
        {
            var of = Of<TFact>();
            return Run(of.Books, AsOf, (of, key), static (monitor, one) =>
            {
                foreach (var book in one.of.Together)
                    book.Skips.End(one.key);

                foreach (var book in one.of.Facts)
                    book.Plan(Operation.Remove, new(in one.key), [], monitor.AsOf);
            });
        }
    }

    /// <summary>Moves the evaluation date on. Each fact is judged as of the new date alone: a standing that came and went on the way is no change.</summary>
    /// <param name="date">The new evaluation date; the present one changes nothing.</param>
    /// <returns>The changes that the calendar causes with no new data.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date lies before the evaluation date.</exception>
    public IReadOnlyList<StandingChange> AdvanceTo(DateOnly date)
    {
        using (Enter())
        {
            if (date < AsOf)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(date), Texts.Date(date), $"The monitor has come to {Texts.Date(AsOf)} and does not go back: make a new one for an earlier date.");
            }

            return Run(books, date, date, static (monitor, to) =>
            {
                foreach (var book in monitor.books)
                    book.PlanAdvance(monitor.AsOf, to);
            });
        }
    }

    /// <summary>Puts another policy in force. Every fact is judged anew.</summary>
    /// <param name="policy">The new policy.</param>
    /// <returns>The changes that the policy causes; a band of the same name with the same standing, factor, programme and amount is none.</returns>
    public IReadOnlyList<StandingChange> Swap(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        using (Enter())
        {
            var made = Run(books, AsOf, policy, static (monitor, next) =>
            {
                foreach (var book in monitor.books)
                    book.PlanSwap(next, monitor.AsOf);
            });
            Policy = policy;
            return made;
        }
    }

    /// <summary>The monitored fact with a key; <c>null</c> where there is none.</summary>
    /// <typeparam name="TFact">The type of the fact, as the monitor's rules read it.</typeparam>
    /// <param name="key">The fact's key.</param>
    /// <exception cref="ArgumentException">No rule reads the type.</exception>
    public TFact? Fact<TFact>(FactKey key)
        where TFact : class
    {
        using (Enter())
            return key.Subject is null ? null : Of<TFact>().Facts[0].Find(key);
    }

    /// <inheritdoc cref="MonitorSnapshot.Find"/>
    public Assessment? Find(string ruleId, FactKey key)
    {
        using (Enter())
            return new MonitorSnapshot(Policy, AsOf, Array.ConvertAll(books, book => book.View(AsOf, isForGood: false))).Find(ruleId, key);
    }

    /// <summary>
    /// The standings as they are now, for good. Taking it costs next to nothing; what it shows is shared with the monitor, which copies a part, a few kilobytes
    /// at a time, before it first writes to it.
    /// </summary>
    public MonitorSnapshot Snapshot()
    {
        using (Enter())
            return snapshot ??= new(Policy, AsOf, Array.ConvertAll(books, book => book.View(AsOf, isForGood: true)));
    }

    /// <summary>The standings as they are now, and every change from now on.</summary>
    /// <param name="capacity">How many changes the reader may be behind before it is cut off.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is below 1.</exception>
    public ChangeSubscription Subscribe(int capacity = DefaultCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        using (Enter())
        {
            var subscription = new ChangeSubscription(Snapshot(), capacity, End);
            log.Add(subscription);
            return subscription;
        }
    }

    /// <summary>Whether a call failed in the middle: every later one is refused.</summary>
    internal bool IsBroken => failure is not null;

    private Lock.Scope Enter()
    {
        var entered = gate.EnterScope();
        if (failure is null)
            return entered;

        entered.Dispose();
        throw Refusal();
    }

    private InvalidOperationException Refusal() =>
        new($"The monitor failed in the middle of a call and is not to be relied on any more: load a new one. It failed with: {failure!.Message}", failure);

    private StandingChange[] Change<TFact>(Operation operation, TFact fact)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(fact);
        using (Enter())
        {
            var of = Of<TFact>();
            return Run(of.Books, AsOf, (of, operation, fact), static (monitor, one) => monitor.Plan(one.of, one.operation, new(in one.fact)));
        }
    }

    private StandingChange[] Change<TFact>(Operation operation, IEnumerable<TFact> facts)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(facts);
        TFact[] all = [.. facts];
        using (Enter())
        {
            var of = Of<TFact>();
            return Run(of.Books, AsOf, (of, operation, all), static (monitor, many) => monitor.Plan<TFact>(many.of, many.operation, many.all));
        }
    }

    /// <summary>
    /// Plans, which may fail and then leaves everything as it is; then makes the plan so. Facts are read meanwhile, and what reads them must not change the
    /// monitor.
    /// </summary>
    private StandingChange[] Run<TState>(Book[] concerned, DateOnly to, TState state, Action<PolicyMonitor, TState> plan)
    {
        if (isPlanning)
            throw new InvalidOperationException("The monitor is at work on another call, which reads the facts: do not change it from what reads a fact.");

        try
        {
            isPlanning = true;
            plan(this, state);
            foreach (var book in concerned)
                book.Settle(to);

            foreach (var book in concerned)
                book.Note(AsOf, to, changes);
        }
        catch (Exception e)
        {
            failure = e;   // until all of the plan is forgotten
            foreach (var book in concerned)
                book.Discard();

            changes.Clear();
            failure = null;
            throw;
        }
        finally
        {
            isPlanning = false;
        }

        try
        {
            return Commit(concerned, to);
        }
        catch (Exception e)
        {
            failure = e;
            var refusal = Refusal();
            log.Complete(refusal);
            throw refusal;
        }
    }

    private void Plan<TFact>(BooksOf<TFact> of, Operation operation, ReadOnlySpan<TFact> facts)
        where TFact : class
    {
        foreach (var book in of.Facts)
        {
            book.Expect(facts.Length);
            for (var first = 0; first < facts.Length; first += keys.Length)
            {
                var count = Math.Min(keys.Length, facts.Length - first);
                for (var i = 0; i < count; i++)
                    keys[i] = BooksOf<TFact>.KeyOf(book, facts, first + i);

                book.Plan(operation, keys.AsSpan(0, count), facts.Slice(first, count), AsOf);
            }
        }

        of.EndSkips(facts);
    }

    private StandingChange[] Commit(Book[] concerned, DateOnly to)
    {
        foreach (var book in concerned)
            book.Commit(AsOf, to, changes);

        (AsOf, snapshot) = (to, null);
        if (changes.Count == 0)
            return [];

        StandingChange[] made = [.. changes];
        changes.Clear();
        if (changes.Capacity > LargeCall)
            changes.Capacity = 0;

        log.Publish(made);
        follower?.Invoke(to, made);
        return made;
    }

    private void End(ChangeSubscription subscription)
    {
        lock (gate)
            log.Remove(subscription);
    }

    private BooksOf<TFact> Of<TFact>()
        where TFact : class
    {
        if (latest is BooksOf<TFact> again)
            return again;

        if (byType.TryGetValue(typeof(TFact), out var known))
        {
            latest = known;
            return (BooksOf<TFact>)known;
        }

        var of = new BooksOf<TFact>(
            [.. books.Select(book => book.TakerOf<TFact>()).OfType<IFactBook<TFact>>()],
            [.. books.Select(book => book as ITogether<TFact> ?? book.TakerOf<TFact>() as ITogether<TFact>).OfType<ITogether<TFact>>()],
            Array.FindAll(books, book => book is IReads<TFact> || book.TakerOf<TFact>() is not null));
        if (of.Facts.Length == 0)
        {
            throw new ArgumentException(
                $"No monitored rule reads a {typeof(TFact).Name}: name one in MonitoredRules, "
                + $"such as With(p => p.FteFulfillment.For<{typeof(TFact).Name}>(…)).",
                nameof(TFact));
        }

        byType.Add(typeof(TFact), of);
        return of;
    }
}
