using System.Linq.Expressions;
using AccountRules.Expressions;

namespace AccountRules;

/// <summary>The due date of a fact: its own, or else a number of days after its start, which the documents leave open.</summary>
/// <param name="Own">The due date of the fact's own.</param>
/// <param name="Start">The date on which the fact begins; <c>null</c> for facts that have none.</param>
/// <param name="WithinDays">The number of days; <c>null</c> where it is not set.</param>
internal sealed record DueDate<TFact>(
    Expression<Func<TFact, DateOnly?>> Own, Expression<Func<TFact, DateOnly?>>? Start = null, int? WithinDays = null)
    where TFact : class
{
    /// <summary>The fact's own date where it has one or nothing else is known.</summary>
    /// <param name="counting">How the days after the start are counted; <c>null</c> where all are.</param>
    public Expression<Func<TFact, DateOnly?>> DateBy(Counting<TFact>? counting) => WithinDays is { } days && OnFact(Start) is { } start
        ? Expression.Lambda<Func<TFact, DateOnly?>>(
            Expression.Coalesce(Own.Body, Expression.Condition(
                Tree.IsNull(start),
                Expression.Constant(null, typeof(DateOnly?)),
                Expression.Convert(
                    counting?.On(Own.Parameters[0]).DayOn(Tree.ValueOf(start), days) ?? EitherDate.After(Tree.ValueOf(start), days), typeof(DateOnly?)))),
            Own.Parameters)
        : Own;

    /// <summary>A fact that would be due by a number which is not set has no threshold; one that lacks its start too has no due date either way.</summary>
    public IReadOnlyList<Guard<TFact>> Guards
    {
        get
        {
            if (WithinDays is not null || OnFact(Start) is not { } start)
                return [];

            var needsDays = Expression.AndAlso(Tree.IsNull(Own.Body), Expression.NotEqual(start, Expression.Constant(null, start.Type)));
            return [new(Expression.Lambda<Func<TFact, DateOnly, bool>>(needsDays, Own.Parameters[0], Tree.AsOf), Cause.NoThreshold)];
        }
    }

    private Expression? OnFact(Expression<Func<TFact, DateOnly?>>? date) => date is null ? null : Replacement.Apply(date, Own.Parameters[0]);
}
