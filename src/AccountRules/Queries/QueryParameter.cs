using System.Linq.Expressions;

namespace AccountRules.Queries;

/// <summary>
/// Holds what hangs on the evaluation date so that a provider makes it a parameter of its query, not a literal: the plan can then be used again on another
/// day. Two holders are never equal: what is the same on one day would become one parameter, also for the days on which it differs.
/// </summary>
internal sealed class QueryParameter<T>(T value)
{
    public T Value { get; } = value;
}

/// <inheritdoc cref="QueryParameter{T}"/>
internal static class QueryParameter
{
    /// <summary>A number of days before a date.</summary>
    public static MemberExpression Of(DateOnly date, int days) => Expression.Property(
        Expression.Call(Expression.Constant(new QueryDay(date)), nameof(QueryDay.Before), typeArguments: null, Expression.Constant(days)),
        nameof(QueryParameter<>.Value));

    public static MemberExpression Of<T>(T value) => Expression.Property(Expression.Constant(new QueryParameter<T>(value)), nameof(QueryParameter<>.Value));
}
