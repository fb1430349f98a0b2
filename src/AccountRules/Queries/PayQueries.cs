using System.Linq.Expressions;
using AccountRules.Numbers;
using AccountRules.Queries;

namespace AccountRules;

/// <summary>What a tier pays, over <see cref="IQueryable{T}"/>.</summary>
public static class PayQueries
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
    /// or to 28 places.
    /// </exception>
    public static IQueryable<Paid<TFact>> Pay<TFact>(this TierRule<TFact> rule, IQueryable<TFact> source, DateOnly asOf)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(source);
        var payment = rule.Payment ?? throw new InvalidOperationException($"Rule `{rule.Id}` pays nothing: give it a Payment.");
        CheckPaysAlike(rule);
        var tree = new QueryTree<TFact>(rule, source, asOf);
        var amount = tree.Read(payment.Selector.Lambda);
        var isInMemory = source is EnumerableQuery;
        var (part, whole) = payment.Share?.On(tree.Row) ?? (Expression.Constant(1), Expression.Constant(1));
        var inDatabase = new PayInDatabase(
            rule, payment.Decimals, payment.Rounding, payment.Increment, payment.Share is null ? null : (part, whole), DividesDecimals(source.Provider));
        Func<Expression, decimal, Expression> product = isInMemory ? Exactly : inDatabase.Product;
        var payable = tree.Case(v => FactorOf(v) is { } factor
            ? Expression.Convert(product(amount, factor), typeof(decimal?))
            : Expression.Constant(null, typeof(decimal?)));
        return RunsInProvider(source).Select(Expression.Lambda<Func<TFact, Paid<TFact>>>(
            Rows.Make<Paid<TFact>>(
                (nameof(Paid<>.Fact), tree.Row),
                (nameof(Paid<>.IsProvisional), tree.IsProvisional()),
                (nameof(Paid<>.Band), tree.Band()),
                (nameof(Paid<>.Factor), tree.Case(v => Expression.Constant(FactorOf(v), typeof(decimal?)))),
                (nameof(Paid<>.Payable), payable)),
            tree.Row));

        decimal? FactorOf(Verdict verdict) => verdict.Cause == Cause.None ? rule.Grades[verdict.Grade].Factor : null;

        Expression Exactly(Expression pay, decimal factor) => Expression.Call(
            typeof(Exact), nameof(Exact.RoundedProduct), typeArguments: null,
            pay, Expression.Constant(factor), Expression.Constant(payment.Decimals), Expression.Constant(payment.Rounding),
            Expression.Convert(part, typeof(long)), Expression.Convert(whole, typeof(long)),
            Expression.Constant(payment.Increment, typeof(decimal?)));

        // An amount rounded to two places is never 0.001.
        IQueryable<TFact> RunsInProvider(IQueryable<TFact> rows) => isInMemory ? rows
            : payment.Decimals < MostPlaces ? rows.Where(tree.NeverIs(payable, Expression.Constant(Exact.Unit(payment.Decimals + 1), typeof(decimal?))))
            : throw new NotSupportedException(
                $"Rule `{rule.Id}` rounds to {payment.Decimals} places, and a query to at most {MostPlaces - 1}: query the band and the factor, "
                + $"and work out the payable amount in memory.");
    }

    /// <summary>Refuses what several versions of a policy pay in ways that are not one product.</summary>
    private static void CheckPaysAlike<TFact>(TierRule<TFact> rule)
        where TFact : class
    {
        if (rule.Versions is not { } versions)
            return;

        if (versions.HasDays)
        {
            throw new NotSupportedException(
                $"Rule `{rule.Id}` pays each day of a period by its own version of the policy, which a query cannot: "
                + "query the rows, and assess them in memory.");
        }

        if (versions.Rules.Cast<TierRule<TFact>>().Select(r => (r.Payment!.Decimals, r.Payment.Rounding, r.Payment.Increment)).Distinct().Skip(1).Any())
        {
            throw new NotSupportedException(
                $"Rule `{rule.Id}` rounds otherwise in one version of the policy than in another, and a query rounds in one way: "
                + "query the rows of each version by the rule of that version, history.At(date).");
        }
    }

    /// <summary>EF Core's providers that were proved do; DuckDB, through linq2db, makes floating point of a quotient.</summary>
    private static bool DividesDecimals(IQueryProvider provider) =>
        provider.GetType().Namespace?.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) == true;

    private const int MostPlaces = 28;
}
