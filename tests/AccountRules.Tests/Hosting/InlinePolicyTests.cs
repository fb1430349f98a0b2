using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AccountRules.Tests.Hosting;

/// <summary>
/// A policy in <c>appsettings.json</c> means what the same text means as a document, though configuration keeps texts alone and nothing of what is empty.
/// </summary>
public sealed class InlinePolicyTests : HostFixture
{
    private const string Bands = """[ { "name": "Pip", "programme": "PIP" }, { "name": "Full", "above": 0.8, "factor": 1 } ]""";

    private Policy InForce(string policy, Action<HostApplicationBuilder>? also = null)
    {
        using var host = HostOf($$"""{ "AccountRules": { "Policy": {{policy}} } }""", also);
        host.Start();
        using var scope = host.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<Policy>();
    }

    private string[] Failures(string policy, Action<HostApplicationBuilder>? also = null) =>
        [.. Assert.Throws<OptionsValidationException>(() => InForce(policy, also)).Failures];

    [Theory]
    [InlineData("""{ "registryClosure": { "focusQuarters": [] } }""")]
    [InlineData("""{ "keyAccount": {} }""")]
    [InlineData("""{ "fteFulfillment": {}, "performancePay": {}, "improvementPlan": {} }""")]
    [InlineData("""{ "keyAccount": { "entryThreshold": null } }""")]
    [InlineData("""{ "effectiveFrom": null, "improvementPlan": { "expectedAbove": null } }""")]
    [InlineData("{}")]
    [InlineData("""{ "keyAccount": { "entryThreshold": 1e5, "exitThreshold": 80000.50 }, "kpiAttainment": { "above": 0.90 } }""")]
    [InlineData($$"""{ "performancePay": { "bands": {{Bands}}, "decimals": 0, "rounding": "towardZero" } }""")]
    [InlineData("""{ "policy": "", "effectiveFrom": "2026-02-28" }""")]
    public void Policy_InConfiguration_MeansWhatTheDocumentMeans(string policy) => Assert.Equal(Policy.Parse(policy), InForce(policy));

    [Fact]
    public void FocusQuarters_OfAnEmptyList_AreNone() =>
        Assert.Empty(InForce("""{ "registryClosure": { "focusQuarters": [] } }""").Terms.RegistryClosure.FocusQuarters);

    /// <summary>What a document may not say, configuration may not say either; only the path differs.</summary>
    [Theory]
    [InlineData("""{ "performancePay": { "bands": [] } }""", "performancePay:bands: found no band; allowed: at least the lowest band, which has no cut.")]
    [InlineData("""{ "performancePay": { "bands": [ {} ] } }""", "performancePay:bands:0:name: found nothing; allowed: a text in quotes.")]
    [InlineData("""{ "registryClosure": { "focusQuarters": null } }""", "registryClosure:focusQuarters: found null; allowed: an array.")]
    [InlineData(
        """{ "registryClosure": { "focusQuarters": [ 2, null ] } }""",
        "registryClosure:focusQuarters:1: found null; allowed: a whole number from 1 to 4, such as 30.")]
    [InlineData(
        """{ "registryClosure": { "focusQuarters": [ {} ] } }""",
        "registryClosure:focusQuarters:0: found null; allowed: a whole number from 1 to 4, such as 30.")]
    [InlineData("""{ "registryClosure": { "focusQuarters": 2 } }""", "registryClosure:focusQuarters: found `\"2\"`; allowed: an array.")]
    [InlineData("""{ "fteFulfillment": { "limitDays": null } }""", "fteFulfillment:limitDays: found null; allowed: a whole number from 1 to 3660, such as 30.")]
    [InlineData("""{ "fteFulfillment": { "limitDays": [] } }""", "fteFulfillment:limitDays: found `\"\"`; allowed: a whole number from 1 to 3660, such as 30.")]
    [InlineData(
        """{ "fteFulfillment": { "limitDays": true } }""", "fteFulfillment:limitDays: found `\"True\"`; allowed: a whole number from 1 to 3660, such as 30.")]
    [InlineData("""{ "fteFulfillment": 60 }""", "fteFulfillment: found `\"60\"`; allowed: an object.")]
    [InlineData("""{ "version": null }""", "version: found null; allowed: a text in quotes.")]
    [InlineData(
        """{ "keyAccount": { "entryThreshold": "" } }""",
        "keyAccount:entryThreshold: found `\"\"`; allowed: a number above 0 of at most 28 digits, such as 0.85.")]
    public void Policy_ThatADocumentMayNotSay_StopsTheHost(string policy, string failure) =>
        Assert.Equal($"AccountRules:Policy:{failure}", Failures(policy)[0]);

