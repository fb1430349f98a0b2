using AccountRules.Changes;
using AccountRules.Facts;

namespace AccountRules;

/// <summary>
/// What a change of policy does to facts: who changes, from what to what, and what is paid, with every unit of the difference attributed to the clauses that
/// changed. Facts are taken one at a time and not kept, but for what roll-ups and tracks count. For one thread at a time.
/// </summary>
public sealed partial class PolicyImpact
{
    private readonly List<Func<RuleImpact>> rules = [];
    private readonly List<Func<PayImpact>> pays = [];
    private readonly Dictionary<string, string?> managers = new(StringComparer.Ordinal);
    private readonly DateOnly asOf;

    /// <summary>Begins without facts.</summary>
    /// <param name="old">The policy before.</param>
    /// <param name="new">The policy after.</param>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    public PolicyImpact(Policy old, Policy @new, DateOnly asOf) => (Diff, this.asOf) = (PolicyDiff.Between(old, @new), asOf);

    /// <summary>What the two policies say differently.</summary>
    public PolicyDiff Diff { get; }

    /// <summary>
    /// Whether facts are also added up by account and by account manager, as they are unless this is <c>false</c>. A few numbers are then kept of each account
    /// and each employee that occurs, under each rule.
    /// </summary>
    public bool IsGrouped { get; init; } = true;

    /// <summary>What became of the facts that were taken in so far, by rule, in the order in which the rules were collected.</summary>
    public IReadOnlyList<RuleImpact> Rules => [.. rules.Select(rule => rule())];

    /// <summary>What is paid in all under every rule that pays; the amounts are of one currency.</summary>
    public PayImpact Pay
    {
        get
        {
            var paid = pays.Select(pay => pay()).ToArray();
            return new(
                paid.Sum(p => p.Old), paid.Sum(p => p.New), [.. paid.SelectMany(p => p.ByClause)],
                [.. Enum.GetValues<PayClass>().Select(c => paid.Sum(p => p.Classes[(int)c]))]);
        }
    }

    /// <summary>
    /// Says who manages an account, before or after its facts: <see cref="RuleImpact.Managers"/> goes by it. Of two that have one id the first counts.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <exception cref="ArgumentException">Its id is not clean (see <see cref="Ids"/>).</exception>
    public void AddAccount(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        managers.TryAdd(Ids.Checked(account.AccountId, nameof(account)), account.ManagerId);
    }

    /// <summary>Takes the facts of a rule on each fact by itself.</summary>
    /// <typeparam name="TFact">The type of the fact.</typeparam>
    /// <param name="rule">The rule, of either policy.</param>
    /// <exception cref="ArgumentException">One of the policies has no such rule on such facts.</exception>
    public FactTaker<TFact> Collect<TFact>(Rule<TFact> rule)
        where TFact : class
    {
        var (old, @new) = Both(rule);
        if (old is TierRule<TFact> tier && @new is TierRule<TFact> other && (tier.Pays || other.Pays))
        {
            var paid = new PaidImpact<TFact>(tier, other, asOf, Clauses.Of(Diff, rule.Id), Groups());
            pays.Add(paid.Pay);
            rules.Add(paid.Impact);
            return paid;
        }

        var collector = new EachImpact<TFact>(old, @new, asOf, Groups());
        rules.Add(collector.Impact);
        return collector;
    }

    /// <summary>Takes the facts of a roll-up; memory is bounded by the number of subjects and periods.</summary>
    /// <inheritdoc cref="Collect{TFact}(Rule{TFact})"/>
    public FactTaker<TFact> Collect<TFact>(RollUpRule<TFact> rule)
        where TFact : class
    {
        var (old, @new) = Both(rule);
        var collector = new GroupImpact<TFact>(old, @new, old.Collect(asOf), @new.Collect(asOf), Groups);
        rules.Add(collector.Impact);
        return collector;
    }

    /// <summary>Takes the facts of a track; a few numbers of each fact are kept.</summary>
    /// <inheritdoc cref="Collect{TFact}(Rule{TFact})"/>
    /// <exception cref="InvalidOperationException">The rule's facts have no period, or it has more than four stages.</exception>
    public FactTaker<TFact> CollectTrack<TFact>(LifecycleRule<TFact> rule)
        where TFact : class
    {
        var (old, @new) = Both(rule);
        var collector = new GroupImpact<TFact>(old, @new, old.CollectTrack(asOf), @new.CollectTrack(asOf), Groups);
        rules.Add(collector.Impact);
        return collector;
    }

    /// <summary>Takes the facts, of all types, of a rule on rows that are each made of many; the facts are kept.</summary>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <param name="rule">The rule, of either policy.</param>
    /// <exception cref="ArgumentException">One of the policies has no such rule on such rows.</exception>
    public GatheringTaker Collect<TRow>(GatheredRule<TRow> rule)
        where TRow : class
    {
        var (old, @new) = Both(rule);
        var taker = new GatheringImpact<TRow>(old, @new, asOf, Groups);
        rules.Add(taker.Impact);
        return taker;
    }

    private ImpactGroups? Groups() => IsGrouped ? new(managers) : null;

    private (TRule Old, TRule New) Both<TRule>(TRule rule)
        where TRule : Rule
    {
        ArgumentNullException.ThrowIfNull(rule);
        return (In(Diff.Old, rule), In(Diff.New, rule));
    }

    private static TRule In<TRule>(Policy policy, TRule rule)
        where TRule : Rule => policy.RuleOf(rule.Id) as TRule ?? throw new ArgumentException(
        $"Policy {policy} has no rule `{rule.Id}` on the same facts: compare rules that both policies have.", nameof(rule));
}
