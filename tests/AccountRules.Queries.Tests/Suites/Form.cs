using AccountRules.Queries.Tests.Stores;
using AccountRules.Tests.Conformance;

namespace AccountRules.Queries.Tests.Suites;

/// <summary>One way in which a host keeps facts: a table, and the rule over it.</summary>
internal abstract class Form<TFact>
{
    /// <summary>The answer for each fact that the table can hold; <c>null</c> for those that it cannot.</summary>
    public abstract Answer?[] Ask(IRowStore store, IReadOnlyList<TFact> facts, DateOnly asOf, bool pays, bool byEveryVerb, out int rows);
}

/// <param name="rule">The rule over the host's entity.</param>
/// <param name="row">The row of a fact and its number; <c>null</c> where the table cannot hold it.</param>
/// <param name="number">The number that a row was given.</param>
/// <param name="holds">
/// Where the table keeps periods as texts, so that only facts that have begun are in it: whether one has. A query cannot tell there what is provisional.
/// </param>
internal sealed class Form<TFact, THost>(
    Rule<THost> rule, Func<TFact, int, THost?> row, Func<THost, int> number, Func<TFact, DateOnly, bool>? holds = null) : Form<TFact>
    where THost : class
{
    public override Answer?[] Ask(IRowStore store, IReadOnlyList<TFact> facts, DateOnly asOf, bool pays, bool byEveryVerb, out int rows)
    {
        var answers = new Answer?[facts.Count];
        var held = facts.Select((fact, i) => holds?.Invoke(fact, asOf) == false ? null : row(fact, i)).OfType<THost>().ToArray();
        var source = store.Load(held);
        if (holds is not null && rule.Info.EffectiveFrom > DateOnly.MinValue && store is not MemoryStore)
        {
            // A column of periods cannot be compared with the day from which the policy is in force.
            Assert.Contains("in force from", Assert.Throws<NotSupportedException>(() => rule.Grade(source, asOf)).Message, StringComparison.Ordinal);
            Assert.Throws<NotSupportedException>(() => rule.Where(source, asOf, Standing.Met));
            rows = 0;
            return new Answer?[facts.Count];
        }

        var graded = rule.Grade(source, asOf).ToList();
        Assert.Equal(held.Length, graded.Count);
        foreach (var g in graded)
        {
            Assert.Equal(g.Cause != Cause.None, g.Band is null);
            Assert.Equal(holds is not null && source is not EnumerableQuery, g.IsProvisional is null);
            answers[number(g.Fact)] = new(g.Standing, g.Band, g.IsProvisional);
        }

        rows = graded.Count + Filtered(source, graded, asOf, byEveryVerb) + (pays && rule is TierRule<THost> tier ? Paid(tier, source, asOf, answers) : 0);
        return answers;
    }

    /// <summary>What the filters and the count say has to be what the rows say of themselves.</summary>
    private int Filtered(IQueryable<THost> source, List<Graded<THost>> graded, DateOnly asOf, bool byEveryVerb)
    {
        var rows = graded.Count + Same(
            rule.Where(source, asOf, Standing.Met, Standing.Undetermined, Standing.Overdue),
            g => g.Standing is Standing.Met or Standing.Undetermined or Standing.Overdue);
        Assert.Equal(
            graded.GroupBy(g => g.Standing).ToDictionary(g => g.Key, g => g.Count()),
            rule.CountByStanding(source, asOf).ToDictionary(c => c.Standing, c => (int)c.Count));
        if (!byEveryVerb)
            return rows;

        Assert.Equal(
            graded.GroupBy(g => (g.Standing, g.Band)).ToDictionary(g => g.Key, g => g.Count()),
            rule.CountByBand(source, asOf).ToDictionary(c => (c.Standing, c.Band), c => (int)c.Count));

        foreach (var standing in rule.Grades.Select(g => g.Standing).Append(Standing.Undetermined).Append(Standing.NotApplicable).Distinct())
            rows += Same(rule.Where(source, asOf, standing), g => g.Standing == standing);

        foreach (var band in rule.Grades.Select(g => g.Band).Distinct())
            rows += Same(rule.WhereBand(source, asOf, band), g => g.Band == band);

        return rows;

        int Same(IQueryable<THost> found, Func<Graded<THost>, bool> isWanted)
        {
            var wanted = graded.Where(isWanted).Select(g => number(g.Fact)).Order().ToArray();
            Assert.Equal(wanted, found.AsEnumerable().Select(number).Order());
            return wanted.Length;
        }
    }

    private int Paid(TierRule<THost> tier, IQueryable<THost> source, DateOnly asOf, Answer?[] answers)
    {
        var paid = tier.Pay(source, asOf).ToList();
        foreach (var p in paid)
        {
            var answer = answers[number(p.Fact)]!;
            Assert.Equal((answer.Band, answer.IsProvisional), (p.Band, p.IsProvisional));
            var said = tier.Assess(p.Fact, asOf);
            Assert.Equal(said.Band is null ? null : said.Currency, p.Currency);

            // Along a line a query states no factor.
            if (p.Factor is not null || !GoesAlongLines((TierRule<THost>)said.Rule))
                Assert.Equal(said.Factor, p.Factor);

            answers[number(p.Fact)] = answer with { Payable = p.Payable };
        }

        return paid.Count;
    }

    private static bool GoesAlongLines(TierRule<THost> tier) => tier.Tables.Select(t => t.Value).Append(tier).Append(tier.Otherwise).Any(t =>
        t is { Payment.Settings.Kind: PayTableKind.Marginal } || t?.Scale?.Any(b => b.FactorTo is not null) == true);
}
