namespace AccountRules.Gathering;

/// <summary>
/// Empties what a call has filled. A table that is emptied keeps its room and clears all of it each time: one that a call for many facts has made large would
/// cost every later call for one of them as much, so its room goes.
/// </summary>
internal static class Emptying
{
    private const int Kept = 256;

    public static void Empty<TKey, TValue>(this Dictionary<TKey, TValue> table)
        where TKey : notnull
    {
        table.Clear();
        if (table.Capacity > Kept)
            table.TrimExcess();
    }

    public static void Empty<T>(this HashSet<T> table)
    {
        table.Clear();
        if (table.Capacity > Kept)
            table.TrimExcess();
    }
}
