namespace AccountRules.Tests.Conformance;

/// <summary>Which rows were known on a date, in plain loops: a row is kept unless it is not known yet, or another of its fact that is known is newer.</summary>
internal static class KnownOracle
{
    /// <param name="rows">The rows.</param>
    /// <param name="factOf">What fact a row is of, in words; <c>null</c> where nothing tells.</param>
    /// <param name="knownOn">When a row became known; <c>null</c> for always.</param>
    /// <param name="date">The date.</param>
    public static List<T> Says<T>(IReadOnlyList<T> rows, Func<T, string?> factOf, Func<T, DateOnly?> knownOn, DateOnly date)
    {
        var kept = new List<T>();
        foreach (var row in rows)
        {
            var own = knownOn(row)?.DayNumber ?? -1;
            var isKept = own <= date.DayNumber;
            foreach (var other in rows)
            {
                var day = knownOn(other)?.DayNumber ?? -1;
                if (factOf(row) is { } fact && factOf(other) == fact && day <= date.DayNumber && day > own)
                    isKept = false;
            }

            if (isKept)
                kept.Add(row);
        }

        return kept;
    }
}
