using System.Text.Json;
using System.Text.Json.Serialization;
using AccountRules.Facts;
using AccountRules.Tests.Changes;
using AccountRules.Tests.Basics;

namespace AccountRules.Tests.Evidence;

/// <summary>What a record keeps of each kind of rule, and what verifying it says, by hand.</summary>
public sealed class RecordVerificationTests
{
    private static readonly DateOnly Start = Rules.Dated.Start;
    private static readonly DateOnly Day91 = Start.AddDays(91);
    private static readonly FteOrder Order = new() { OrderId = "7", AccountId = "ACME", OrderedOn = Start };

    private static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private static AssessmentRecord Overdue => Policy.Default.FteFulfillment.Assess(Order, Day91).ToRecord();

    [Fact]
    public void Record_OfAnOrder_IsTheSame()
    {
        var check = ReadBack(Overdue).Verify(Policy.Default);

        Assert.True(check.IsSame && check.IsRecomputed);
        Assert.Equal("same", check.ToString());
    }

    [Fact]
    public void Record_OfAnOrder_KeepsTheFactAndTheVersionOfTheLibrary()
    {
        Assert.Equal(
            """{"OrderId":"7","AccountId":"ACME","OrderedOn":"2026-03-02","FulfilledOn":null,"Headcount":null,"""
            + """ "FilledHeadcount":null,"Pauses":null,"Calendar":null,"KnownOn":null}""".TrimStart(),
            Overdue.Fact!.Json);
        Assert.Equal("0.1.0", Overdue.LibraryVersion);
        Assert.Equal(Policy.Default.Fingerprint, Overdue.PolicyFingerprint);
        Assert.Equal(64, Overdue.Digest!.Length);
    }

    [Fact]
    public void Standing_ChangedByHand_IsToldWithWhatItShouldBe()
    {
        var check = (Overdue with { Standing = Standing.Met }).Verify(Policy.Default);

        Assert.Equal(["Standing", "Digest"], check.Differences.Select(d => d.Field));
        Assert.Equal("Standing is Met, recomputed Overdue", check.Differences[0].ToString());
        Assert.False(check.IsSame);
    }

    [Fact]
    public void Target_ChangedByHandEverywhere_IsToldByTheDigestAlone()
    {
        var pay = new PayPeriod { EmployeeId = "ann", Period = Period.Month(2026, 3), Target = 100, Actual = 80.1m, CommittedPay = 1000 };
        var record = Policy.Default.PerformancePay.Assess(pay, Day91).ToRecord();
        var forged = Policy.Default.PerformancePay.Assess(pay with { Target = 101 }, Day91).ToRecord() with { Digest = record.Digest };

        Assert.Equal(["Digest"], forged.Verify(Policy.Default).Differences.Select(d => d.Field));
    }

    [Fact]
    public void Input_ChangedByHand_IsToldByItsName()
    {
        const string start = "{\"Name\":\"start\",\"Value\":\"2026-03-02\"}";
        var json = JsonSerializer.Serialize(Overdue).Replace(start, start.Replace("02\"", "03\"", StringComparison.Ordinal), StringComparison.Ordinal);

        Assert.Equal(
            new("Inputs.start.Value", "2026-03-03", "2026-03-02"), JsonSerializer.Deserialize<AssessmentRecord>(json)!.Verify(Policy.Default).Differences[0]);
    }

    [Fact]
    public void Record_OfAnotherPolicy_DiffersInWhatThatMakesOtherwise()
    {
        var check = Overdue.Verify(Policy.Parse("""{ "version": "2", "fteFulfillment": { "limitDays": 91, "atRiskFromDay": 76 } }"""));

        Assert.Equal(
            ["Standing", "Band", "DueOn", "OverdueDays", "ChangesOn", "StandingChangesOn", "BandAbove", "ToBandAbove", "BandBelow", "ToBandBelow", "Reason",
                "PolicyVersion", "PolicyFingerprint"],
            check.Differences.Select(d => d.Field));
    }

    [Fact]
    public void Record_WhoseDigestIsGone_Differs() =>
        Assert.Equal(["Digest"], (ReadBack(Overdue) with { Digest = null }).Verify(Policy.Default).Differences.Select(d => d.Field));

