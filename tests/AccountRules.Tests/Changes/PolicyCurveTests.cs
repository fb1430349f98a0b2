using AccountRules.Facts;

namespace AccountRules.Tests.Changes;

public sealed class PolicyCurveTests
{
    private static readonly DateOnly AsOf = new(2026, 6, 1);

    /// <summary>Above the cut 100 of 100 is paid, up to it 60: each fact that the cut passes is paid 40 less, from its own attainment on.</summary>
    [Fact]
    public void Pay_WhereTheCutPassesAFact_IsLessFromItsAttainmentOn()
    {
        var curve = Pay(0.61m, 0.95m, (2, 3), (70, 100), (82, 100), (90, 100));

        Assert.Equal(
            [("from 0.61", 0.61m, 400m), ("from 2/3", 0.67m, 360m), ("from 0.7", 0.7m, 320m), ("from 0.82", 0.82m, 280m), ("from 0.9", 0.9m, 240m)],
            curve.Points.Select(p => (p.ToString(), p.Value, p.Paid!.Value)));
        Assert.Equal(["Partial, 60 %", "Full, 100 %"], curve.Outcomes.Select(o => o.Name));
        Assert.Equal([[0, 4], [1, 3], [2, 2], [3, 1], [4, 0]], curve.Points.Select(p => p.Counts.ToArray()));
    }

    [Fact]
    public void Pay_WithinABudget_SaysFromWhichValueOn()
    {
        var curve = Pay(0.61m, 0.95m, (2, 3), (70, 100), (82, 100), (90, 100));

        Assert.Equal(["from 0.82 to 0.95"], curve.PaidAtMost(300).Select(r => r.ToString()));
        Assert.Equal(["from 2/3 to 0.95"], curve.PaidAtMost(399.99m).Select(r => r.ToString()));
        Assert.Empty(curve.PaidAtMost(239.99m));
    }

    [Fact]
    public void Share_OfABandOrAStanding_SaysUpToWhichValue()
    {
        var curve = Pay(0.61m, 0.95m, (2, 3), (70, 100), (82, 100), (90, 100));

        Assert.Equal(["from 0.61 to below 0.82"], curve.ShareAtLeast(0.5m, "Full").Select(r => r.ToString()));
        Assert.Equal(["from 0.61 to 0.95"], curve.ShareAtLeast(1, "Graded").Select(r => r.ToString()));
        Assert.Empty(curve.ShareAtLeast(0.5m, "Over"));
        Assert.StartsWith(
            "A share is from 0 to 1; write 50 % as 0.5. (Parameter 'share')",
            Assert.Throws<ArgumentOutOfRangeException>(() => curve.ShareAtLeast(50, "Full")).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => curve.ShareAtLeast(-0.1m, "Full"));
    }

    /// <summary>79.5 % lies 0.005 below 80 %, and 80 % itself is not past it; 78.99 % lies more than 0.01 below.</summary>
    [Fact]
    public void Cliff_OfACut_CountsWhoStandsBelowItAndWhatTheyMiss()
    {
        var cliff = Pay(0.61m, 0.95m, (7899, 10_000), (79, 100), (795, 1000), (80, 100), (81, 100)).Cliffs.Single(c => c.Cut == Cut.Above(0.80m));

        Assert.Equal(new PolicyCliff(Cut.Above(0.80m), "Partial, 60 %", "Full, 100 %", 0.40m, 3, 120.00m, 40.00m), cliff);
    }

    /// <summary>Day 70 is over a limit of 69 and within one of 70; the day itself is in time.</summary>
    [Fact]
    public void Days_OfALimit_ChangeOnTheirOwnDay()
    {
        var policy = new Policy(new PolicyTerms().With(new FteFulfillmentTerms { AtRiskFromDay = 50, LimitDays = 75 }));
        var curve = new PolicyCurve(policy, "fteFulfillment.limitDays", 60, 75, AsOf);
        var orders = curve.Collect(policy.FteFulfillment);
        foreach (var days in new[] { 65, 70, 10 })
            orders.Add(new FteOrder { OrderId = $"{days}", OrderedOn = AsOf.AddDays(-days) });

        var found = curve.Curves.Single();
        Assert.Equal(["OnTrack, Clear", "AtRisk, NearLimit", "Overdue, OverLimit"], found.Outcomes.Select(o => o.Name));
        Assert.Equal(
            [("from 60", [1, 0, 2]), ("from 65", [1, 1, 1]), ("from 70", (long[])[1, 2, 0])],
            found.Points.Select(p => (p.ToString(), p.Counts.ToArray())));
    }

