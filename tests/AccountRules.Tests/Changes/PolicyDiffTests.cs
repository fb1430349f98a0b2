using AccountRules.Tests.Basics;

namespace AccountRules.Tests.Changes;

public sealed class PolicyDiffTests
{
    private static readonly PolicyTerms Documents = new();

    [Fact]
    public void PayBand_ThatBeginsLater_IsARegionInTheRulesWords() =>
        Says(
            WithBand("Full", b => b with { Above = 0.85m }),
            "performance-pay",
            DiffVerdict.Stricter,
            "attainment above 80 % up to 85 %: Full, 100 % -> Partial, 60 %");

    [Fact]
    public void PayBand_ThatPaysMore_IsLooser() =>
        Says(
            WithBand("Full", b => b with { Factor = 1.05m }), "performance-pay", DiffVerdict.Looser,
            "attainment above 80 % up to 100 %: Full, 100 % -> Full, 105 %");

    /// <summary>No decimal holds more than 79,228,162,514,264,337,593,543,950,335, in cents, by the highest factor.</summary>
    [Fact]
    public void HighestFactor_ThatIsHigher_SaysFromWhichPayOnNoDecimalHoldsIt() =>
        Says(
            WithBand("Over", b => b with { Factor = 1.2m }), "performance-pay", DiffVerdict.Looser,
            "attainment above 100 %: Over, 110 % -> Over, 120 %",
            "CommittedPay above 660234687618869479946199586 up to 720256022856948523577672275: as measured -> Undetermined, TooLarge");

    [Fact]
    public void PayBand_WhoseCutChangesSides_IsTheCutItself() =>
        Says(
            WithBand("Full", b => b with { Above = null, From = 0.80m }), "performance-pay", DiffVerdict.Looser,
            "attainment of exactly 80 %: Partial, 60 % -> Full, 100 %");

    [Fact]
    public void PayBand_ThatEndsTheProgrammeLater_ChangesImprovementPlansToo()
    {
        var diff = Between(WithBand("Low", b => b with { Above = 0.40m }));

        Assert.Equal(["attainment above 35 % up to 40 %: Low, 40 % -> Pip, 0 %, programme PIP"], Regions(diff, "performance-pay"));
        const string plans = "completed, attainment above 35 % up to 40 %, ";
        const string open = $"{plans}no DecidedOn by the evaluation date, ";
        Assert.Equal(
            [
                $"{open}ExpectedAbove missing: Met -> Missed",
                $"{open}the evaluation date from WithdrawnOn on, ExpectedAbove missing, LeftOn missing: Met, Restored -> NotApplicable, PlanWithdrawn",
                $"{open}the evaluation date from WithdrawnOn on, LeftOn from WithdrawnOn on, ExpectedAbove missing: "
                    + "Met, Restored -> NotApplicable, PlanWithdrawn",
                $"{open}the evaluation date from LeftOn on, ExpectedAbove missing: Met, Restored -> NotApplicable, EmployeeLeft",
                $"{plans}the evaluation date from DecidedOn on, decision Retain, ExpectedAbove missing: Undetermined, NothingToDecide -> DecidedToRetain",
                $"{plans}the evaluation date from DecidedOn on, decision Terminate, ExpectedAbove missing: "
                    + "Undetermined, NothingToDecide -> Missed, DecidedToTerminate",
            ],
            Regions(diff, "improvement-plan"));
        Assert.Equal(["performancePay.bands[Low].above is 0.4 instead of 0.35"], diff.Terms.Select(t => t.ToString()));
    }

    [Fact]
    public void Deadline_ThatIsShorter_HasRegionsOfOpenAndOfClosedFacts() =>
        Says(
            Documents.With(new FteFulfillmentTerms { LimitDays = 75, AtRiskFromDay = 61 }), "fte-fulfillment", DiffVerdict.Stricter,
            "open on day 61 to 75: OnTrack -> AtRisk",
            "open on day 76 to 90: AtRisk -> Overdue",
            "fulfilled on day 61 to 75: Met, Clear -> Met, NearLimit",
            "fulfilled on day 76 to 90: Met -> Late");

