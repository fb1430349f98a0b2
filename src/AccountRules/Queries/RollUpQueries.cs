using System.Linq.Expressions;
using AccountRules.Expressions;
using AccountRules.Queries;

namespace AccountRules;

/// <summary>Roll-ups over <see cref="IQueryable{T}"/>: a <c>GROUP BY</c>.</summary>
public static class RollUpQueries
{
    /// <summary>
    /// The standing of every subject and period. Rows are taken as begun: filter periods that have not begun yourself. Periods from before the policy are
    /// <see cref="Standing.NotApplicable"/>, as in memory.
    /// </summary>
    /// <typeparam name="TFact">The type of the rows.</typeparam>
    /// <typeparam name="TPeriod">The type of the period's column.</typeparam>
    /// <param name="rule">The roll-up, over a host's entity made with <c>Over</c>.</param>
    /// <param name="source">The rows.</param>
    /// <param name="period">The period's column: a date, a number or a text.</param>
    /// <exception cref="NotSupportedException">The mapping calls code of the application; the message names rule and method.</exception>
    public static IQueryable<RolledUp<TPeriod>> Group<TFact, TPeriod>(
        this RollUpRule<TFact> rule, IQueryable<TFact> source, Expression<Func<TFact, TPeriod>> period)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(period);
        var tree = new QueryTree<TFact>(rule.Of, source, DateOnly.MaxValue);
        var (subject, of) = (rule.Of.Shape.Subject.On(tree.Row), Replacement.Apply(period, tree.Row));
        if (source is not EnumerableQuery)
            ApplicationCode.Refuse(rule, subject, of);

        var counted = source
            .Select(Expression.Lambda<Func<TFact, StandingRow<TPeriod>>>(
                Rows.Make<StandingRow<TPeriod>>(
                    (nameof(StandingRow<>.Subject), subject),
                    (nameof(StandingRow<>.Period), of),
                    (nameof(StandingRow<>.Standing), tree.Standing())),
                tree.Row))
            .GroupBy(r => new { r.Subject, r.Period })
            .Select(g => new TallyRow<TPeriod>
            {
                Subject = g.Key.Subject,
                Period = g.Key.Period,
                Met = g.Count(r => r.Standing == Standing.Met),
                Missed = g.Count(r => r.Standing == Standing.Missed),
                Late = g.Count(r => r.Standing == Standing.Late),
                OnTrack = g.Count(r => r.Standing == Standing.OnTrack),
                AtRisk = g.Count(r => r.Standing == Standing.AtRisk),
                Overdue = g.Count(r => r.Standing == Standing.Overdue),
                Graded = g.Count(r => r.Standing == Standing.Graded),
                Undetermined = g.Count(r => r.Standing == Standing.Undetermined),
                NotApplicable = g.Count(r => r.Standing == Standing.NotApplicable),
                Total = g.Count(r => r.Standing != Standing.NotApplicable),
            });
        var row = Expression.Parameter(typeof(TallyRow<TPeriod>), rule.Id.Replace('-', '_'));
        var standing = new TallyAsRow(rule.Expression.Parameters[0], row).Visit(rule.Expression.Body);
        if (rule.Of.MayNotApplyInQuery)
        {
            standing = Expression.Condition(
                Expression.Equal(Expression.Property(row, nameof(TallyRow<>.Total)), Expression.Constant(0)), Expression.Constant(Standing.NotApplicable),
                standing);
        }

        return counted.Select(Expression.Lambda<Func<TallyRow<TPeriod>, RolledUp<TPeriod>>>(
            Rows.Make<RolledUp<TPeriod>>(
                (nameof(RolledUp<>.Subject), Expression.Property(row, nameof(TallyRow<>.Subject))),
                (nameof(RolledUp<>.Period), Expression.Property(row, nameof(TallyRow<>.Period))),
                (nameof(RolledUp<>.Standing), standing),
                (nameof(RolledUp<>.Met), Expression.Property(row, nameof(TallyRow<>.Met))),
                (nameof(RolledUp<>.Missed), Expression.Property(row, nameof(TallyRow<>.Missed))),
                (nameof(RolledUp<>.Undetermined), Expression.Property(row, nameof(TallyRow<>.Undetermined)))),
            row));
    }

    private sealed class TallyAsRow(ParameterExpression tally, ParameterExpression row) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node) =>
            node.Expression == tally ? Expression.Property(row, node.Member.Name) : base.VisitMember(node);
    }
}
