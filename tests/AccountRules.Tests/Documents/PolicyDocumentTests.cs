using AccountRules.Documents;

namespace AccountRules.Tests.Documents;

public class PolicyDocumentTests
{
    public static TheoryData<PolicyTerms> Terms => new()
    {
        new PolicyTerms(),
        new PolicyTerms { Policy = "north \"and\" south", Version = "2026\n1", EffectiveFrom = new(2024, 2, 29) },
        new PolicyTerms().With(new FteFulfillmentTerms { LimitDays = 60, AtRiskFromDay = 46 })
            .With(new RegistryClosureTerms { TargetDays = 0, LimitDays = 1, FocusQuarters = [], FiscalYearStartMonth = 12 })
            .With(new KpiAttainmentTerms { Above = 0.8500000000000000000000000001m }),
        new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100_000.50m, ExitThreshold = 79_999.99m })
            .With(new ImprovementPlanTerms { ExpectedAbove = 0 }),
        new PolicyTerms().With(new PerformancePayTerms { Bands = [new() { Name = "Only", Factor = 1.25m }], Decimals = 0, Rounding = PayRounding.TowardZero })
            .With(new ImprovementPlanTerms { ExpectedAbove = 0.5m }),
        new PolicyTerms().With(new PerformancePayTerms
        {
            Bands = [new() { Name = "Low", Programme = "P" }, new() { Name = "High", From = 0.5m, Factor = 2 }],
            Decimals = 4,
            Rounding = PayRounding.HalfToEven,
        }),
    };

    [Theory]
    [MemberData(nameof(Terms))]
    public void Document_WrittenAndReadAgain_GivesAnEqualPolicy(PolicyTerms terms)
    {
        var policy = new Policy(terms);

        Assert.Equal(policy, Policy.Parse(PolicyDocument.Write(policy)));
        Assert.Equal(policy, Policy.Parse(PolicyDocument.Write(policy, withComments: true)));
        Assert.Equal(PolicyDocument.Write(policy), PolicyDocument.Write(Policy.Parse(PolicyDocument.Write(policy, withComments: true))));
    }

    [Fact]
    public void Document_OfTheDesign_IsTheDefaultPolicyUnderItsOwnVersion()
    {
        var policy = Policy.Parse("""
            { "policy": "account-management", "version": "2026.1", "effectiveFrom": "2026-01-01",
              "fteFulfillment": { "limitDays": 90, "atRiskFromDay": 76 },
              "performancePay": { "bands": [ { "name": "Pip", "factor": 0, "programme": "PIP" }, { "above": 0.35, "name": "Low", "factor": 0.40 },
                                             { "above": 0.60, "name": "Partial", "factor": 0.60 },
                                             { "above": 0.80, "name": "Full", "factor": 1.00 }, { "above": 1.00, "name": "Over", "factor": 1.10 } ] } }
            """);

        Assert.Equal(new Policy(Policy.Default.Terms with { Version = "2026.1", EffectiveFrom = new(2026, 1, 1) }), policy);
    }

    [Fact]
    public void Document_WithNothing_HasTheDocumentsNumbers() =>
        Assert.Equal(Policy.Default.Terms with { Version = "unversioned" }, Policy.Parse("{}").Terms);

    [Fact]
    public void Document_WithCommentsSchemaAndByteOrderMark_IsRead()
    {
        var utf8 = "\uFEFF// mine\n{ \"$schema\": \"policy.schema.json\", /* one */ \"version\": \"7\" }"u8;

        Assert.Equal("7", PolicyDocument.Read(utf8, out var problems)?.Version);
        Assert.Empty(problems);
    }

    [Fact]
    public void Number_WithTwentyEightDigits_IsKeptToTheLast() =>
        Assert.Equal(
            0.8500000000000000000000000001m, Policy.Parse("""{ "kpiAttainment": { "above": 0.8500000000000000000000000001 } }""").Terms.KpiAttainment.Above);

    [Fact]
    public void Schema_InTheRepository_IsTheOneMadeFromTheTerms() =>
        Approved.Matches("docs/policy.schema.json", PolicyDocument.Schema());

    [Fact]
    public void Comments_OfEveryTerm_StandBeforeIt()
    {
        var text = PolicyDocument.Write(Policy.Default, withComments: true);

        Assert.Contains("""
                // The last day, counted from the order, on which fulfilling it is in time.
                "limitDays": 90,
            """, text, StringComparison.Ordinal);
        Assert.Contains("// entryThreshold is not set: The revenue", text, StringComparison.Ordinal);
    }
}
