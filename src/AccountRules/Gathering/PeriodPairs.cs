using System.Linq.Expressions;
using AccountRules.Expressions;

namespace AccountRules.Gathering;

/// <summary>A period beside the one before: a fact counts in its own period and, as what was before, in the next.</summary>
internal static class PeriodPairs
{
    /// <summary>The groups of a fact: one for its period, and one for the next where the calendar has it.</summary>
    public static IEnumerable<FactKey> GroupsOf(string subject, Period period) =>
        period.Next is { } next ? [new(subject, period), new(subject, next)] : [new(subject, period)];

    /// <summary>Rows of a period in a query. It is given back as a year and a part of it, which a database has types for.</summary>
    public static IQueryable<TRow> Rows<TColumns, TRow>(IQueryable<TColumns> columns, Period period, Expression<Func<TColumns, Period, TRow>> row)
    {
        var (year, month) = (period.Start.Year, period.Start.Month);
        var dated = columns.Select(c => new Dated<TColumns> { Columns = c, Year = year, Month = month });
        Expression<Func<Dated<TColumns>, Period>> of = period.Months switch
        {
            12 => d => Period.Year(d.Year),
            3 => d => Period.Quarter(d.Year, (d.Month + 2) / 3),
            _ => d => Period.Month(d.Year, d.Month),
        };
        var own = Expression.Property(of.Parameters[0], nameof(Dated<>.Columns));
        return dated.Select(Expression.Lambda<Func<Dated<TColumns>, TRow>>(Replacement.Apply(row, own, of.Body), of.Parameters));
    }

    private sealed class Dated<TColumns>
    {
        public required TColumns Columns { get; init; }

        public required int Year { get; init; }

        public required int Month { get; init; }
    }
}
