using System.Linq.Expressions;
using AccountRules.Expressions;
using AccountRules.Queries;

namespace AccountRules;

/// <content>Membership over periods, such as the key-account portfolio.</content>
public static partial class RuleQueries
{
    /// <summary>
    /// The subjects that are inside in a period: that entered in it or before, and had a row that keeps them inside in every period of the data since. Rows are
    /// to be of one kind of period, and one for each subject and period. It knows no evaluation date: of a period that runs it is as the rows stand so far,
    /// which <c>Track</c> marks as provisional.
    /// </summary>
    /// <typeparam name="TFact">The type of the rows.</typeparam>
    /// <typeparam name="TPeriod">The type of the period's column.</typeparam>
    /// <param name="rule">A lifecycle of two stages, outside and inside, such as <c>policy.KeyAccount</c>.</param>
    /// <param name="source">The rows.</param>
    /// <param name="period">The period's column: a date, a number or a text, in ascending order.</param>
    /// <param name="at">The period asked for.</param>
    /// <exception cref="InvalidOperationException">The lifecycle has not two stages, or nothing can enter, because the policy states no threshold.</exception>
    /// <exception cref="NotSupportedException">The mapping calls code of the application; the message names rule and method.</exception>
    public static IQueryable<string> Members<TFact, TPeriod>(
        this LifecycleRule<TFact> rule, IQueryable<TFact> source, Expression<Func<TFact, TPeriod>> period, TPeriod at)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(period);
        if (rule.Stages.Count != 2)
            throw new InvalidOperationException($"Rule `{rule.Id}` has {rule.Stages.Count} stages, and membership is asked of two: outside and inside.");

        var outside = new QueryTree<TFact>(rule, rule.QueryExpressionFrom(0), source, DateOnly.MaxValue);
        var inside = new QueryTree<TFact>(rule, rule.QueryExpressionFrom(1), source, DateOnly.MaxValue);
        var enters = outside.When(v => v.Grade == 1).Body;
        var stays = Replacement.Apply(inside.When(v => v.Grade != 0 && v.Cause != Cause.BeforePolicy), outside.Row);
        if (enters is ConstantExpression { Value: false })
            throw new InvalidOperationException($"Nothing enters by rule `{rule.Id}`: the policy states no threshold for it.");

        var (subject, of) = (Subjects.Of(rule, outside.Row, source), Replacement.Apply(period, outside.Row));
        if (source is not EnumerableQuery)
            ApplicationCode.Refuse(rule, subject, of);

        var rows = source.Select(Expression.Lambda<Func<TFact, TrackRow<TPeriod>>>(
            Rows.Make<TrackRow<TPeriod>>(
                (nameof(TrackRow<>.Subject), subject),
                (nameof(TrackRow<>.Period), of),
                (nameof(TrackRow<>.Enters), enters),
                (nameof(TrackRow<>.Stays), stays)),
            outside.Row));

        // Where what enters is what stays, there is no history to look at.
        if (enters.ToString() == stays.ToString())
            return rows.Where(r => r.Enters && r.Period!.Equals(at)).Select(r => r.Subject).Distinct();

        var known = rows.Where(Ordering.Rewrite<Func<TrackRow<TPeriod>, bool>>(r => !Ordering.IsAfter(r.Period, at)));
        if (source is EnumerableQuery)
            return Inside(known).AsQueryable();

        return known
            .Where(Ordering.Rewrite<Func<TrackRow<TPeriod>, bool>>(entry => entry.Enters
                && known.Where(r => Ordering.IsAfter(r.Period, entry.Period)).Select(r => r.Period).Distinct().Count()
                <= known.Count(r => r.Subject == entry.Subject && Ordering.IsAfter(r.Period, entry.Period) && r.Stays)))
            .Select(entry => entry.Subject)
            .Distinct();
    }

    /// <summary>The same in memory, in one pass: whoever is inside has stayed in every period since last entering.</summary>
    private static IEnumerable<string> Inside<TPeriod>(IQueryable<TrackRow<TPeriod>> known)
    {
        var rows = known.ToList();
        var periods = rows.Select(r => r.Period).Distinct().ToList();
        foreach (var subject in rows.GroupBy(r => r.Subject, StringComparer.Ordinal).Where(g => g.Any(r => r.Enters)))
        {
            var entry = subject.Where(r => r.Enters).Max(r => r.Period)!;
            if (periods.Count(p => Ordering.IsAfter(p, entry)) <= subject.Count(r => r.Stays && Ordering.IsAfter(r.Period, entry)))
                yield return subject.Key;
        }
    }
}
