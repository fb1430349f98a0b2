using System.Linq.Expressions;
using AccountRules.Queries;

namespace AccountRules;

/// <content>What a tier pays.</content>
public static partial class RuleQueries
{
    /// <summary>
    /// Each row with its band, factor and payable amount. In a database the product of amount, share and factor is a <c>numeric</c>, rounded once.
    /// </summary>
    /// <typeparam name="TFact">The type of the rows.</typeparam>
    /// <param name="rule">The rule, for a host's entity made with <c>For</c>.</param>
    /// <param name="source">The rows.</param>
    /// <param name="asOf">The evaluation date: unless the policy judges pay as it stands, a row is paid once its period has ended by then.</param>
    /// <exception cref="InvalidOperationException">The tier pays nothing.</exception>
    /// <exception cref="NotSupportedException">
    /// The mapping calls code of the application, or a database cannot tell when its period ends; or the policy rounds halves to even, which databases do not,
    /// or to 28 places; or it pays along a line, and the provider was not proved to divide decimals as decimals.
    /// </exception>
    public static IQueryable<Paid<TFact>> Pay<TFact>(this TierRule<TFact> rule, IQueryable<TFact> source, DateOnly asOf)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(source);
        if (!rule.Pays)
            throw new InvalidOperationException($"Rule `{rule.Id}` pays nothing: give it a Payment.");

        if (rule.Versions is { HasDays: true })
        {
            throw new NotSupportedException(
                $"Rule `{rule.Id}` pays each day of a period by its own version of the policy, which a query cannot: "
                + "query the rows, and assess them in memory.");
        }

        var tree = new QueryTree<TFact>(rule, source, asOf);
        var columns = new PayColumns<TFact>(rule, tree, source);
        var payable = tree.Case(columns.Payable);
        return RunsInProvider(source).Select(Expression.Lambda<Func<TFact, Paid<TFact>>>(
            Rows.Make<Paid<TFact>>(
                (nameof(Paid<>.Fact), tree.Row),
                (nameof(Paid<>.IsProvisional), tree.IsProvisional()),
                (nameof(Paid<>.Band), tree.Band()),
                (nameof(Paid<>.Factor), tree.Case(columns.Factor)),
                (nameof(Paid<>.Payable), payable),
                (nameof(Paid<>.Currency), tree.Case(columns.Currency))),
            tree.Row));

        // An amount rounded to two places is never 0.001.
        IQueryable<TFact> RunsInProvider(IQueryable<TFact> rows) => rows is EnumerableQuery ? rows
            : columns.Places < MostPlaces ? rows.Where(tree.NeverIs(
                payable, Expression.Constant(Numbers.Exact.Unit(columns.Places + 1), typeof(decimal?))))
            : throw new NotSupportedException(
                $"Rule `{rule.Id}` rounds to {columns.Places} places, and a query to at most {MostPlaces - 1}: query the band and the factor, "
                + $"and work out the payable amount in memory.");
    }

    private const int MostPlaces = 28;
}
