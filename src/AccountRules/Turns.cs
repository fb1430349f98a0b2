namespace AccountRules;

/// <summary>The dates on which a standing may change with no new data.</summary>
internal static class Turns
{
    /// <summary>The earliest of the dates that lie after another; <c>null</c> where none does.</summary>
    public static DateOnly? First(DateOnly after, DateOnly? one, DateOnly? other) =>
        !(one > after) ? other > after ? other : null
        : other > after && other < one ? other : one;
}
