namespace AccountRules.Reference;

/// <summary>
/// "Any deadline takes named levels past its limit and a warning in percent of the limit." Past the limit a fact is called by the last level whose first day it
/// has reached, and stands as it did.
/// </summary>
internal static class LevelReading
{
    public static Expected At(this Expected said, int past, IEnumerable<LevelTerms> levels)
    {
        if (past <= 0 || said.Band is null)
            return said;

        var name = said.Band;
        foreach (var level in levels)
        {
            if (past >= level.DaysPast)
                name = level.Name;
        }

        return said with { Band = name };
    }

    /// <summary>Whether a day is at least a part of the limit; parts have two places, so that the product is exact.</summary>
    public static bool IsWarned(int day, decimal share, int limit) => day >= share * limit;
}
