namespace AccountRules.Tests.Generators;

/// <summary>How far generated facts go: an evaluator that is not exact everywhere says here where it is.</summary>
/// <param name="Earliest">The first date.</param>
/// <param name="Latest">The last date; dates computed from it, such as a due date, may lie ten years later.</param>
/// <param name="HasAllDecimals">Whether numbers have up to 28 digits; otherwise up to 9, 4 of them after the point, so that every product of two is exact.</param>
public sealed record Reach(DateOnly Earliest, DateOnly Latest, bool HasAllDecimals)
{
    /// <summary>Every date and every decimal.</summary>
    public static Reach Full { get; } = new(DateOnly.MinValue, DateOnly.MaxValue, HasAllDecimals: true);

    /// <summary>Dates and numbers that plain arithmetic holds exactly.</summary>
    public static Reach Plain { get; } = new(new(1900, 1, 1), new(2200, 12, 31), HasAllDecimals: false);
}