    [Fact]
    public void Record_OfALaterLibrary_IsTheSameWhereAllElseIs()
    {
        var record = Overdue with { LibraryVersion = "9.0.0" };
        Assert.True((record with { Digest = RecordDigest.Of(record) }).Verify(Policy.Default).IsSame);
    }

    [Fact]
    public void Digest_OfARecordWithoutFieldsThatAreNotThere_IsTheSame()
    {
        var json = JsonSerializer.Serialize(Overdue, WithoutNulls);
        Assert.True(JsonSerializer.Deserialize<AssessmentRecord>(json)!.Verify(Policy.Default).IsSame);
    }

    [Fact]
    public void Record_OfAHostsEntity_KeepsTheFactThatItWasReadAs_AsItWasThen()
    {
        var entity = new Entity { Number = "7", PlacedOn = Start };
        var record = Entity.Rule.Assess(entity, Day91).ToRecord();
        entity.PlacedOn = Start.AddDays(72);

        Assert.True(record.Verify(Policy.Default).IsSame);
        Assert.Contains("\"OrderedOn\":\"2026-03-02\"", record.Fact!.Json, StringComparison.Ordinal);
    }

    [Fact]
    public void Record_OfAnEntityThatChangedBeforeItWasCopied_DiffersInItsStanding()
    {
        var entity = new Entity { Number = "7", PlacedOn = Start };
        var assessment = Entity.Rule.Assess(entity, Day91);
        entity.PlacedOn = Start.AddDays(72);

        Assert.Contains(assessment.ToRecord().Verify(Policy.Default).Differences, d => d is { Field: "Standing", Recorded: "Overdue", Recomputed: "OnTrack" });
    }

    [Fact]
    public void Record_ByTwoMappings_KeepsTheDocumentsFact()
    {
        var rule = Entity.Rule.For<Wrapped>(w => w.Inner);
        var record = rule.Assess(new Wrapped { Inner = new() { Number = "7", PlacedOn = Start } }, Day91).ToRecord();

        Assert.True(record.Verify(Policy.Default).IsSame);
        Assert.Equal("7", JsonSerializer.Deserialize<FteOrder>(record.Fact!.Json)!.OrderId);
    }

    [Fact]
    public void Record_OfARuleThatThePolicyLacks_SaysSo_AndIsNotTheSame()
    {
        var ticket = new Ticket("T-1", OpenedOn: Start, ClosedOn: null);
        var policy = OwnRules.Policy(new());
        var record = policy.Rule((RuleDeclaration<DeadlineRule<Ticket>>)policy.Terms.Rules.Single(d => d.Id == "own")).Assess(ticket, Day91).ToRecord();

        Assert.True(record.Verify(policy).IsSame);
        Assert.Equal("""{"Id":"T-1","OpenedOn":"2026-03-02","ClosedOn":null,"Done":null,"Planned":null}""", record.Fact!.Json);
        var check = record.Verify(Policy.Default);
        Assert.Equal((false, false, 0), (check.IsSame, check.IsRecomputed, check.Differences.Count));
        Assert.Equal("the policy has no rule `own`: nothing was recomputed", check.Remark);
    }

    [Theory]
    [InlineData("\"OrderId\"", "\"Order\"", "the record holds a fact that is no FteOrder: nothing was recomputed")]
    [InlineData(
        "\"OrderedOn\":\"2026-03-02\"", "\"OrderedOn\":\"soon\"",
        "the record holds a fact that is no FteOrder, for what it says at OrderedOn: nothing was recomputed")]
    public void Record_OfAFactThatIsNone_SaysSo(string found, string instead, string remark)
    {
        var json = JsonSerializer.Serialize(Overdue);
        Assert.Contains(found, json, StringComparison.Ordinal);
        var check = JsonSerializer.Deserialize<AssessmentRecord>(json.Replace(found, instead, StringComparison.Ordinal))!.Verify(Policy.Default);

        Assert.Equal((false, remark), (check.IsRecomputed, check.Remark));
    }

    [Fact]
    public void Record_WithoutAFact_SaysSo() =>
        Assert.Equal("the record holds no fact: nothing was recomputed", (Overdue with { Fact = null }).Verify(Policy.Default).Remark);

