using AccountRules.Facts;

namespace AccountRules.NRules.Tests.Sessions;

/// <summary>Orders for examples: placed so that day 90 is the given date.</summary>
internal static class Orders
{
    public static readonly DateOnly Day90 = new(2026, 11, 12);

    public static FteOrder Of(string id = "1042") => new() { OrderId = id, AccountId = "ACME", OrderedOn = Day90.AddDays(-90), Headcount = 3 };
}
