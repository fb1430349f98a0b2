using System.Linq.Expressions;
using AccountRules.Expressions;
using AccountRules.Wording;

namespace AccountRules.Changes;

/// <summary>How an expression counts days: by which calendars of working days, or all of them.</summary>
internal sealed class DayCounts : ExpressionVisitor
{
    private readonly SortedDictionary<string, DayCount> found = new(StringComparer.Ordinal);

    /// <summary>
    /// Refuses an expression that counts days otherwise than another. Regions on both counts would be exact, and so many that nobody reads them: a holiday more
    /// moves every day after it.
    /// </summary>
    /// <exception cref="UnreadableException">It does.</exception>
    public static void CheckAlike(Expression one, Expression other)
    {
        var (some, others) = (In(one), In(other));
        if (some.Count > 0 && others.Count > 0 && !some.Keys.SequenceEqual(others.Keys, StringComparer.Ordinal))
        {
            throw new UnreadableException(Said(some) is var said && said != Said(others) ? $"days are counted otherwise: {said} -> {Said(others)}"
                : $"days are counted otherwise: {Texts.Listed(Moved(some.Values.Last(), others.Values.Last()))} has other days");
        }
    }

    private static string[] Moved(DayCount one, DayCount other) => [.. one.OtherThan(other).Union(other.OtherThan(one), StringComparer.Ordinal)];

    private static SortedDictionary<string, DayCount> In(Expression node)
    {
        var counts = new DayCounts();
        counts.Visit(node);
        return counts.found;
    }

    private static string Said(SortedDictionary<string, DayCount> counts) => counts.Count == 0 ? "calendar days"
        : string.Join(", ", counts.Values.Select(days => days.Standard is { } calendar ? $"working days of {calendar.Name}" : "calendar days"));

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (CountedDays.IsDate(node) && CountedDays.DaysOf(node) is var days)
            _ = found.TryAdd(days.ToString(), days);

        return base.VisitMethodCall(node);
    }
}
