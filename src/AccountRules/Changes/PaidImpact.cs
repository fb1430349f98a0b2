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
    private readonly string?[] currencies;
    private readonly bool[] isPaid;
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
        currencies = new string?[rules.Length];
        isPaid = new bool[rules.Length];
        verdicts = new Verdict[rules.Length];
        roundsAlike = [.. rules.Select(r => r is not null && PayDiff.RoundsAlike(old, r))];
    }

    public override void Add(TFact fact)
    {
        for (var i = 0; i < rules.Length; i++)
        {
            if (rules[i] is { } rule)
                totals[i].Add(pays[i] = PayUnder(rule, fact, i));
        }

        var (old, @new) = (pays[0], pays[^1]);
        classes[(int)PayClasses.Of(old, @new)]++;
        Add(fact, verdicts[0], verdicts[^1], old, @new);
    }

    /// <summary>Amounts of different currencies are not added up, under one policy or another.</summary>
    private void CheckCurrency(TierRule<TFact> rule, TFact fact, int index)
    {
        var named = rule.CurrencyOf(fact);
        if (isPaid[index] ? currencies[index] == named : Array.TrueForAll(currencies, other => other is null || named is null || other == named))
        {
            (currencies[index], isPaid[index]) = (named, true);
            return;
        }

        var other = isPaid[index] ? currencies[index] : Array.Find(currencies, currency => currency is not null);
        throw new ArgumentException(
            $"{rule.NameOf(fact)} is paid in {Words(named)}, and others, or the same under another policy, in {Words(other)}: amounts of different "
            + "currencies are not added up, so take an impact of the facts of each currency, and of policies that pay them in one.",
            nameof(fact));

        static string Words(string? currency) => currency is null ? "no named currency" : Visible.Text(currency);
    }

    public override RuleImpact Impact() => Impact(Pay());

    public PayImpact Pay() => new(totals[0].Value, totals[^1].Value, Attribution.Of(clauses, totals), [.. classes]);

    /// <summary>What the fact is paid; computed once where a policy rounds alike and gives the factor that the old one gives.</summary>
    private decimal PayUnder(TierRule<TFact> rule, TFact fact, int index)
    {
        var verdict = verdicts[index] = rule.Judge(fact, asOf);
        if (verdict.Grade < 0)
            return 0;

        CheckCurrency(rule, fact, index);
        return index > 0 && roundsAlike[index] && verdicts[0].Grade >= 0 && rule.Grades[verdict.Grade].Factor == rules[0]!.Grades[verdicts[0].Grade].Factor
            ? pays[0]
            : rule.PayableOf(fact, verdict) ?? 0;
    }
}
