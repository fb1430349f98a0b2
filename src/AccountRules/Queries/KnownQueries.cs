using System.Linq.Expressions;
using AccountRules.Expressions;
using AccountRules.Queries;

namespace AccountRules;

/// <summary>
/// Rows as they were known on a date, over <see cref="IQueryable{T}"/>: what <see cref="KnownFacts"/> says, chosen where the data is, with one
/// <c>NOT EXISTS</c>. Ask it first of all: a filter before it may take away the row that says a fact anew, and the one before would count again.
/// </summary>
public static class KnownQueries
{
    /// <summary>The rows as they were known on a date: <c>rule.Where(rule.AsKnownOn(db.Orders, day), asOf, Standing.Overdue)</c>.</summary>
    /// <typeparam name="TFact">The type of the rows.</typeparam>
    /// <param name="rule">The rule that is to judge them, which says what tells them apart; for a host's entity made with <c>For</c>.</param>
    /// <param name="source">The rows.</param>
    /// <param name="date">The date; what became known on it is known. <see cref="DateOnly.MaxValue"/> for the newest row of each fact.</param>
    /// <exception cref="InvalidOperationException">The mapping binds when a fact became known, and leaves out what tells facts apart.</exception>
    /// <exception cref="NotSupportedException">
    /// The mapping calls code of the application, or a database cannot tell whether two rows are of one period; the message names rule and method or period.
    /// </exception>
    public static IQueryable<TFact> AsKnownOn<TFact>(this Rule<TFact> rule, IQueryable<TFact> source, DateOnly date)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Of(rule.Shape, $"Rule `{rule.Id}`", source, date);
    }

    /// <summary>The same of facts by their shape, such as those that a query makes rows of: <c>Account.Shape.AsKnownOn(db.Accounts, day)</c>.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="shape">Their shape.</param>
    /// <param name="source">The facts.</param>
    /// <param name="date">The date; what became known on it is known. <see cref="DateOnly.MaxValue"/> for the newest row of each fact.</param>
    /// <exception cref="NotSupportedException">
    /// The shape, or what the query makes of a host's entity, calls code of the application; the message names the method.
    /// </exception>
    public static IQueryable<TFact> AsKnownOn<TFact>(this FactShape<TFact> shape, IQueryable<TFact> source, DateOnly date)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(shape);
        return Of(shape.Reader, $"The shape of {typeof(TFact).Name}", source, date);
    }

    private static IQueryable<TFact> Of<TFact>(ShapeReader<TFact> shape, string who, IQueryable<TFact> source, DateOnly date)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(source);
        if (shape.KnownOn is not { } knownOn)
            return source;

        if (source is EnumerableQuery)
            return KnownRows.Of(shape, who, source, date).AsQueryable();

        var (row, other) = (Expression.Parameter(typeof(TFact), "row"), Expression.Parameter(typeof(TFact), "other"));
        var (own, later) = (knownOn.On(row), knownOn.On(other));
        ApplicationCode.Refuse(who, own);
        var day = QueryParameter.Of(date);
        var isLater = Expression.AndAlso(
            new SameFact<TFact>(KnownRows.Checked(shape, who), who, row, other).Condition,
            Expression.AndAlso(Compare(ExpressionType.LessThanOrEqual, later, day), OrMissing(Compare(ExpressionType.GreaterThan, later, own))));
        var anyLater = Expression.Call(
            typeof(Queryable), nameof(Queryable.Any), [typeof(TFact)],
            source.Expression, Expression.Quote(Expression.Lambda<Func<TFact, bool>>(isLater, other)));
        return source.Where(Expression.Lambda<Func<TFact, bool>>(
            Expression.AndAlso(OrMissing(Compare(ExpressionType.LessThanOrEqual, own, day)), Expression.Not(anyLater)), row));

        Expression OrMissing(Expression compared) => Nullable.GetUnderlyingType(own.Type) is null ? compared : Expression.OrElse(Tree.IsNull(own), compared);
    }

    private static BinaryExpression Compare(ExpressionType comparison, Expression left, Expression right) =>
        Expression.MakeBinary(comparison, left, left.Type == right.Type ? right : Expression.Convert(right, left.Type));
}
