namespace AccountRules.History;

/// <summary>Which of two outcomes is the better one for whom it is about.</summary>
internal static class VersionRank
{
    /// <summary>The better of a newer version's code and an older one's; the older one's where neither is.</summary>
    public static int Better(IReadOnlyList<Grade> grades, int newer, int older) => Of(grades, newer).CompareTo(Of(grades, older)) > 0 ? newer : older;

    /// <summary>By the standing, of a period once it has ended; then by the one while it runs; then by what is paid.</summary>
    private static (int Standing, int Meanwhile, decimal Factor) Of(IReadOnlyList<Grade> grades, int code) =>
        code < 0 ? default : (Of(grades[code].Standing), Of(grades[code].WhileRunning ?? grades[code].Standing), grades[code].Factor ?? 0);

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
