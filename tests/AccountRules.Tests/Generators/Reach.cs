namespace AccountRules.Tests.Generators;

/// <summary>How far generated facts go: an evaluator that is not exact everywhere says here where it is.</summary>
/// <param name="Earliest">The first date.</param>
/// <param name="Latest">The last date; dates computed from it, such as a due date, may lie ten years later.</param>
/// <param name="HasAllDecimals">
/// Whether numbers have up to 28 digits; otherwise up to 9, 4 of them after the point, so that every product of two is exact.
/// </param>
/// <param name="Places">The finest place of a number that lies next to a cut, where not all decimals are in reach.</param>
/// <param name="LargestPay">Committed pay is at most this.</param>
public sealed record Reach(DateOnly Earliest, DateOnly Latest, bool HasAllDecimals, int Places = 8, decimal LargestPay = decimal.MaxValue)
{
    /// <summary>Whether deadlines may count working days, and facts have pauses.</summary>
    public bool HasWorkingDays { get; init; } = true;

    /// <summary>Whether facts have pauses, where deadlines may count working days.</summary>
    public bool HasPauses { get; init; } = true;

    /// <summary>Whether pay may go along lines, marginal tables included.</summary>
    public bool HasPayLines { get; init; } = true;

    /// <summary>Whether pay may have tables of groups, bounds and currencies.</summary>
    public bool HasPayTables { get; init; } = true;

    /// <summary>Every date and every decimal.</summary>
    public static Reach Full { get; } = new(DateOnly.MinValue, DateOnly.MaxValue, HasAllDecimals: true);

    /// <summary>Dates and numbers that plain arithmetic holds exactly.</summary>
    public static Reach Plain { get; } = new(new(1900, 1, 1), new(2200, 12, 31), HasAllDecimals: false);
}