    /// <summary>The threshold itself takes an account in, so that it is out only behind it; who was in before has left then.</summary>
    [Fact]
    public void Portfolio_OfAnEntryThreshold_ChangesBehindARevenue()
    {
        var policy = new Policy(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100 }));
        var curve = new PolicyCurve(policy, "keyAccount.entryThreshold", 40, 200, AsOf);
        var members = curve.CollectTrack(policy.KeyAccount);
        foreach (var (month, revenue) in new[] { (1, 150m), (2, 50m) })
            members.Add(new AccountRevenue { AccountId = "a", Period = Period.Month(2026, month), Revenue = revenue });

        var found = curve.Curves.Single();
        Assert.Equal(
            ["from 40 (40): Key, Stayed 2", "above 50 (51): Standard, Left 1, Key, Stayed 1", "above 150 (151): Standard, Outside 2"],
            found.Points.Select(p => $"{p} ({p.Value}): {Counted(found, p)}"));
    }

    /// <summary>A month is met while its lowest result is above the cut.</summary>
    [Fact]
    public void Months_OfAKpiCut_GoByTheirLowestResult()
    {
        var curve = new PolicyCurve(Policy.Default, "kpiAttainment.above", 0.8m, 0.99m, AsOf);
        Assert.Equal(["kpi-attainment", "kpi-month"], curve.Rules.Select(r => r.Id));
        var months = curve.Collect(Policy.Default.KpiMonth);
        foreach (var (kpi, actual) in new[] { ("calls", 95), ("visits", 90) })
            months.Add(new KpiResult { EmployeeId = "e", Kpi = kpi, Period = Period.Month(2026, 1), Target = 100, Actual = actual });

        var found = curve.Curves.Single();
        Assert.Equal(["from 0.8: Met 1", "from 0.9: Missed 1"], found.Points.Select(p => $"{p}: {Counted(found, p)}"));
    }

    [Theory]
    [InlineData("performancePay.bands[Ful].above", 0.7, 0.9, "term: found `performancePay.bands[Ful].above`; allowed: one of performancePay.bands[Low]")]
    [InlineData("performancePay.decimals", 1, 3, "term: found `performancePay.decimals`, which is no threshold that facts are compared with; allowed: one of ")]
    [InlineData("performancePay.bands[Full].factor", 0.7, 0.9, "term: found `performancePay.bands[Full].factor`, which is no threshold")]
    [InlineData("progressUpdate.atRiskDays", 1, 3, "term: found `progressUpdate.atRiskDays` of a rule that is not in force; "
        + "allowed: the same in a policy that sets progressUpdate.everyDays.")]
    [InlineData("kpiAttainment.above", 0.9, 0.9, "to: found 0.9; allowed: a value above 0.9, with which the range begins.")]
    [InlineData("kpiAttainment.above", 0.9, 11, "to: found 11; allowed: from 0 to 10; write 11 % as 0.11.")]
    [InlineData("fteFulfillment.limitDays", 80.5, 90, "from: found 80.5; allowed: a whole number from 1 to 3660.")]
    [InlineData("performancePay.bands[Full].above", 0.5, 0.9, "from: found 0.5, with which performancePay.bands[3].above is above 0.5; "
        + "allowed: bands in ascending order; band `Partial` before it begins above 0.60.")]
    [InlineData("keyAccount.exitThreshold", 5, 9, "from: found 5, with which keyAccount.exitThreshold is 5; "
        + "allowed: an entryThreshold beside it; add entryThreshold.")]
    public void Curve_OfWhatIsNone_SaysWhatIsAllowed(string term, double from, double to, string expected)
    {
        var problem = Assert.Throws<PolicyException>(() => new PolicyCurve(Policy.Default, term, (decimal)from, (decimal)to, AsOf)).Problems.Single();

        Assert.StartsWith(expected, problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Terms_OfTheDocuments_AreTheirThresholds() => Assert.Equal(
        [
            "fteFulfillment.limitDays", "fteFulfillment.atRiskFromDay", "registryClosure.targetDays", "registryClosure.limitDays", "kpiAttainment.above",
            "keyAccount.entryThreshold", "keyAccount.exitThreshold", "performancePay.bands[Low].above", "performancePay.bands[Partial].above",
            "performancePay.bands[Full].above", "performancePay.bands[Over].above", "improvementPlan.expectedAbove",
            "improvementPlanStart.startWithinDays",
            "updateAcknowledgement.acknowledgeWithinDays", "updateAcknowledgement.atRiskDays",
            "updateImplementation.implementWithinDays", "updateImplementation.atRiskDays", "bcpProtocol.atRiskDays", "bcpConsistency.consistentFrom",
            "interactionDocumentation.documentWithinDays", "actionItem.actWithinDays", "actionItem.atRiskDays",
            "payment.bucketDays[0]", "payment.bucketDays[1]",
            "career.eligibleFromYears", "career.typicalUpToYears", "progressUpdate.everyDays",
            "businessReview.everyDays", "businessReview.atRiskDays", "retention.from",
            "revenueGrowth.benchmark", "dealSize.benchmark",
            "serviceLevel.nearMargin", "satisfaction.from",
        ],
        PolicyCurve.TermsOf(Policy.Default));

    [Fact]
    public void TermsOf_APolicyWithTheLargestThreshold_HasItAmongThem() => Assert.Contains(
        "keyAccount.entryThreshold",
        PolicyCurve.TermsOf(Policy.Parse("""{ "keyAccount": { "entryThreshold": 79228162514264337593543950335 } }""")));

    /// <summary>Both severities have five days: those of the one move, and the other's facts stay.</summary>
    [Fact]
    public void Term_OfOneCategory_MovesItsOwnFactsAlone()
    {
        var policy = Policy.Parse("""
            { "escalation": { "severities": [
              { "name": "high", "routeWithinDays": 1, "resolveWithinDays": 5 }, { "name": "low", "routeWithinDays": 1, "resolveWithinDays": 5 }] } }
            """);
        var curve = new PolicyCurve(policy, "escalation.severities[high].resolveWithinDays", 1, 9, AsOf);
        var collector = curve.Collect(policy.EscalationResolution);
        foreach (var severity in (string[])["high", "low"])
            collector.Add(new() { EscalationId = severity, AccountId = "A", Severity = severity, RaisedOn = AsOf.AddDays(-6) });

        Assert.Equal(
            [(1m, 2L), (5m, 2L), (6m, 1L), (9m, 1L)],
            ((decimal[])[1, 5, 6, 9]).Select(value => (value, Overdue(curve.Curves.Single(), value))));
    }

    private static long Overdue(RuleCurve curve, decimal value) => curve.Outcomes.Zip(curve.At(value).Counts)
        .Where(o => o.First.Name.StartsWith("Overdue", StringComparison.Ordinal)).Sum(o => o.Second);

    /// <summary>It moves a cut in whole days, not as far as it goes itself.</summary>
    [Fact]
    public void Term_OfAPartOfTheLimit_IsRefusedWhereTheCurveIsMade()
    {
        var policy = Policy.Parse("""{ "fteFulfillment": { "atRiskFromShare": 0.8 } }""");
        var problem = Assert.Throws<PolicyException>(() => new PolicyCurve(policy, "fteFulfillment.atRiskFromShare", 0.5m, 0.9m, AsOf)).Problems.Single();
        Assert.Equal("`fteFulfillment.atRiskFromShare`, which is no threshold that facts are compared with", problem.Found);
    }

    [Fact]
    public void Collecting_ARuleThatTheTermDoesNotMove_IsRefused() => Assert.Contains(
        "does not move rule `payment`: collect the facts of kpi-attainment, kpi-month.",
        Assert.Throws<ArgumentException>(
            () => new PolicyCurve(Policy.Default, "kpiAttainment.above", 0.8m, 0.9m, AsOf).Collect(Policy.Default.Payment)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void At_OutsideTheRange_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => Pay(0.7m, 0.9m, (1, 1)).At(0.95m));

    private static string Counted(RuleCurve curve, CurvePoint point) =>
        string.Join(", ", curve.Outcomes.Zip(point.Counts).Where(c => c.Second > 0).Select(c => $"{c.First.Name} {c.Second}"));

    private static RuleCurve Pay(decimal from, decimal to, params (decimal Actual, decimal Target)[] facts)
    {
        var curve = new PolicyCurve(Policy.Default, "performancePay.bands[Full].above", from, to, AsOf) { Within = 0.01m };
        var pay = curve.Collect(Policy.Default.PerformancePay);
        foreach (var (actual, target) in facts)
            pay.Add(new() { EmployeeId = "e", Period = Period.Month(2026, 1), Target = target, Actual = actual, CommittedPay = 100 });

        return curve.Curves.Single();
    }
}
