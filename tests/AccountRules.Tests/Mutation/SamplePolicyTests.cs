using AccountRules.Facts;
using AccountRules.Testing;

namespace AccountRules.Tests.Mutation;

/// <summary>
/// The documents' own numbers, and a key account as the sample policy has it: from a revenue of 2500 on, until it falls below 2000. What else the documents
/// leave open is not set, since the tests of the catalogue say what holds then.
/// </summary>
public sealed class SamplePolicyTests
{
    private static readonly DateOnly Later = new(2026, 12, 31);

    public static Policy Sample { get; } = Policy.Parse("""{ "keyAccount": { "entryThreshold": 2500, "exitThreshold": 2000 } }""");

    private static Policy Tested => PolicyUnderTest.Current ?? Sample;

    [Theory]
    [InlineData("2499.99", "Standard", Movement.Outside)]
    [InlineData("2500", "Key", Movement.Entered)]
    [InlineData("2500.01", "Key", Movement.Entered)]
    public void Account_WithRevenue_EntersFromTheEntryThresholdOn(string revenue, string band, Movement movement) =>
        PolicyAssert.Stands(Second("0", revenue), Standing.Graded, band, movement: movement);

    [Theory]
    [InlineData("2000.01", "Key", Movement.Stayed)]
    [InlineData("2000", "Key", Movement.Stayed)]
    [InlineData("1999.99", "Standard", Movement.Left)]
    public void KeyAccount_WithRevenue_StaysDownToTheExitThreshold(string revenue, string band, Movement movement) =>
        PolicyAssert.Stands(Second("9000", revenue), Standing.Graded, band, movement: movement);

    /// <summary>"95 of 100 is 95%": of the whole portfolio, since the sample says nothing else.</summary>
    [Fact]
    public void Retention_OfAccountsOfSeveralManagers_IsOneShareOfThePortfolio()
    {
        var accounts = new[] { ("A", "m1"), ("B", "m2") }.Select(a => new Account
        {
            AccountId = a.Item1,
            ManagerId = a.Item2,
            Tier = a.Item2,
            StartedOn = new(2026, 1, 1),
        });
        var rows = Tested.Retention.Collect(Later).AddRange(accounts).AddRange([Row("A", 1, 5), Row("B", 1, 5), Row("A", 2, 5)]).Assess().ToArray();

        Assert.Equal([("portfolio", null), ("portfolio", 0.5m)], rows.Select(r => (r.Subject, r.Value)));
    }

    private static Assessment Second(string first, string second) =>
        Tested.KeyAccount.Track([Row("A", 1, Rules.Dated.Number(first)), Row("A", 2, Rules.Dated.Number(second))], Later).Last();

    private static AccountRevenue Row(string account, int month, decimal revenue) =>
        new() { AccountId = account, Period = Period.Month(2026, month), Revenue = revenue };
}
