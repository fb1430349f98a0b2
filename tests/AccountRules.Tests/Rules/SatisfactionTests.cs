using System.Globalization;
using System.Text.Json;
using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>Client satisfaction surveys, anonymous, their trend over time (duties, Client Satisfaction Surveys; competency).</summary>
public sealed class SatisfactionTests
{
    private static readonly DateOnly AsOf = new(2026, 7, 1);

    /// <summary>Scores of which neither the sum nor the mean has digits that anything else here has.</summary>
    private static readonly decimal?[] Secret = [7.77m, 7.77m, 7.77m, 7.77m];

    [Fact]
    public void Mean_OfFiveScores_IsGraded()
    {
        var a = Mean(Tested.Policy, Responses(1, 4, 5, 3, 4, 4)).Single();
        Assert.Equal((Standing.Graded, "Counted", 4m), (a.Standing, a.Band, a.Value));
        Assert.Equal("Satisfaction of A in 2026-01 has a mean of 4 in 5 scores.", a.Reason);
    }

    [Theory]
    [InlineData("4,4,4,4,4", Standing.Met)]
    [InlineData("4,4,4,4,3.99", Standing.Missed)]
    [InlineData("4,4,4,4,4.01", Standing.Met)]
    [InlineData("3,5,3,5,4", Standing.Met)]
    public void Mean_IsMetFromTheScoreItself(string scores, Standing expected) => Assert.Equal(expected, Mean(From(4), Parse(1, scores)).Single().Standing);

