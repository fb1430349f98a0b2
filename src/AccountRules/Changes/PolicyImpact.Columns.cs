using AccountRules.Changes;

namespace AccountRules;

public sealed partial class PolicyImpact
{
    private readonly Lock adding = new();
    private readonly Dictionary<string, ColumnImpact> columns = new(StringComparer.Ordinal);

    /// <summary>
    /// Takes many facts of a deadline from columns; those of one rule may come in parts. Several threads may each add a part at once: the result is the same.
    /// Nothing is kept or allocated for a fact, and it is of no account.
    /// </summary>
    /// <typeparam name="TFact">The type of the fact.</typeparam>
    /// <param name="rule">The deadline, of either policy.</param>
    /// <param name="days">Starts and ends.</param>
    /// <param name="cancellationToken">Stops the work; of the columns nothing is then taken.</param>
    /// <exception cref="ArgumentException">
    /// One of the policies has no such rule on such facts, or it asks more of a fact than columns hold, as <see cref="ColumnAssessment"/> says.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public void AddColumns<TFact>(DeadlineRule<TFact> rule, DayColumns days, CancellationToken cancellationToken = default)
        where TFact : class
    {
        var (old, @new) = Both(rule);
        Taking(rule, () => new DayImpact<TFact>(old, @new, asOf, Groups)).Add(days, cancellationToken);
    }

    /// <summary>
    /// Takes many facts of an attainment, or of a tier that pays nothing, likewise; each as <see cref="ColumnAssessment"/> takes it, as of a period that has
    /// ended.
    /// </summary>
    /// <typeparam name="TFact">The type of the fact.</typeparam>
    /// <param name="rule">The attainment, or the tier, of either policy.</param>
    /// <param name="ratios">Parts and wholes.</param>
    /// <param name="cancellationToken">Stops the work; of the columns nothing is then taken.</param>
    /// <exception cref="ArgumentException">
    /// One of the policies has no such rule on such facts, it pays, or it asks more of a fact than columns hold, as <see cref="ColumnAssessment"/> says.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public void AddColumns<TFact>(MeasuredRule<TFact> rule, RatioColumns ratios, CancellationToken cancellationToken = default)
        where TFact : class
    {
        var (old, @new) = Both(rule);
        if (old.Pays || @new.Pays)
            throw new ArgumentException($"Rule `{rule.Id}` pays: give the column of the amounts that it pays on too.", nameof(rule));

        Taking(rule, () => new RatioImpact<TFact>(old, @new, clauses: null, Groups)).Add(ratios, cancellationToken);
    }

    /// <summary>
    /// Takes many facts of a tier that pays, likewise; each as <see cref="ColumnAssessment"/> takes it, as of a period that has ended, and paid on all of its
    /// amount. An amount that is missing is <see cref="Cause.NoPay"/>, one below 0 <see cref="Cause.NegativePay"/>.
    /// </summary>
    /// <typeparam name="TFact">The type of the fact.</typeparam>
    /// <param name="rule">The tier, of either policy.</param>
    /// <param name="ratios">Parts and wholes.</param>
    /// <param name="amounts">What each is paid on, such as the committed pay.</param>
    /// <param name="cancellationToken">Stops the work; of the columns nothing is then taken.</param>
    /// <exception cref="ArgumentException">
    /// One of the policies has no such rule on such facts, one of them does not pay, or it asks more of a fact than columns hold, as
    /// <see cref="ColumnAssessment"/> says; the columns differ in length; or no decimal holds what an amount is paid.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public void AddColumns<TFact>(TierRule<TFact> rule, RatioColumns ratios, AmountColumn amounts, CancellationToken cancellationToken = default)
        where TFact : class
    {
        var (old, @new) = Both(rule);
        if (!old.Pays || !@new.Pays)
            throw new ArgumentException($"Rule `{rule.Id}` does not pay under both policies: judge its facts as objects.", nameof(rule));

        Taking(rule, () => new RatioImpact<TFact>(old, @new, Clauses.Of(Diff, rule.Id), Groups)).Add(ratios, amounts, cancellationToken);
    }

    /// <summary>The one that takes the columns of a rule.</summary>
    private TImpact Taking<TImpact>(Rule rule, Func<TImpact> make)
        where TImpact : ColumnImpact
    {
        lock (adding)
        {
            if (columns.TryGetValue(rule.Id, out var known))
                return (TImpact)known;

            var made = make();
            columns.Add(rule.Id, made);
            rules.Add(made.Impact);
            if (made.Pays is { } pay)
                pays.Add(pay);

            return made;
        }
    }
}
