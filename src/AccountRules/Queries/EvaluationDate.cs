using System.Linq.Expressions;

namespace AccountRules.Queries;

/// <summary>Holds a date so that a provider makes it a parameter of its query, not a literal: the plan can then be used again on another day.</summary>
internal sealed record EvaluationDate(DateOnly Value)
{
    public static MemberExpression In(DateOnly date) => Expression.Property(Expression.Constant(new EvaluationDate(date)), nameof(Value));
}