    [Fact]
    public void FocusQuarters_ThatAreOthers_AreRegionsOfMonths() =>
        Says(
            Documents.With(new RegistryClosureTerms { FocusQuarters = [1, 2] }), "registry-closure", DiffVerdict.Mixed,
            "month of AddedOn 7 to 9: focus yes -> focus no", "month of AddedOn 1 to 3: focus no -> focus yes");

    [Fact]
    public void KpiThreshold_ThatIsHigher_MissesResultsAndTheirMonths()
    {
        var diff = Between(Documents.With(new KpiAttainmentTerms { Above = 0.9m }));

        Assert.Equal(["attainment above 85 % up to 90 %: Met -> Missed"], Regions(diff, "kpi-attainment"));
        Assert.Contains("where a KPI of attainment above 85 % up to 90 % decides: Met -> Missed", Regions(diff, "kpi-month"));
        Assert.Equal(DiffVerdict.Stricter, diff.Rules.Single(r => r.RuleId == "kpi-month").Verdict);
    }

    [Fact]
    public void Threshold_OfTwentyEightDigits_IsToldWithAllOfThem() =>
        Says(
            Documents.With(new KpiAttainmentTerms { Above = 0.8500000000000000000000000001m }), "kpi-attainment", DiffVerdict.Stricter,
            "attainment above 85 % up to 85.00000000000000000000000001 %: Met -> Missed");

    [Fact]
    public void ExitThreshold_ThatIsLower_ConcernsThoseWhoAreInside() =>
        Says(
            Documents.With(Members(2500, 2000)), Documents.With(Members(2500, 1500)), "key-account", DiffVerdict.Looser,
            "coming from Key, revenue from 1500 below 2000: Standard -> Key");

    [Fact]
    public void Rule_ThatComesIntoForce_LeavesTheCauseThatItIsNot() =>
        Says(
            Documents, Documents.With(Members(2500, null)), "key-account", DiffVerdict.Mixed,
            "Revenue missing: Undetermined, NoThreshold -> Undetermined, NoAmount",
            "revenue below 2500: Undetermined, NoThreshold -> Standard",
            "revenue from 2500: Undetermined, NoThreshold -> Key",
            "Currency given: Undetermined, NoThreshold -> Undetermined, OtherCurrency",
            "coming from Key, Revenue missing: Undetermined, NoThreshold -> Undetermined, NoAmount",
            "coming from Key, revenue below 2500: Undetermined, NoThreshold -> Standard",
            "coming from Key, revenue from 2500: Undetermined, NoThreshold -> Key",
            "coming from Key, Currency given: Undetermined, NoThreshold -> Undetermined, OtherCurrency");

    [Fact]
    public void Rounding_ThatIsAnother_IsARegionThatTheScaleDoesNotShow() =>
        Says(
            Documents.With(new PerformancePayTerms { Rounding = PayRounding.Up }), "performance-pay", DiffVerdict.Looser,
            "pay that the two roundings round apart: to 0.01, halves up -> to 0.01, up");

    [Fact]
    public void Buckets_ThatAreOthers_AreNeitherStricterNorLooser() =>
        Says(
            Documents.With(new PaymentTerms { BucketDays = [30] }), "payment", DiffVerdict.Mixed,
            "open on day 31 to 60 past due: Overdue, Days31To60 -> Overdue, Over30",
            "open from day 61 past due on: Overdue, Over60 -> Overdue, Over30",
            "paid on day 31 to 60 past due: Late, Days31To60 -> Late, Over30",
            "paid from day 61 past due on: Late, Over60 -> Late, Over30");

    [Fact]
    public void Years_ThatAreMore_AreRegionsOfFullYears() =>
        Says(Documents.With(new CareerTerms { EligibleFromYears = 4 }), "career", DiffVerdict.Stricter, "3 full years: Eligible -> Entry");

    [Fact]
    public void Documents_OfAnotherVersionAlone_ChangeNothingAndSayWhy() => Assert.Equal(
        "no change takes effect: the terms are the same, and no rule reads its version (2 instead of documents)",
        Between(Documents with { Version = "2" }).NoEffect);

