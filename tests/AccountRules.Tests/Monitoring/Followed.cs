using AccountRules.Facts;

namespace AccountRules.Tests.Monitoring;

/// <summary>A monitor, the facts it was given, and the sum of the changes it told of; after every step all three are held against each other.</summary>
internal sealed class Followed(PolicyMonitor monitor)
{
    private readonly Dictionary<(string Rule, FactKey Key), Said> sum = [];
    private readonly List<(MonitorSnapshot Snapshot, string[] Said)> kept = [];

    public PolicyMonitor Monitor => monitor;

    public Ledger Ledger { get; } = new();

    public int Changes { get; private set; }

    public void Add<TFact>(Dictionary<FactKey, TFact> facts, FactKey key, TFact fact)
        where TFact : class
    {
        Take(monitor.Add(fact));
        facts.Add(key, fact);
    }

    public void Update<TFact>(Dictionary<FactKey, TFact> facts, FactKey key, TFact fact)
        where TFact : class
    {
        Take(monitor.Update(fact));
        facts[key] = fact;
    }

    /// <summary>Takes what a call for many facts has told.</summary>
    public void Put<TFact>(Dictionary<FactKey, TFact> facts, TFact[] range, Func<TFact, FactKey> keyOf, IReadOnlyList<StandingChange> changes)
        where TFact : class
    {
        Take(changes);
        foreach (var fact in range)
            facts[keyOf(fact)] = fact;
    }

    /// <summary>Takes that these are all facts of a type.</summary>
    public static void Keep<TFact>(Dictionary<FactKey, TFact> facts, TFact[] all, Func<TFact, FactKey> keyOf)
        where TFact : class
    {
        facts.Clear();
        foreach (var fact in all)
            facts.Add(keyOf(fact), fact);
    }

    public void Remove<TFact>(Dictionary<FactKey, TFact> facts, FactKey key)
        where TFact : class
    {
        Take(monitor.Remove<TFact>(key));
        facts.Remove(key);
    }

    /// <summary>Adds the changes of one call to the sum: each must begin at what is known, and tell of something else.</summary>
    public IReadOnlyList<StandingChange> Take(IReadOnlyList<StandingChange> changes)
    {
        Changes += changes.Count;
        foreach (var change in changes)
        {
            var key = Said.KeyOf((change.After ?? change.Before)!.Value);
            Assert.Equal(sum.GetValueOrDefault(key), change.Before is { } before ? Said.Of(before).Told() : null);
            Assert.NotEqual(All(change.Before), All(change.After));
            if (change.After is { } after)
                sum[key] = Said.Of(after).Told();
            else
                sum.Remove(key);
        }

        var rules = monitor.Policy.Rules.Select(r => r.Id).ToList();
        var order = changes.Select(c => (Rule: rules.IndexOf(c.Rule.Id), Said.KeyOf((c.After ?? c.Before)!.Value).Key)).ToArray();
        Assert.Equal(order.OrderBy(o => o.Rule).ThenBy(o => o.Key), order);
        return changes;
    }

    /// <summary>The monitor's standings and the sum of its changes are what the oracle, and the library where asked, work out from scratch.</summary>
    public void Check(bool alsoByTheLibrary = true, bool withTexts = true)
    {
        var expected = Ledger.Expected(monitor.Policy, monitor.AsOf);
        var snapshot = monitor.Snapshot();
        var found = snapshot.FindAll();
        Same(expected, found.ToDictionary(Said.KeyOf, Said.Of), "the monitor's standings");
        Same(expected.ToDictionary(e => e.Key, e => e.Value.Told()), sum, "the sum of the changes");
        Assert.Equal(
            expected.GroupBy(e => (e.Key.Rule, e.Value.Standing)).Select(g => new RuleStandingCount(g.Key.Rule, g.Key.Standing, g.Count())).ToHashSet(),
            snapshot.Counts.ToHashSet());
        if (alsoByTheLibrary)
            CheckAgainstTheLibrary(withTexts);
    }

    /// <summary>
    /// The monitor's standings are what the library assesses from scratch; also their reasons and the dates of their next change, where these are asked for.
    /// </summary>
    public void CheckAgainstTheLibrary(bool withTexts)
    {
        var found = monitor.Snapshot().FindAll();
        var assessed = Ledger.Assessed(monitor.Policy, monitor.AsOf).ToDictionary(Said.KeyOf, a => a);
        Assert.Equal(assessed.Count, found.Count);
        foreach (var a in found)
        {
            var key = Said.KeyOf(a);
            var fresh = assessed[key];
            if ((fresh.Verdict, fresh.Movement, fresh.Streak) != (a.Verdict, a.Movement, a.Streak) || sum[key] != Said.Of(a).Told())
                Assert.Fail($"{key} is {a}, and must be {fresh}.");

            // A monitor ranks nothing: rank and share hang on all accounts.
            if (withTexts)
                Assert.Equal((key.Rule == "lifetime-value" ? a.Reason : fresh.Reason, fresh.ChangesOn), (a.Reason, a.ChangesOn));
        }
    }

    /// <summary>All that is told of: the same amount in another currency is another.</summary>
    private static (Said, Cause, decimal?, string?, string?)? All(Assessment? a) => a is { } said
        ? (Said.Of(said).Told(), said.Cause, said.Factor, said.Programme, said.Payable is null ? null : said.Currency)
        : null;

    /// <summary>Takes a snapshot, and keeps it with what it says.</summary>
    public void Keep() => kept.Add((monitor.Snapshot(), Everything(monitor.Snapshot())));

    /// <summary>The snapshots that were kept say what they said.</summary>
    public void CheckKept()
    {
        foreach (var (snapshot, said) in kept)
            Assert.Equal(said, Everything(snapshot));
    }

    private static string[] Everything(MonitorSnapshot snapshot) =>
    [
        $"{snapshot.AsOf} {snapshot.Policy}",
        .. snapshot.Counts.Select(c => $"{c}"),
        .. snapshot.FindAll().Select(a => $"{Said.KeyOf(a)} {Said.Of(a)} {a.Cause} {a.Account} {snapshot.Find(a.Rule.Id, KeyOf(a)).HasValue}"),
    ];

    /// <summary>The key of what an assessment is about.</summary>
    private static FactKey KeyOf(Assessment a) => Said.KeyOf(a).Key with { StartedOn = (a.Fact as ImprovementPlan)?.StartedOn };

    private static void Same(Dictionary<(string Rule, FactKey Key), Said> expected, Dictionary<(string Rule, FactKey Key), Said> found, string what)
    {
        foreach (var (key, said) in expected)
        {
            if (!found.TryGetValue(key, out var there) || there != said)
                Assert.Fail($"Of {what}, {key} is {there}, and must be {said}.");
        }

        Assert.True(expected.Count == found.Count, $"{what} have too much: {string.Join(", ", found.Keys.Except(expected.Keys))}.");
    }
}
