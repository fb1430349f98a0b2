using System.Numerics;
using AccountRules.Numbers;

namespace AccountRules.Changes;

/// <summary>Shares a difference in pay among the clauses that changed.</summary>
internal static class Attribution
{
    /// <summary>What each clause gets: the mean of what it adds, over all orders in which they can be made.</summary>
    /// <param name="clauses">The clauses.</param>
    /// <param name="totals">What is paid in all under the policy of each subset of them.</param>
    public static IReadOnlyList<ClauseImpact> Of(Clauses clauses, IReadOnlyList<ExactTotal> totals)
    {
        var count = clauses.Names.Count;
        if (count == 0)
            return [];

        var (units, places) = Units(totals);
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
    private static (BigInteger[] Units, int Places) Units(IReadOnlyList<ExactTotal> totals)
    {
        var all = totals.Select(t => t.Units).ToArray();
        var places = all.Max(t => t.Places);
        return ([.. all.Select(t => t.Units * BigInteger.Pow(10, places - t.Places))], places);
    }
}
