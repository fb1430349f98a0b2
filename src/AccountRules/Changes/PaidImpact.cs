using System.Numerics;

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
    private readonly TierRule<TFact>?[] rules;
    private readonly ExactTotal[] totals;
    private readonly decimal[] pays;
    private readonly Verdict[] verdicts;
    private readonly bool[] roundsAlike;
    private readonly long[] classes = new long[Enum.GetValues<PayClass>().Length];

    public PaidImpact(TierRule<TFact> old, TierRule<TFact> @new, DateOnly asOf, Clauses clauses, ImpactGroups? groups)
        : base(old, @new, asOf, groups)
    {
        (this.clauses, this.asOf) = (clauses, asOf);
        rules = [.. clauses.Policies.Select(p => (TierRule<TFact>?)p?.Rules.First(r => r.Id == old.Id))];
        totals = [.. rules.Select(_ => new ExactTotal())];
        pays = new decimal[rules.Length];
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
        classes[(int)ClassOf(old, @new)]++;
        Add(fact, verdicts[0], verdicts[^1], old, @new);
    }

    public override RuleImpact Impact() => Impact(Pay());

    public PayImpact Pay() => new(totals[0].Value, totals[^1].Value, ByClause(), [.. classes]);

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

    private static PayClass ClassOf(decimal old, decimal @new) => @new == old ? PayClass.None
        : @new > old ? (Exceeds(@new - old, old) ? PayClass.GainsAbove5Percent : PayClass.Gains)
        : Exceeds(old - @new, old) ? PayClass.LosesAbove5Percent : PayClass.Loses;

    /// <summary>Whether a change is above 5 % of what was paid, without rounding or overflow.</summary>
    private static bool Exceeds(decimal change, decimal old) => Numbers.Exact.Compare(change, 0.05m, old) > 0;

    private IReadOnlyList<ClauseImpact> ByClause()
    {
        var count = clauses.Names.Count;
        if (count == 0)
            return [];

        var (units, places) = Units();
        var into = Clauses.Ways(clauses.Policies, count);
        var outOf = Clauses.Ways([.. clauses.Policies.Reverse()], count);
        var shares = new BigInteger[count];
        for (var subset = 0; subset < units.Length; subset++)
        {
            for (var i = 0; i < count; i++)
            {
                var next = subset | (1 << i);
                if (next != subset)
                    shares[i] += into[subset] * outOf[units.Length - 1 - next] * (units[next] - units[subset]);
            }
        }

        return Fractions.Parts(clauses.Names, shares, into[^1], places);
    }

    /// <summary>All totals in one unit.</summary>
    private (BigInteger[] Units, int Places) Units()
    {
        var all = totals.Select(t => t.Units).ToArray();
        var places = all.Max(t => t.Places);
        return ([.. all.Select(t => t.Units * BigInteger.Pow(10, places - t.Places))], places);
    }
}