    [Fact]
    public void Variable_ForOneItemOfAList_ReplacesThatItem()
    {
        var policy = InForce($$"""{ "performancePay": { "bands": {{Bands}} }, "registryClosure": { "focusQuarters": [ 1, 2 ] } }""",
            b => b.Configuration.AddInMemoryCollection(
            [new("AccountRules:Policy:PerformancePay:Bands:1:Above", "0.7"), new("AccountRules:Policy:RegistryClosure:FocusQuarters:1", "4")]));

        Assert.Equal(
            [new PayBandTerms { Name = "Pip", Programme = "PIP" }, new PayBandTerms { Name = "Full", Above = 0.7m, Factor = 1 }],
            policy.Terms.PerformancePay.Bands);
        Assert.Equal([1, 4], policy.Terms.RegistryClosure.FocusQuarters);
    }

    [Fact]
    public void List_WithIndicesLeftOut_HasItsItemsInOrder_AndProblemsNameTheIndicesOfTheConfiguration()
    {
        (string, string?)[] settings = [("Bands:10:Name", "Full"), ("Bands:10:Above", "0.5"), ("Bands:2:Name", "Pip"), ("Bands:2:Programme", "PIP")];
        Action<HostApplicationBuilder> Adding(params (string, string?)[] more) => b =>
            b.Configuration.AddInMemoryCollection(
                settings.Concat(more).Select(s => new KeyValuePair<string, string?>($"AccountRules:Policy:PerformancePay:{s.Item1}", s.Item2)));

        Assert.Equal(["Pip", "Full"], InForce("{}", Adding()).Terms.PerformancePay.Bands.Select(b => b.Name));
        Assert.Equal(["AccountRules:Policy:PerformancePay:Bands:10:Factor: found `\"all\"`; allowed: "
            + "a number from 0 to 10 of at most 28 digits, such as 0.85."],
            Failures("{}", Adding(("Bands:10:Factor", "all")))[..1], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>An empty list of one source over the items of another would change nothing: sources are laid over each other key by key.</summary>
    [Fact]
    public void EmptyList_OverTheItemsOfAnotherSource_StopsTheHost() => Assert.Equal(
        ["AccountRules:Policy:registryClosure:focusQuarters: found an empty list and, of another configuration source, "
            + "AccountRules:Policy:registryClosure:focusQuarters:0; allowed: one of them, since sources are laid over each other key by key."],
        Failures("""{ "registryClosure": { "focusQuarters": """
            + """[] } }""", b => b.Configuration.AddInMemoryCollection([new("AccountRules:Policy:RegistryClosure:FocusQuarters:0", "1")])),
            StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void Value_BesideSettingsBelowIt_StopsTheHost() => Assert.Equal(
        ["AccountRules:Policy:keyAccount: found the value `100000` and, of another configuration source, AccountRules:Policy:keyAccount:exitThreshold; "
            + "allowed: one of them, since sources are laid over each other key by key."],
        Failures("""{ "keyAccount": 100000 }""", b => b.Configuration.AddInMemoryCollection([new("AccountRules:Policy:KeyAccount:ExitThreshold", "1")]))[..1],
        StringComparer.OrdinalIgnoreCase);
}
