using System.Linq.Expressions;
using AccountRules.Queries;

namespace AccountRules;

/// <summary>
/// Rules over <see cref="IQueryable{T}"/>: the rule runs where the data is, with the same answer as in memory. Nothing is fetched to be assessed here:
/// a mapping that calls the application's code throws when the query is built, and what the provider does not know throws when it runs.
/// The evaluation date is a parameter of the query, the thresholds are constants. Whether a row's period has begun and has ended is read off what the mapping
/// makes it of: a date, as <c>Period.Month(p.StartsOn.Year, p.StartsOn.Month)</c>, two, as <c>Period.Days(p.From, p.Until)</c>, numbers, or one period for all
/// rows. Of a period kept otherwise, such as a
/// text, a database cannot tell: its rows are taken as begun, and a rule that judges periods once they have ended is refused.
/// Facts from before the policy (<see cref="PolicyTerms.EffectiveFrom"/>) are not applicable, as in memory; where a database cannot tell of a period, such a
/// query is refused.
/// </summary>
public static partial class RuleQueries
{
    /// <summary>The rows with one of the standings. The comparisons stay on the raw columns, so an index on them serves.</summary>
    /// <typeparam name="TFact">The type of the rows.</typeparam>
    /// <param name="rule">The rule, for a host's entity made with <c>For</c>.</param>
    /// <param name="source">The rows.</param>
    /// <param name="asOf">The evaluation date.</param>
    /// <param name="standings">The standings wanted.</param>
    /// <exception cref="NotSupportedException">
    /// The mapping calls code of the application, or a database cannot tell when its period ends and the rule must know; the message names rule and method.
    /// </exception>
    public static IQueryable<TFact> Where<TFact>(this Rule<TFact> rule, IQueryable<TFact> source, DateOnly asOf, params Standing[] standings)
        where TFact : class =>
        source.Where(Tree(rule, source, asOf).When(v => standings.Contains(v.Standing)));

    /// <summary>The rows in a band, or in a lifecycle's stage.</summary>
    /// <typeparam name="TFact">The type of the rows.</typeparam>
    /// <param name="rule">The rule, for a host's entity made with <c>For</c>.</param>
    /// <param name="source">The rows.</param>
    /// <param name="asOf">The evaluation date.</param>
    /// <param name="band">The band's name.</param>
    /// <exception cref="ArgumentException">The rule has no such band.</exception>
    /// <exception cref="NotSupportedException">
    /// The mapping calls code of the application, or a database cannot tell when its period ends and the rule must know; the message names rule and method.
    /// </exception>
    public static IQueryable<TFact> WhereBand<TFact>(this Rule<TFact> rule, IQueryable<TFact> source, DateOnly asOf, string band)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (rule.Grades.All(g => g.Band != band))
        {
            throw new ArgumentException(
                $"Rule `{rule.Id}` has no band `{band}`; its bands are {string.Join(", ", rule.Grades.Select(g => g.Band).Distinct(StringComparer.Ordinal))}.",
                nameof(band));
        }

        return source.Where(Tree(rule, source, asOf).When(v => v.Cause == Cause.None && rule.Grades[v.Grade].Band == band));
    }

    /// <summary>Each row with its standing, band and cause.</summary>
    /// <inheritdoc cref="Where"/>
    public static IQueryable<Graded<TFact>> Grade<TFact>(this Rule<TFact> rule, IQueryable<TFact> source, DateOnly asOf)
        where TFact : class
    {
        var tree = Tree(rule, source, asOf);
        return source.Where(tree.RunsInProvider()).Select(Expression.Lambda<Func<TFact, Graded<TFact>>>(
            Rows.Make<Graded<TFact>>(
                (nameof(Graded<>.Fact), tree.Row),
                (nameof(Graded<>.Standing), tree.Standing()),
                (nameof(Graded<>.IsProvisional), tree.IsProvisional()),
                (nameof(Graded<>.Band), tree.Band()),
                (nameof(Graded<>.CauseNumber), tree.Case(v => Expression.Constant(v.Cause.Number)))),
            tree.Row));
    }

    /// <summary>How many rows have each standing, in one round trip.</summary>
    /// <inheritdoc cref="Where"/>
    public static IQueryable<StandingCount> CountByStanding<TFact>(this Rule<TFact> rule, IQueryable<TFact> source, DateOnly asOf)
        where TFact : class
    {
        var tree = Tree(rule, source, asOf);

        // A key with a member: linq2db writes a key that is worked out twice, and groups by both only then.
        return source
            .Select(Expression.Lambda<Func<TFact, CountedRow>>(Rows.Make<CountedRow>((nameof(CountedRow.Standing), tree.Standing())), tree.Row))
            .GroupBy(r => new { r.Standing })
            .Select(g => new StandingCount { Standing = g.Key.Standing, Count = g.LongCount() });
    }

    private static QueryTree<TFact> Tree<TFact>(Rule<TFact> rule, IQueryable<TFact> source, DateOnly asOf)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(source);
        return new(rule, source, asOf);
    }
}
