namespace AccountRules.Gathering;

/// <summary>Rows that facts make together, as they are on one date or another.</summary>
/// <param name="On">The assessments of the rows as of a date.</param>
/// <param name="NextTurn">The first date after another on which they may be others; <c>null</c> where they never are.</param>
/// <param name="Order">The order in which they come; what it takes for equal is one row on two dates.</param>
internal sealed record RowsInTime(Func<DateOnly, IEnumerable<Assessment>> On, Func<DateOnly, DateOnly?> NextTurn, Comparison<Assessment> Order)
{
    /// <summary>The order of rows that are told apart by their keys.</summary>
    public static Comparison<Assessment> ByKey { get; } = (a, b) => a.Key.CompareTo(b.Key);

    /// <summary>Rows that come in one order, of two dates or under two policies, side by side; of each no more than one is held.</summary>
    public static IEnumerable<(Assessment? Before, Assessment? After)> Pair(
        IEnumerable<Assessment> before, IEnumerable<Assessment> after, Comparison<Assessment> order)
    {
        using var olds = before.GetEnumerator();
        using var news = after.GetEnumerator();
        var (hasOld, hasNew) = (olds.MoveNext(), news.MoveNext());
        while (hasOld || hasNew)
        {
            var which = !hasOld ? 1 : !hasNew ? -1 : order(olds.Current, news.Current);
            yield return (which <= 0 ? olds.Current : null, which >= 0 ? news.Current : null);
            hasOld = which <= 0 ? olds.MoveNext() : hasOld;
            hasNew = which >= 0 ? news.MoveNext() : hasNew;
        }
    }
}
