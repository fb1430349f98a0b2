using AccountRules.Documents;

namespace AccountRules.Tests.Documents;

/// <summary>Pay tables of groups in a policy document, and every problem that they can have.</summary>
public sealed class PayTableDocumentTests
{
    [Fact]
    public void Tables_OfADocument_TakeFromTheUsualOneWhatTheyLeaveOut_ButNoMoney()
    {
        var terms = Policy.Parse("""
            {
              "performancePay": {
                "decimals": 3, "rounding": "towardZero", "increment": 0.125, "atLeast": 10, "currency": "USD", "unlisted": "usualTable",
                "tables": [
                  { "group": "DE", "currency": "EUR" },
                  { "group": "JP", "decimals": 0, "kind": "marginal", "atMost": 500000,
                    "bands": [ { "name": "None" }, { "name": "All", "from": 0.9, "factor": 1 } ] }
                ]
              }
            }
            """).PerformancePay;

        var (de, jp) = (terms.Tables[0].Value, terms.Tables[1].Value);
        Assert.Equal(
            new() { Decimals = 3, Rounding = MidpointRounding.ToZero, Currency = "EUR" }, de.Payment!.Settings);
        Assert.Equal(
            new() { Kind = PayTableKind.Marginal, Decimals = 0, Rounding = MidpointRounding.ToZero, AtMost = 500_000 }, jp.Payment!.Settings);
        Assert.Equal(
            new() { Decimals = 3, Rounding = MidpointRounding.ToZero, Increment = 0.125m, AtLeast = 10, Currency = "USD" }, terms.Otherwise!.Payment!.Settings);
        Assert.Equal((5, 2, 5), (de.Scale!.Count, jp.Scale!.Count, terms.Otherwise.Scale!.Count));
    }

    [Fact]
    public void Tables_ThatCannotBeUsed_AreToldAllAtOnce()
    {
        var problems = Assert.Throws<PolicyException>(() => Policy.Parse("""
            {
              "performancePay": {
                "atLeast": 5, "atMost": 4,
                "tables": [
                  { "group": "DE", "currency": "eur", "increment": 0.005 },
                  { "group": "DE", "bands": [ { "name": "A", "factor": 0.1, "factorTo": 0.2 }, { "name": "B", "above": 0.5, "factor": 0.9, "factorTo": 0.8 },
                    { "name": "C", "above": 0.9, "factor": 1, "factorTo": 1.2 } ] },
                  { "group": " JP", "kind": "marginal",
                    "bands": [ { "name": "A", "programme": "PIP" }, { "name": "B", "from": 0.5, "factor": 0.1, "factorTo": 0.2 },
                    { "name": "C", "from": 0.9, "factor": 1 } ] },
                  { "group": "FR", "bands": [ { "name": "A", "above": 0.1 }, { "name": "A", "above": 0.05 } ] }
                ]
              }
            }
            """)).Problems;

        Assert.Equal(
            [
                "$.performancePay.atMost: found 4; allowed: at least atLeast, which is 5",
                "$.performancePay.tables[0].increment: found 0.005; allowed: as many places as decimals says, which is 2: give more decimals, "
                    + "or a coarser increment",
                "$.performancePay.tables[0].currency: found `eur`; allowed: a currency by its three capital letters, such as EUR",
                "$.performancePay.tables[1].group: found `DE` again; allowed: a name that no other table has",
                "$.performancePay.tables[1].bands[0].factorTo: found a line in the first band, which begins nowhere; allowed: a band from 0 "
                    + "above it, with this line",
                "$.performancePay.tables[1].bands[1].factorTo: found 0.8; allowed: at least factor, which is 0.9: a line does not fall",
                "$.performancePay.tables[1].bands[2].factorTo: found a line in the last band, which has no end; allowed: a band above it, "
                    + "where the line ends",
                "$.performancePay.tables[2].group: found ` JP`; allowed: a text without blanks or invisible characters around it",
                "$.performancePay.tables[2].kind: found a marginal table, and band `B` pays along a line; allowed: one factor for each band, "
                    + "which applies to what lies in the band",
                "$.performancePay.tables[3].bands[0].above: found above 0.1; allowed: no cut on the first band, which takes in all that lies below; "
                    + "leave it out, or put a lowest band before",
                "$.performancePay.tables[3].bands[1].name: found `A` again; allowed: a name that no other band has",
                "$.performancePay.tables[3].bands[1].above: found above 0.05; allowed: bands in ascending order; band `A` before it begins above 0.1",
            ],
            problems.Select(p => $"{p.Path}: found {p.Found}; allowed: {p.Allowed}"));
    }

