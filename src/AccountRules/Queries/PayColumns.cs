using System.Linq.Expressions;
using AccountRules.Expressions;
using AccountRules.Numbers;

namespace AccountRules.Queries;

/// <summary>What the rows of each grade are paid, as columns of a query.</summary>
internal sealed class PayColumns<TFact>(TierRule<TFact> rule, QueryTree<TFact> tree, IQueryable source)
    where TFact : class
{
    private static readonly ConstantExpression Nothing = Expression.Constant(null, typeof(decimal?));

    private readonly bool isInMemory = source is EnumerableQuery;
    private readonly bool dividesDecimals = DividesDecimals(source.Provider);

    /// <summary>The most places that any grade is rounded to.</summary>
    public int Places { get; } = Enumerable.Range(0, rule.Grades.Count).Max(grade => rule.PaidBy(grade)?.Table.Payment?.Settings.Decimals ?? 0);

    /// <summary>The factor; missing where it goes along a line, since a database would round the quotient.</summary>
    public Expression Factor(Verdict verdict) =>
        GradeOf(verdict) is { Line: null, Factor: { } factor } ? Expression.Constant(factor, typeof(decimal?)) : Nothing;

    /// <summary>The currency that the row names, or else the policy.</summary>
    public Expression Currency(Verdict verdict)
    {
        if (PaymentOf(verdict) is not { } payment)
            return Expression.Constant(null, typeof(string));

        var own = Expression.Constant(payment.Settings.Currency, typeof(string));
        return payment.CurrencyName is not { } named ? own
            : payment.Settings.Currency is null ? tree.Read(named.Lambda)
            : Expression.Coalesce(tree.Read(named.Lambda), own);
    }

    /// <summary>The payable amount, or nothing.</summary>
    public Expression Payable(Verdict verdict)
    {
        if (GradeOf(verdict) is not { Factor: { } factor } grade || PaymentOf(verdict) is not { } payment)
            return Nothing;

        if (isInMemory)
            return InMemory(verdict);

        var (pays, amount) = (payment.Settings, tree.Read(payment.Selector.Lambda));
        var product = new PayInDatabase(rule, pays, payment.Share?.On(tree.Row), dividesDecimals);
        var (isPaid, paid) = grade.Line is { } line
            ? Along(line, product, amount)
            : (factor > 0 ? null : Expression.Constant(false), product.Product(amount, factor));
        if (pays.AtLeast is not null && isPaid is not ConstantExpression)
        {
            Expression isDue = Expression.GreaterThan(amount, Expression.Constant(0m));
            if (payment.Share?.On(tree.Row).Part is { } part)
                isDue = Expression.AndAlso(isDue, Expression.GreaterThan(part, Expression.Constant(0)));

            isPaid = isPaid is null ? isDue : Expression.AndAlso(isPaid, isDue);
        }

        paid = Within(isPaid, paid, pays);
        return Expression.Convert(payment.WithheldFor is { } want
            ? Expression.Condition(Tree.IsNull(tree.Read(want.Lambda)), paid, Expression.Constant(Exact.WithPlaces(0, pays.Decimals)))
            : paid, typeof(decimal?));
    }

    /// <summary>What is paid along a line, and whether that is more than nothing; no question where it always is.</summary>
    private (Expression? IsPaid, Expression Paid) Along(FactorLine line, PayInDatabase product, Expression amount)
    {
        var (value, of) = rule.FractionOn(tree.Row);
        var (factor, unit) = line.Of(tree.Column(value), tree.Column(of));
        return (line.Base > 0 ? null : Expression.GreaterThan(factor, Expression.Constant(0m)), product.Product(amount, factor, unit));
    }

    /// <summary>Rounding keeps the order, so that a rounded amount within rounded bounds is the amount within its bounds, rounded.</summary>
    private static Expression Within(Expression? isPaid, Expression paid, PaySettings pays)
    {
        var within = paid;
        if (pays.RoundedMost is { } most)
            within = Expression.Condition(Expression.GreaterThan(paid, Expression.Constant(most)), Expression.Constant(most), within);

        if (pays.RoundedLeast is not { } least || isPaid is ConstantExpression)
            return within;

        Expression isLess = Expression.LessThan(paid, Expression.Constant(least));
        return Expression.Condition(isPaid is null ? isLess : Expression.AndAlso(isPaid, isLess), Expression.Constant(least), within);
    }

    private MethodCallExpression InMemory(Verdict verdict)
    {
        var (table, grade) = rule.PaidBy(verdict.Grade)!.Value;
        return Expression.Call(
            Expression.Constant(table), nameof(TierRule<>.PayableOf), typeArguments: null, tree.Row, Expression.Constant(table.VerdictOf(grade)));
    }

    private Payment<TFact>? PaymentOf(Verdict verdict) => verdict.Grade >= 0 ? rule.PaidBy(verdict.Grade)?.Table.Payment : null;

    private Grade? GradeOf(Verdict verdict) => verdict.Grade >= 0 ? rule.Grades[verdict.Grade] : null;

    /// <summary>EF Core's providers that were proved do; DuckDB, through linq2db, makes floating point of a quotient.</summary>
    private static bool DividesDecimals(IQueryProvider provider) =>
        provider.GetType().Namespace?.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) == true;
}
