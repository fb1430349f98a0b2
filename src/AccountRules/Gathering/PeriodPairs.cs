using System.Linq.Expressions;
using AccountRules.Expressions;

namespace AccountRules.Gathering;

/// <summary>A period beside the one before: a fact counts in its own period and, as what was before, in the next.</summary>
internal static class PeriodPairs
{
    /// <summary>The groups of a fact: one for its period, and one for the next where the calendar has it.</summary>
    public static IEnumerable<FactKey> GroupsOf(string subject, Period period) =>
        period.Next is { } next ? [new(subject, period), new(subject, next)] : [new(subject, period)];

    /// <summary>Rows of a period in a query. It is given back as its first and last day, which a database has a type for.</summary>
    public static IQueryable<TRow> Rows<TColumns, TRow>(IQueryable<TColumns> columns, Period period, Expression<Func<TColumns, Period, TRow>> row)
    {
        var (first, last) = (period.Start, period.End);
        var dated = columns.Select(c => new Dated<TColumns> { Columns = c, First = first, Last = last });
        Expression<Func<Dated<TColumns>, Period>> of = d => Period.Days(d.First, d.Last);
        var own = Expression.Property(of.Parameters[0], nameof(Dated<>.Columns));
        return dated.Select(Expression.Lambda<Func<Dated<TColumns>, TRow>>(Replacement.Apply(row, own, of.Body), of.Parameters));
    }

    private sealed class Dated<TColumns>
    {
        public required TColumns Columns { get; init; }

        public required DateOnly First { get; init; }

        public required DateOnly Last { get; init; }
    }
}
