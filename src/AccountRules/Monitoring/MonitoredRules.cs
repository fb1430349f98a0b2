using AccountRules.Gathering;
using AccountRules.Monitoring;

namespace AccountRules;

/// <summary>
/// Which rules a <see cref="PolicyMonitor"/> watches, and over which types of facts. Rules are given as what to take from a policy, so that they can be taken
/// from another one when the policy is swapped. Immutable.
/// </summary>
public sealed class MonitoredRules
{
    private readonly IReadOnlyList<Func<Policy, IReadOnlyList<Book>>> books;

    internal MonitoredRules(IReadOnlyList<Func<Policy, IReadOnlyList<Book>>> books) => this.books = books;

    /// <summary>No rule, to begin a selection of your own.</summary>
    public static MonitoredRules None { get; } = new([]);

    /// <summary>Every rule of the policy's catalogue over the facts that it is declared on.</summary>
    public static MonitoredRules Default { get; } = new([PolicyBooks.Of]);

    /// <summary>
    /// These rules and one more. A lifecycle over periods is followed as its
    /// <see cref="LifecycleRule{TFact}.Track(IEnumerable{TFact}, DateOnly, TrackPeriods?)"/> is, over the periods that the monitored facts hold: where they are
    /// those of a part of the accounts, give the periods.
    /// </summary>
    /// <typeparam name="TFact">The type of the facts: the library's, or a host's through <c>For</c>.</typeparam>
    /// <param name="rule">Takes the rule from a policy, such as <c>p =&gt; p.FteFulfillment.For&lt;CrmOrder&gt;(o =&gt; new FteOrder { … })</c>.</param>
    public MonitoredRules With<TFact>(Func<Policy, Rule<TFact>> rule)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new([.. books, policy => rule(policy) switch
        {
            LifecycleRule<TFact> { Shape.Period: not null } => [new GatheringBook<Tracked>(TrackedRows<TFact>.Of(p => (LifecycleRule<TFact>)rule(p)), policy)],
            var each => [new FactBook<TFact>(rule, each)],
        }]);
    }

    /// <summary>
    /// These rules and a lifecycle over periods, of which some are given: they count also while no monitored fact is of them. Facts may bring further ones,
    /// such as the next month's. Members before the first period take part from the first call on that takes in a fact, or begins a period.
    /// </summary>
    /// <typeparam name="TFact">The type of the facts: the library's, or a host's through <c>For</c>.</typeparam>
    /// <param name="rule">Takes the lifecycle from a policy, such as <c>p =&gt; p.KeyAccount</c>.</param>
    /// <param name="periods">
    /// The periods, and who was inside before the first; where that is given, a fact of an earlier period is refused with an <see cref="ArgumentException"/>.
    /// </param>
    public MonitoredRules With<TFact>(Func<Policy, LifecycleRule<TFact>> rule, TrackPeriods periods)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(periods);
        return new([.. books, policy => [new GatheringBook<Tracked>(TrackedRows<TFact>.Of(rule, periods), policy)]]);
    }

    /// <summary>These rules and two more: a roll-up, and the rule whose standings it counts.</summary>
    /// <typeparam name="TFact">The type of the facts that are counted.</typeparam>
    /// <param name="rollUp">Takes the roll-up from a policy, such as <c>p =&gt; p.KpiMonth</c>.</param>
    public MonitoredRules With<TFact>(Func<Policy, RollUpRule<TFact>> rollUp)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rollUp);
        return new([.. books, policy =>
        {
            var rule = rollUp(policy);
            var counted = new FactBook<TFact>(p => rollUp(p).Of, rule.Of);
            return [counted, new RollUpBook<TFact>(counted, rollUp, rule)];
        }]);
    }

    /// <summary>These rules and one more, on rows that are each made of many facts.</summary>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <param name="rule">Takes the rule from a policy, such as <c>p =&gt; p.ProgressUpdate</c>.</param>
    public MonitoredRules With<TRow>(Func<Policy, GatheredRule<TRow>> rule)
        where TRow : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new([.. books, policy => [new GatheringBook<TRow>(GatheredRows<TRow>.Of(rule), policy)]]);
    }

    internal Book[] For(Policy policy) => [.. books.SelectMany(make => make(policy))];
}