    [Fact]
    public void Fact_WithAPropertyThatTheTypeLacks_Differs()
    {
        var json = JsonSerializer.Serialize(Overdue).Replace("\"OrderId\":\"7\"", "\"OrderId\":\"7\",\"Rush\":true", StringComparison.Ordinal);
        Assert.Contains(new("Fact.Rush", "true", null), JsonSerializer.Deserialize<AssessmentRecord>(json)!.Verify(Policy.Default).Differences);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void RecordOfATrack_KeepsTheFactAndTheStageBefore(bool isSorted)
    {
        var policy = Policy.Parse("""{ "keyAccount": { "entryThreshold": 100, "exitThreshold": 80 } }""");
        AccountRevenue[] rows = [Revenue(1, 120), Revenue(2, 90), Revenue(3, 70), Revenue("B", 1, 100), Revenue("B", 3, 100)];
        var track = isSorted ? policy.KeyAccount.TrackSorted(rows, Day91, rows.Select(row => row.Period)) : policy.KeyAccount.Track(rows, Day91);
        var records = track.Select(a => a.ToRecord()).ToArray();

        Assert.Equal(6, records.Length);
        Assert.All(records, record => Assert.True(record.Verify(policy).IsSame, record.Verify(policy).ToString()));
        var leaving = records.Single(r => r is { Subject: "A", Movement: Movement.Left });
        Assert.Equal("before Key, isFirst false, isAlone false, hasFact true", Said(leaving));
        var absent = records.Single(r => r is { Subject: "B", Movement: Movement.Left });
        Assert.Equal(("before Key, isFirst false, isAlone false, hasFact false", null), (Said(absent), absent.Fact));
        Assert.Contains(
            (leaving with { Context = [new() { Name = "before", Value = "Standard" }, .. leaving.Context.Skip(1)] }).Verify(policy).Differences,
            d => d is { Field: "Movement", Recorded: "Left", Recomputed: "Outside" });
    }

    [Fact]
    public void RecordOfATrack_ThatKeptNoFacts_SaysSo()
    {
        var policy = Policy.Parse("""{ "keyAccount": { "entryThreshold": 100 } }""");
        foreach (var keeps in (bool[])[true, false])
        {
            var collector = policy.KeyAccount.CollectTrack(Day91, keepsFacts: keeps);
            collector.Add(Revenue(1, 120));
            var check = collector.Assess().Single().ToRecord().Verify(policy);

            Assert.Equal((keeps, keeps ? null : "the record holds no fact: the track kept none: nothing was recomputed"), (check.IsSame, check.Remark));
        }
    }

    [Fact]
    public void RecordOfAMonitoredTrack_IsTheSame()
    {
        var policy = Policy.Parse("""{ "keyAccount": { "entryThreshold": 100 } }""");
        var monitor = new PolicyMonitor(policy, Day91);
        monitor.AddRange([Revenue(1, 120), Revenue(2, 90)]);

        Assert.Equal(2, monitor.Snapshot().FindAll("key-account").Count);
        Assert.All(monitor.Snapshot().FindAll("key-account"), a => Assert.True(a.ToRecord().Verify(policy).IsSame, a.ToRecord().Verify(policy).ToString()));
    }

    [Fact]
    public void RecordOfAMonthWithAResultTwice_TakesThatAsRecorded_AndIsNotCalledTheSame()
    {
        KpiResult[] results = [Result(90), Result(10)];
        var record = Policy.Default.KpiMonth.Assess(results, Day91).Single().ToRecord();
        var check = record.Verify(Policy.Default);

        Assert.Equal(("Duplicate", true, 0, false), (record.Cause, check.IsRecomputed, check.Differences.Count, check.IsSame));
        Assert.Equal("that it has more than one row is known only beside other rows", check.Remark);
        Assert.Contains((record with { Standing = Standing.Met }).Verify(Policy.Default).Differences, d => d.Field == "Standing");
    }

    [Fact]
    public void TallyOfAMonth_ChangedByHand_IsTold()
    {
        var record = Policy.Default.KpiMonth.Assess([Result(90), Result(10) with { Kpi = "mails" }], Day91).Single().ToRecord();
        Assert.True(record.Verify(Policy.Default).IsSame);
        var met = record with { Tally = [new() { Standing = Standing.Met, Count = 2 }] };
        Assert.Contains(met.Verify(Policy.Default).Differences, d => d is { Field: "Standing", Recorded: "Missed", Recomputed: "Met" });
        Assert.Equal(
            "the record holds a tally that no group has: nothing was recomputed",
            (record with { Tally = [new() { Standing = Standing.Met, Count = -1 }] }).Verify(Policy.Default).Remark);
    }

    [Fact]
    public void Waiver_IsTakenAsRecorded_WhereItExcuses()
    {
        var waiver = new Waiver
        {
            Rule = "fte-fulfillment",
            Subject = "7",
            Reason = "client asked",
            ApprovedBy = "ann",
            From = Day91,
            Until = Day91.AddDays(9),
        };
        var record = Policy.Default.Waivers([waiver]).Apply(Policy.Default.FteFulfillment.Assess(Order, Day91)).ToRecord();

        Assert.Equal((waiver, Day91.AddDays(10)), (record.Waiver, record.ChangesOn));
        Assert.True(record.Verify(Policy.Default).IsSame);
        foreach (var other in (Waiver[])[waiver with { Subject = "8" }, waiver with { Rule = "payment" }, waiver with { From = Day91.AddDays(1) }])
            Assert.Contains((record with { Waiver = other }).Verify(Policy.Default).Differences, d => d.Field.StartsWith("Waiver", StringComparison.Ordinal));
    }

    [Fact]
    public void WaiverThatBeginsLater_IsWhyItChangesThen()
    {
        var waiver = new Waiver
        {
            Rule = "fte-fulfillment",
            Subject = "7",
            Reason = "client asked",
            ApprovedBy = "ann",
            From = Day91.AddDays(3),
            Until = Day91.AddDays(9),
        };
        var record = Policy.Default.Waivers([waiver]).Apply(Policy.Default.FteFulfillment.Assess(Order, Day91)).ToRecord();

        Assert.Equal((null, waiver, Day91.AddDays(3)), (record.Waiver, record.NextWaiver, record.ChangesOn));
        Assert.True(record.Verify(Policy.Default).IsSame);
        Assert.Contains((record with { NextWaiver = null }).Verify(Policy.Default).Differences, d => d.Field == "ChangesOn");
    }

    [Fact]
    public void RecordOfNothing_SaysThatThereIsNoSuchRule() =>
        Assert.Equal("the policy has no rule `none`: nothing was recomputed", default(Assessment).ToRecord().Verify(Policy.Default).Remark);

    [Fact]
    public void Fact_IsEqualWhereBothSayTheSame()
    {
        var (one, other) = (Fact("""{ "A": 1.50, "B": "\u00fc" }"""), Fact("""{"B":"ü","A":1.5}"""));

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, Fact("""{"B":"ü","A":1.51}"""));
        Assert.Equal("""{"B":"ü","A":1.5}""", other.ToString());
        Assert.Throws<JsonException>(() => Fact("7"));
        Assert.Throws<JsonException>(() => Fact("""{"A":"\ud800"}"""));
    }

    private static RecordedFact Fact(string json) => JsonSerializer.Deserialize<RecordedFact>(json)!;

    private static AssessmentRecord ReadBack(AssessmentRecord record) => JsonSerializer.Deserialize<AssessmentRecord>(JsonSerializer.Serialize(record))!;

    private static string Said(AssessmentRecord record) => string.Join(", ", record.Context.Select(c => $"{c.Name} {c.Value}"));

    private static AccountRevenue Revenue(int month, decimal revenue) => Revenue("A", month, revenue);

    private static AccountRevenue Revenue(string account, int month, decimal revenue) =>
        new() { AccountId = account, Period = Period.Month(2026, month), Revenue = revenue };

    private static KpiResult Result(decimal actual) =>
        new() { EmployeeId = "ann", Kpi = "calls", Period = Period.Month(2026, 3), Target = 100, Actual = actual };

    private sealed class Wrapped
    {
        public required Entity Inner { get; init; }
    }
}
