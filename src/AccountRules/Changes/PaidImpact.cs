using AccountRules.Numbers;

namespace AccountRules.Changes;

/// <summary>
/// Each fact under both policies, and what it is paid under the policy of every subset of the clauses that changed. What all of them are paid under each is
/// added up, since the mean over the orders of a sum is the sum of the means.
/// </summary>
internal sealed class PaidImpact<TFact> : EachImpact<TFact>
    where TFact : class
{
    private readonly Clauses clauses;
    private readonly DateOnly asOf;
    private string? currency;
    private readonly TierRule<TFact>?[] rules;
    private readonly ExactTotal[] totals;
    private readonly decimal[] pays;
    private readonly Verdict[] verdicts;
    private readonly bool[] roundsAlike;
    private readonly long[] classes = new long[PayClasses.Count];

    public PaidImpact(TierRule<TFact> old, TierRule<TFact> @new, DateOnly asOf, Clauses clauses, ImpactGroups? groups)
        : base(old, @new, asOf, groups)
    {
        (this.clauses, this.asOf) = (clauses, asOf);
        rules = [.. clauses.Policies.Select(p => (TierRule<TFact>?)p?.RuleOf(old.Id))];
        totals = [.. rules.Select(_ => new ExactTotal())];
        pays = new decimal[rules.Length];
        verdicts = new Verdict[rules.Length];
        roundsAlike = [.. rules.Select(r => r is not null && PayDiff.RoundsAlike(old, r))];
    }

    public override void Add(TFact fact)
    {
        CheckCurrency(fact);
        for (var i = 0; i < rules.Length; i++)
        {
            if (rules[i] is { } rule)
                totals[i].Add(pays[i] = PayUnder(rule, fact, i));
        }

        var (old, @new) = (pays[0], pays[^1]);
        classes[(int)PayClasses.Of(old, @new)]++;
        Add(fact, verdicts[0], verdicts[^1], old, @new);
    }

    /// <summary>Amounts of different currencies are not added up.</summary>
    private void CheckCurrency(TFact fact)
    {
        foreach (var rule in rules)
        {
            if (rule?.CurrencyOf(fact) is not { } named || string.Equals(named, currency, StringComparison.Ordinal))
                continue;

            if (currency is not null)
            {
                throw new ArgumentException(
                    $"{rule.NameOf(fact)} is paid in {Visible.Text(named)}, and others in {Visible.Text(currency)}: amounts of different currencies are not "
                    + "added up, so take an impact of each currency.",
                    nameof(fact));
            }

            currency = named;
        }
    }

    public override RuleImpact Impact() => Impact(Pay());

    public PayImpact Pay() => new(totals[0].Value, totals[^1].Value, Attribution.Of(clauses, totals), [.. classes]);

    /// <summary>What the fact is paid; computed once where a policy rounds alike and gives the factor that the old one gives.</summary>
    private decimal PayUnder(TierRule<TFact> rule, TFact fact, int index)
    {
        var verdict = verdicts[index] = rule.Judge(fact, asOf);
        if (verdict.Grade < 0)
            return 0;

        return index > 0 && roundsAlike[index] && verdicts[0].Grade >= 0 && rule.Grades[verdict.Grade].Factor == rules[0]!.Grades[verdicts[0].Grade].Factor
            ? pays[0]
            : rule.PayableOf(fact, verdict) ?? 0;
    }
}