    [Fact]
    public void Term_ThatIsSetToWhatItWas_ChangesNothingAndIsNamed() => Assert.Equal(
        "no change takes effect: improvementPlan.expectedAbove is 0.35 instead of not set, which the rules read as before",
        Between(Documents.With(new ImprovementPlanTerms { ExpectedAbove = 0.35m })).NoEffect);

    [Fact]
    public void Documents_WrittenOtherwise_ChangeNothing() => Assert.Equal(
        "no change takes effect: the terms are the same, however the documents are written",
        PolicyDiff.Between(Policy.Parse("""{ "kpiAttainment": { "above": 0.85 } }"""), Policy.Parse("""{ "kpiAttainment": { "above": 0.8500 } }""")).NoEffect);

    [Fact]
    public void OwnRule_WithAGuardOfItsTerms_IsReadLikeAnyOther()
    {
        var (old, @new) = (OwnRules.Policy(new() { Limit = 5, Grace = 2 }), OwnRules.Policy(new() { Limit = 5, Grace = 4 }));

        Assert.Equal(
            ["open on day 3 to 4: Undetermined, NotLooked -> OnTrack, InTime"],
            [.. Regions(PolicyDiff.Between(@new, old), "own").Take(1)]);
    }

    [Fact]
    public void OwnRule_OfOnePolicyAlone_IsMixed()
    {
        var diff = PolicyDiff.Between(Policy.Default, OwnRules.Policy(new()));

        Assert.Equal(["every ticket: no such rule -> own"], Regions(diff, "own"));
        Assert.Equal(DiffVerdict.Mixed, diff.Rules[^1].Verdict);
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(9, false)]
    public void OwnRule_ThatCallsCode_IsAskedByItsCalls(int day, bool isIn)
    {
        var diff = PolicyDiff.Between(OwnRules.Policy(new() { Calls = true, Limit = 5 }), OwnRules.Policy(new() { Calls = true, Limit = 6 }));
        var regions = diff.Rules.Single(r => r.RuleId == "own").Regions;

        Assert.Contains(
            "open on day 0 to 7, the evaluation date up to Last(fact, 6): OnTrack, InTime -> Undetermined, NotLooked", regions.Select(r => r.ToString()));
        Assert.Equal(isIn, regions.Any(r => r.Contains(new Ticket("1", new(2026, 1, 1), null), new(2026, 1, day))));
    }

    [Fact]
    public void OwnRollUp_ThatCannotBeRead_IsMixedAndNamesTheTerms()
    {
        var diff = PolicyDiff.Between(OwnRules.Policy(new() { Limit = 5 }), OwnRules.Policy(new() { Limit = 6 })).Rules.Single(r => r.RuleId == "own-all");

        Assert.Equal(DiffVerdict.Mixed, diff.Verdict);
        Assert.Equal(
            "regions not known, since it is decided by `Decide(tally, 5)`; terms differ: own.limit is 6 instead of 5",
            Assert.Single(diff.Regions).Where);
    }

    private static void Says(PolicyTerms @new, string rule, DiffVerdict verdict, params string[] regions) => Says(Documents, @new, rule, verdict, regions);

    private static void Says(PolicyTerms old, PolicyTerms @new, string rule, DiffVerdict verdict, params string[] regions)
    {
        var diff = PolicyDiff.Between(new(old), new(@new)).Rules.Single(r => r.RuleId == rule);
        Assert.Equal(regions, diff.Regions.Select(r => r.ToString()));
        Assert.Equal(verdict, diff.Verdict);
    }

    private static PolicyDiff Between(PolicyTerms @new) => PolicyDiff.Between(Policy.Default, new(@new));

    private static IEnumerable<string> Regions(PolicyDiff diff, string rule) => diff.Rules.Single(r => r.RuleId == rule).Regions.Select(r => r.ToString());

    private static KeyAccountTerms Members(decimal entry, decimal? exit) => new() { EntryThreshold = entry, ExitThreshold = exit };

    private static PolicyTerms WithBand(string name, Func<PayBandTerms, PayBandTerms> change) =>
        Documents.With(new PerformancePayTerms { Bands = [.. Documents.PerformancePay.Bands.Select(b => b.Name == name ? change(b) : b)] });
}