    [Fact]
    public void Tables_WithMoreDigitsThanADecimalHolds_AreTold()
    {
        var problem = Assert.Throws<PolicyException>(() => Policy.Parse("""
            { "performancePay": { "kind": "marginal", "bands": [ { "name": "A", "factor": 0.123456789012345678, "programme": "PIP" },
              { "name": "B", "above": 0.123456789012345678, "factor": 1 } ] } }
            """)).Problems.Single();
        Assert.Equal("$.performancePay.bands", problem.Path);
    }

    [Fact]
    public void Handbook_OfTables_SaysWhatEachPays()
    {
        var handbook = PolicyHandbook.Write(Policy.Parse("""
            { "performancePay": { "unlisted": "usualTable", "increment": 0.05, "tables": [
              { "group": "DE", "currency": "EUR", "atMost": 5000.50 },
              { "group": "sales", "kind": "marginal", "bands": [ { "name": "Pip", "programme": "PIP" }, { "name": "Base", "above": 0.35, "factor": 0.5 } ] },
              { "group": "line", "bands": [ { "name": "A", "programme": "PIP" }, { "name": "B", "above": 0.6, "factor": 0.4, "factorTo": 1 },
                { "name": "C", "above": 0.9, "factor": 1 } ] } ] } }
            """));

        foreach (var row in new[]
        {
            "| line | B | above 60 % up to 90 % | Graded | 40 % rising to 100 % |  |", "| sales | Base | above 35 % | Graded | 50 % of what lies in it |  |",
            "| any other | Over | above 100 % | Graded | 110 % |  |", "| DE | EUR | the whole amount | 2 places |  | 5000.50 |",
            "| sales |  | what lies in each band | 2 places |  |  |", "| any other |  | the whole amount | multiples of 0.05 |  |  |",
        })
        {
            Assert.Contains(row, handbook, StringComparison.Ordinal);
        }
    }

    /// <summary>Two versions of one table with other currencies cannot share the days of a period, nor can a kinder one be found among lines.</summary>
    [Fact]
    public void Versions_ThatPayInOtherWays_AreNotSharedByDays_NorCompared()
    {
        var (eur, usd) = (In("EUR"), In("USD"));
        foreach (var (by, word) in new[] { (VersionTransition.ByDays, "byDays"), (VersionTransition.Kinder, "kinder") })
        {
            Assert.Contains($"{word} among versions that pay group `DE` in other currencies or bounds", Refused(by, eur, usd), StringComparison.Ordinal);
            Assert.Contains($"{word} among versions that pay in other currencies", Refused(by, new(), new() { Currency = "USD" }), StringComparison.Ordinal);
            Assert.Contains($"{word} among versions that pay in", Refused(by, new() { AtMost = 1000 }, new() { AtMost = 5000 }), StringComparison.Ordinal);
        }

        Assert.Contains(
            "kinder among versions of which one pays along a line", Refused(VersionTransition.Kinder, new(), new() { Kind = PayTableKind.Marginal }),
            StringComparison.Ordinal);

        static PerformancePayTerms In(string currency) => new() { Tables = [new() { Group = "DE", Currency = currency }] };

        static string Refused(VersionTransition by, PerformancePayTerms one, PerformancePayTerms other) =>
            Assert.Throws<PolicyException>(() => new PolicyHistory(
        [
            new Policy(new PolicyTerms { Version = "1" }.With(one)),
            new Policy(new PolicyTerms { Version = "2", EffectiveFrom = new(2026, 6, 1) }.With(other)
                .With(new TransitionTerms().With("performance-pay", by))),
        ])).Message;
    }
}
