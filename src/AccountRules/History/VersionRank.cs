namespace AccountRules.History;

/// <summary>Which of two outcomes is the better one for whom it is about.</summary>
internal static class VersionRank
{
    /// <summary>Whether a newer version's code is better than an older one's.</summary>
    /// <param name="grades">The grades.</param>
    /// <param name="newer">The newer version's code.</param>
    /// <param name="older">The older one's.</param>
    /// <param name="isRunning">Whether the standings count that bands have while the period runs.</param>
    public static bool IsBetter(IReadOnlyList<Grade> grades, int newer, int older, bool isRunning) =>
        Of(grades, newer, isRunning).CompareTo(Of(grades, older, isRunning)) > 0;

    private static (int Standing, decimal Factor) Of(IReadOnlyList<Grade> grades, int code, bool isRunning) => code < 0 ? default
        : (Of(isRunning && grades[code].WhileRunning is { } meanwhile ? meanwhile : grades[code].Standing), grades[code].Factor ?? 0);

    /// <summary>A standing is better than none, whatever it is.</summary>
    private static int Of(Standing standing) => standing switch
    {
        Standing.Met => 7,
        Standing.OnTrack => 6,
        Standing.Graded => 5,
        Standing.AtRisk => 4,
        Standing.Late => 3,
        Standing.Overdue => 2,
        Standing.Missed => 1,
        _ => 0,
    };
}
