using AccountRules.Documents;
using AccountRules.Facts;
using AccountRules.Tests.Changes;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Evidence;

/// <summary>Two documents that say the same have the same fingerprint, and no others.</summary>
public sealed class FingerprintTests
{
    /// <summary>
    /// By hand: the canonical text as docs/time.md spells it, and what sha256sum makes of it.
    /// <c>{"effectiveFrom":"2026-07-01","escalation":{"severities":[{"name":"hö\"h","resolveWithinDays":5,"routeWithinDays":1}]},
    /// "fteFulfillment":{"atRiskFromDay":46,"limitDays":60},"keyAccount":{"entryThreshold":100000,"exitThreshold":80000.5}}</c>, without the line end.
    /// </summary>
    private const string ByHand = "4fb2ae35563bc6a8b05c2cdd0f95aa9587d9029e9f772c1a36e14ac2640a73bb";

    /// <summary>What sha256sum makes of <c>{}</c>.</summary>
    private const string OfNothing = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

    private const string Document = """
        {
          "version": "7", // a label
          "keyAccount": { "exitThreshold": 80000.50, "entryThreshold": 1e5 },
          "kpiAttainment": { "above": 0.850 },
          "fteFulfillment": { "limitDays": 60, "atRiskFromDay": 46 },
          "escalation": { "severities": [ { "routeWithinDays": 1, "name": "h\u00f6\"h", "resolveWithinDays": 5 } ] },
          "effectiveFrom": "2026-07-01"
        }
        """;

    [Fact]
    public void Fingerprint_OfADocument_IsWhatSha256sumMakesOfItsCanonicalText() => Assert.Equal(ByHand, Policy.Parse(Document).Fingerprint);

    [Fact]
    public void Fingerprint_OfTheDocumentsOwnNumbers_IsOfAnEmptyObject()
    {
        Assert.Equal(OfNothing, Policy.Default.Fingerprint);
        Assert.Equal(OfNothing, Policy.Parse(PolicyDocument.Write(Policy.Default, withComments: true)).Fingerprint);
    }

    [Theory]
    [InlineData("\"7\"", "\"8\"")]
    [InlineData("// a label", "")]
    [InlineData("0.850", "0.85")]
    [InlineData("80000.50", "80000.5")]
    [InlineData("1e5", "100000.0")]
    [InlineData("\\u00f6", "ö")]
    [InlineData("\"kpiAttainment\": { \"above\": 0.850 },", "\"policy\": \"sales\", \"payment\": {},")]
    public void Documents_ThatSayTheSame_HaveTheSame(string found, string instead)
    {
        Assert.Contains(found, Document, StringComparison.Ordinal);
        Assert.Equal(ByHand, Policy.Parse(Document.Replace(found, instead, StringComparison.Ordinal)).Fingerprint);
    }

    [Theory]
    [InlineData("0.850", "0.8501")]
    [InlineData("80000.50", "80000.49")]
    [InlineData("2026-07-01", "2026-07-02")]
    [InlineData("h\\u00f6\\\"h", "high")]
    [InlineData("\"routeWithinDays\": 1", "\"routeWithinDays\": 2")]
    [InlineData("\"atRiskFromDay\": 46", "\"atRiskFromDay\": 47")]
    [InlineData("\"exitThreshold\": 80000.50,", "")]
    public void Documents_ThatDifferInATerm_HaveOthers(string found, string instead)
    {
        Assert.Contains(found, Document, StringComparison.Ordinal);
        Assert.NotEqual(ByHand, Policy.Parse(Document.Replace(found, instead, StringComparison.Ordinal)).Fingerprint);
    }

    [Fact]
    public void ListsInAnotherOrder_AreAnotherPolicy() => Assert.NotEqual(
        Policy.Parse("""{ "registryClosure": { "focusQuarters": [ 2, 3, 1 ] } }""").Fingerprint,
        Policy.Parse("""{ "registryClosure": { "focusQuarters": [ 1, 2, 3 ] } }""").Fingerprint);

    [Fact]
    public void EveryMutant_HasAnother()
    {
        var policy = Policy.Read(Path.Combine(Repository.Root, "samples", "northwind", "policy.json"));
        var mutants = PolicyMutants.Of(policy);
        Assert.True(mutants.Count > 60, $"{mutants.Count}");
        Assert.All(mutants, mutant => Assert.NotEqual(policy.Fingerprint, mutant.Policy.Fingerprint));
    }

    [Fact]
    public void GeneratedTerms_HaveTheSameExactlyWhereTheyAreEqual() => Check.One(
        Generated.Cases(60),
        Prop.ForAll(Terms.Near(new(2026, 5, 1), Reach.Full).Two().ToArbitrary(), pair =>
        {
            var (one, other) = (new Policy(pair.Item1), new Policy(pair.Item2));
            Assert.Equal(one.Terms == other.Terms, one.Fingerprint == other.Fingerprint);
            Assert.Equal(one.Fingerprint, Policy.Parse(PolicyDocument.Write(one)).Fingerprint);
            Assert.Equal(one.Fingerprint, new Policy(one.Terms with { Policy = "other", Version = "0" }).Fingerprint);
        }));

    [Fact]
    public void OwnSection_IsInIt_AlsoWhereItHasItsOwnStandard()
    {
        var standard = OwnRules.Policy(new());
        Assert.NotEqual(Policy.Default.Fingerprint, standard.Fingerprint);
        Assert.NotEqual(standard.Fingerprint, OwnRules.Policy(new() { Limit = 6 }).Fingerprint);
        Assert.Equal(standard.Fingerprint, OwnRules.Policy(new()).Fingerprint);
    }

    [Fact]
    public void Rule_OfAPolicy_SaysItsFingerprint_AndOneWithoutNone()
    {
        Assert.Equal(ByHand, Policy.Parse(Document).FteFulfillment.Info.PolicyFingerprint);
        var order = new FteOrder { OrderId = "1", OrderedOn = null };
        Assert.Equal(ByHand, Policy.Parse(Document).FteFulfillment.Assess(order, new(2026, 1, 1)).ToRecord().PolicyFingerprint);
        Assert.Null(Basics.Ticket.Info.PolicyFingerprint);
        Assert.Equal(Policy.Parse(Document).FteFulfillment.Info, Policy.Parse(Document).FteFulfillment.Info);
    }
}
