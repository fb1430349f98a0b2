using System.Linq.Expressions;
using AccountRules.Queries;

namespace AccountRules;

/// <content>Counts by band.</content>
public static partial class RuleQueries
{
    /// <summary>
    /// How many rows have each standing and band, in one round trip and no order. The rule is worked out once for a row, as a number; which standing and band
    /// that is, is asked once for a group.
    /// </summary>
    /// <inheritdoc cref="Where"/>
    public static IQueryable<BandCount> CountByBand<TFact>(this Rule<TFact> rule, IQueryable<TFact> source, DateOnly asOf)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(source);
        var (tree, outcomes) = (new QueryTree<TFact>(rule, source, asOf), new List<(Standing Standing, string? Band)>());
        var number = tree.Case(verdict =>
        {
            var outcome = (verdict.Standing, rule.BandOf(verdict));
            if (!outcomes.Contains(outcome))
                outcomes.Add(outcome);

            return Expression.Constant(outcomes.IndexOf(outcome));
        });

        // A key with a member, as in CountByStanding.
        return source
            .Select(Expression.Lambda<Func<TFact, BandRow>>(Rows.Make<BandRow>((nameof(BandRow.Number), number)), tree.Row))
            .GroupBy(r => new { r.Number })
            .Select(g => new { g.Key.Number, Count = g.LongCount() })
            .Select(Named(new { Number = 0, Count = 0L }, outcomes));
    }

    /// <summary>The standing and the band of a group, by its number.</summary>
    private static Expression<Func<TGroup, BandCount>> Named<TGroup>(TGroup _, List<(Standing Standing, string? Band)> outcomes)
    {
        var group = Expression.Parameter(typeof(TGroup), "group");
        var number = Expression.Property(group, nameof(BandRow.Number));
        return Expression.Lambda<Func<TGroup, BandCount>>(
            Rows.Make<BandCount>(
                (nameof(BandCount.Standing), Of(outcome => Expression.Constant(outcome.Standing))),
                (nameof(BandCount.Band), Of(outcome => Expression.Constant(outcome.Band, typeof(string)))),
                (nameof(BandCount.Count), Expression.Property(group, nameof(BandCount.Count)))),
            group);

        Expression Of(Func<(Standing Standing, string? Band), Expression> value) => outcomes
            .Select((outcome, i) => (Value: value(outcome), IsIt: Expression.Equal(number, Expression.Constant(i))))
            .Reverse()
            .Aggregate((Expression?)null, (others, one) => others is null ? one.Value : Expression.Condition(one.IsIt, one.Value, others))!;
    }
}
