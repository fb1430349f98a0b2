namespace AccountRules.Reference;

/// <summary>Years, quarters and months are told apart by how they are written.</summary>
internal static class PeriodKind
{
    public static char Of(Period period) => period.ToString() switch
    {
        { Length: 4 } => 'Y',
        [_, _, _, _, '-', 'Q', _] => 'Q',
        _ => 'M',
    };

    /// <summary>Whether a period of the same kind follows at once.</summary>
    public static bool IsRightBefore(Period earlier, Period later) =>
        Of(earlier) == Of(later) && earlier.End.DayNumber + 1 == later.Start.DayNumber;
}