    /// <summary>The mean is 10/3, which no decimal is: it lies between two of them.</summary>
    [Theory]
    [InlineData("3.3333333333333333333333333333", Standing.Met)]
    [InlineData("3.3333333333333333333333333334", Standing.Missed)]
    public void Mean_WithoutAnEnd_IsComparedWithoutDividing(string from, Standing expected)
    {
        var a = Mean(From(decimal.Parse(from, CultureInfo.InvariantCulture)), Parse(1, "3,3,4,3,3,4")).Single();
        Assert.Equal(expected, a.Standing);
        Assert.Contains("has a mean of 3.33… in 6 scores", a.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ResponseWithoutAScore_DoesNotCount()
    {
        Assert.Equal("TooFewResponses", Mean(Tested.Policy, Responses(1, 4, 4, 4, 4, null)).Single().Cause.Code);
        Assert.Equal(4m, Mean(Tested.Policy, Responses(1, 4, 4, 4, 4, 4, null)).Single().Value);
        Assert.Equal("TooFewResponses", Mean(Tested.Policy, Responses(1, null, null)).Single().Cause.Code);
    }

    [Fact]
    public void ResponsesOfNoAccount_AreAGroupOfTheirOwn()
    {
        var rows = Mean(Tested.Policy, [.. Responses(1, 1, 1, 1, 1, 1).Select(r => r with { AccountId = null }), .. Named("B", 1, 5, 5, 5, 5, 5)]);
        Assert.Equal(
            ["Satisfaction of none in 2026-01 has a mean of 1 in 5 scores.", "Satisfaction of B in 2026-01 has a mean of 5 in 5 scores."],
            rows.Select(a => a.Reason));
    }

    [Theory]
    [InlineData("4,4,4,4,4", "4,4,4,4,4.01", Standing.Met)]
    [InlineData("4,4,4,4,4", "4,4,4,4,4", Standing.Missed)]
    [InlineData("4,4,4,4,4", "4,4,4,4,4,4,4", Standing.Missed)]
    [InlineData("3,3,4,3,3,4", "3,3,4,3,3,4,3,3,4", Standing.Missed)]
    [InlineData("3,3,4,3,3,4", "3,3,4,3,3,4,3,3,4.01", Standing.Met)]
    [InlineData("4,4,4,4,4", "4,4,4,4,3.99", Standing.Missed)]
    [InlineData("0,0,0,0,0", "0,0,0,0,1", Standing.Met)]
    [InlineData("-2,0,0,0,0", "-1,0,0,0,0", Standing.Met)]
    public void Trend_IsMetOnlyAboveTheMeanBefore(string before, string now, Standing expected) =>
        Assert.Equal(expected, Trend(Tested.Policy, [.. Parse(1, before), .. Parse(2, now)]).Last().Standing);

    [Fact]
    public void Trend_WithoutAPeriodBefore_DoesNotApply_AlsoWhileThePeriodRuns()
    {
        var responses = Responses(1, 4, 4, 4, 4, 4);
        Assert.Equal((Standing.NotApplicable, "NothingBefore"), Trend(Tested.Policy, responses).Select(a => (a.Standing, a.Cause.Code)).Single());
        Assert.Equal(Standing.NotApplicable, Tested.Policy.SatisfactionTrend.Collect(new(2026, 1, 5)).AddRange(responses).Assess().Single().Standing);
    }

    [Fact]
    public void SameSurveyIdTwice_MakesItsGroupsDuplicates_WhereTheStandingHangsOnIt()
    {
        var responses = Parse(1, "4,4,4,4,4");
        Assert.Equal(Cause.Duplicate, Mean(From(4), [.. responses, responses[0] with { Score = 3.99m }]).Single().Cause);
        Assert.Equal(Standing.Met, Mean(From(4), [.. responses, responses[0] with { Score = 5 }]).Single().Standing);
        Assert.Equal(Standing.Met, Mean(From(4), [.. responses, responses[0]]).Single().Standing);

        // The same id in another period: there might be only four here.
        Assert.Equal(Cause.Duplicate, Mean(From(4), [.. responses, responses[0] with { Period = Period.Month(2026, 2) }]).Single().Cause);
    }

    [Fact]
    public void UnreadableResponse_MakesItsGroupUndetermined()
    {
        var collector = Tested.Policy.Satisfaction.Collect(AsOf).AddRange<SurveyResponse>([.. Responses(1, 4, 4, 4, 4, 4), .. Responses(2, 4, 4, 4, 4, 4)]);
        collector.AddUnreadable(new SurveyResponse { SurveyId = "X", AccountId = "A", Period = Period.Month(2026, 1) });
        Assert.Equal(["Unreadable", "None"], collector.Assess().Select(a => a.Cause.Code));
        collector.AddUnreadable(subject: null);
        Assert.Equal(["Unreadable", "Unreadable"], collector.Assess().Select(a => a.Cause.Code));
    }

    /// <summary>Value, margins, reason, record, JSON, details, fact, trend after and before, agenda, monitor: nothing tells what is withheld.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("7.77")]
    [InlineData("1")]
    public void WithheldMean_IsTold_Nowhere(string? from)
    {
        var policy = from is null ? Tested.Policy : From(decimal.Parse(from, CultureInfo.InvariantCulture));
        SurveyResponse[] facts = [.. Responses(1, 4, 4, 4, 4, 4), .. Responses(2, Secret), .. Responses(3, 4, 4, 4, 4, 4)];
        var monitor = new PolicyMonitor(policy, AsOf);
        foreach (var fact in facts)
            monitor.Add(fact);

        var agenda = new Agenda(new(2026, 1, 15), 200);
        agenda.Collect(policy.Satisfaction).AddRange(facts);
        agenda.Collect(policy.SatisfactionTrend).AddRange(facts);
        Assessment[] told =
        [
            .. Mean(policy, facts).Concat(Trend(policy, facts)), .. monitor.Snapshot().FindAll(),
            .. agenda.Entries().SelectMany(e => new[] { e.Before, e.After }),
        ];
        var feb = Period.Month(2026, 2);
        Assert.All(told.Where(a => a.Period == feb || (a.Rule.Id == "satisfaction-trend" && a.Period > feb)), a =>
        {
            Assert.Contains(a.Standing, new[] { Standing.Undetermined, Standing.NotApplicable });
            Assert.Equal((null, null, null), (a.Value, a.ToBandAbove, a.ToBandBelow));
        });
        Assert.All(told, a =>
        {
            IsNotTold(a.Reason);
            IsNotTold(a.ToString());
            IsNotTold(JsonSerializer.Serialize(a.ToRecord()));
            IsNotTold(a.Fact!.ToString()!);
        });
        Assert.All(agenda.Entries(), e => IsNotTold(JsonSerializer.Serialize(e.ToRecord())));
        Assert.Contains(told, a => a.Cause.Code == "TooFewResponses");
        Assert.Contains(told, a => a.Cause.Code == "TooFewBefore");
    }

    /// <summary>A row that a host makes by itself may have what the library would not have put into it.</summary>
    [Fact]
    public void RowOfAHost_WithAMeanOfTooFew_TellsItAsLittle()
    {
        var a = Tested.Policy.Satisfaction.Of.Assess(new() { AccountId = "A", Period = Period.Month(2026, 1), Responses = 4, Sum = 31.08m }, AsOf);
        IsNotTold(a.Reason + JsonSerializer.Serialize(a.ToRecord()));
        var trend = Tested.Policy.SatisfactionTrend.Of.Assess(
            new() { AccountId = "A", Period = Period.Month(2026, 1), Part = 31.08m, Whole = 4, HasBefore = true, PartBefore = 20, WholeBefore = 5 }, AsOf);
        IsNotTold(trend.Reason + JsonSerializer.Serialize(trend.ToRecord()));
        Assert.All(new[] { a, trend }, one => Assert.True(one.ToRecord().Verify(Tested.Policy).IsSame));
    }

    [Theory]
    [InlineData("""{ "minResponses": 0 }""", "$.satisfaction.minResponses")]
    [InlineData("""{ "minResponses": 1001 }""", "$.satisfaction.minResponses")]
    [InlineData("""{ "from": "high" }""", "$.satisfaction.from")]
    public void Terms_OutOfRange_AreRefused(string section, string path) => Assert.Equal(
        path, Assert.Single(Assert.Throws<PolicyException>(() => Policy.Parse($$"""{ "satisfaction": {{section}} }""")).Problems).Path);

    private static void IsNotTold(string text)
    {
        Assert.DoesNotContain("7.77", text, StringComparison.Ordinal);
        Assert.DoesNotContain("31.08", text, StringComparison.Ordinal);
    }

    private static Policy From(decimal from) => new(Tested.Policy.Terms.With(Tested.Policy.Terms.Satisfaction with { From = from }));

    private static Assessment[] Mean(Policy policy, IEnumerable<SurveyResponse> responses) =>
        [.. policy.Satisfaction.Collect(AsOf).AddRange(responses).Assess()];

    private static Assessment[] Trend(Policy policy, IEnumerable<SurveyResponse> responses) =>
        [.. policy.SatisfactionTrend.Collect(AsOf).AddRange(responses).Assess()];

    private static SurveyResponse[] Parse(int month, string scores) =>
        Responses(month, [.. scores.Split(',').Select(s => (decimal?)decimal.Parse(s, CultureInfo.InvariantCulture))]);

    private static SurveyResponse[] Responses(int month, params decimal?[] scores) => Named("A", month, scores);

    private static SurveyResponse[] Named(string account, int month, params decimal?[] scores) =>
    [
        .. scores.Select((score, i) => new SurveyResponse
        {
            SurveyId = string.Create(CultureInfo.InvariantCulture, $"{account}{month}-{i}"),
            AccountId = account,
            Period = Period.Month(2026, month),
            Score = score,
        }),
    ];
}
