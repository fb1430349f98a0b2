namespace AccountRules.Hosting;

/// <summary>Finds the name that was meant by one that is misspelled.</summary>
internal static class Likeness
{
    /// <summary>The name that takes the fewest letters put in, left out or exchanged, at most one in three; <c>null</c> where none is so close.</summary>
    public static string? Closest(string written, IEnumerable<string> names) => names
        .Select(name => (Name: name, Distance: Distance(written.ToUpperInvariant(), name.ToUpperInvariant())))
        .Where(n => n.Distance * 3 <= Math.Max(written.Length, n.Name.Length))
        .OrderBy(n => n.Distance).ThenBy(n => n.Name, StringComparer.Ordinal)
        .FirstOrDefault().Name;

    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j - 1], row[j]) + 1, diagonal + (from[i - 1] == to[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
