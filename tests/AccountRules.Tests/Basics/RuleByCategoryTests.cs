using AccountRules.Facts;

namespace AccountRules.Tests.Basics;

/// <summary>A rule that a category of the fact chooses: of any kind, with all that its category's rule says.</summary>
public sealed class RuleByCategoryTests
{
    private static readonly RuleInfo Info = new("grade-pay") { Noun = "Employee" };
    private static readonly DateOnly After = new(2026, 7, 1);

    private static readonly RuleByCategory<Salary> ByGrade = new(
        Info, s => s.Grade,
        [
            new("junior", Paying(Band.Lowest("None").Pays(0, "PIP"), Band.From(0.5m, "Half").Pays(0.5m))),
            new("senior", Paying(Band.Lowest("Low").Pays(0.25m), Band.Above(0.8m, "Full").Pays(1), Band.Above(1, "Over").Pays(1.5m))),
        ]);

    [Theory]
    [InlineData("junior", 49, "None", 0, 0.5)]
    [InlineData("junior", 50, "Half", 500, null)]
    [InlineData("junior", 999, "Half", 500, null)]
    [InlineData("senior", 50, "Low", 250, 0.8)]
    [InlineData("senior", 80, "Low", 250, 0.8)]
    [InlineData("senior", 81, "Full", 1000, 1.0)]
    [InlineData("senior", 101, "Over", 1500, null)]
    public void Pay_OfAGrade_FollowsItsOwnTable(string grade, int actual, string band, int payable, double? next)
    {
        var said = ByGrade.Assess(Of(grade, actual), After);

        Assert.Equal((Standing.Graded, band, (decimal?)payable, actual / 100m), (said.Standing, said.Band, said.Payable, said.Value));
        Assert.Equal((decimal?)next, said.ToBandAbove?.Cut.At);
        Assert.Equal(band == "None" ? "PIP" : null, said.Programme);
        Assert.Equal(grade, said.Detail("grade"));
        Assert.Equal(new RecordedValue { Name = "grade", Value = grade }, said.ToRecord().Inputs[0]);
    }

    [Fact]
    public void PayPeriod_ThatRuns_IsOnTrackAndPaysNothing_InEachCategory()
    {
        foreach (var (grade, band) in new[] { ("junior", "Half"), ("senior", "Full") })
        {
            var said = ByGrade.Assess(Of(grade, 90), new DateOnly(2026, 6, 30));

            Assert.Equal((Standing.OnTrack, band, null, true), (said.Standing, said.Band, said.Payable, said.IsProvisional));
            Assert.Equal(After, said.ChangesOn);
            Assert.Contains($"{band} so far, which pays nothing yet", said.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Rule_ForAHostsType_GoesByTheHostsCategory()
    {
        var rule = ByGrade.For<Row>(r => new Salary { Id = r.Key, Grade = r.Level, Actual = r.Done, Of = r.Month });

        Assert.Equal("Full", rule.Assess(new Row { Key = "1", Level = "senior", Done = 90, Month = Period.Month(2026, 6) }, After).Band);
        Assert.Equal(
            "Employee 1 in 2026-06 is of grade `boss`, and the policy lists junior, senior.",
            rule.Assess(new Row { Key = "1", Level = "boss", Done = 90, Month = Period.Month(2026, 6) }, After).Reason);
    }

    [Fact]
    public void Rule_InAQuery_AnswersAsInMemory()
    {
        Salary[] all = [Of("junior", 60), Of("senior", 60), Of("boss", 60), Of(null, 60)];

        Assert.Equal(
            all.Select(s => (s.Grade, ByGrade.Judge(s, After).Standing)),
            ByGrade.Grade(all.AsQueryable(), After).AsEnumerable().Select(g => (g.Fact.Grade, g.Standing)));
    }

    [Fact]
    public void Categories_ThatDoNotGoTogether_CannotBeMade()
    {
        Refuses("There is no category", []);
        Refuses("Category `a` is there twice: leave one of them out.", [new("a", Deadline()), new("a", Deadline())]);
        Refuses("Category ` ` has no name: give each category with its rule.", [new(" ", Deadline())]);
        Refuses("Category `b` measures Days from fact.RaisedOn until fact.RoutedOn, and `a` measures Days from fact.RaisedOn until fact.ResolvedOn",
            [
                new("a", Deadline()),
                new("b", new DeadlineRule<Escalation>(Info, Measure.Days<Escalation>(e => e.RaisedOn, e => e.RoutedOn), Days, Escalation.Shape)),
            ]);
    }

    private static Scale Days => new(Band.Lowest("In", Standing.Met).Open(Standing.OnTrack), Band.Above(3, "Out", Standing.Late).Open(Standing.Overdue));

    private static DeadlineRule<Escalation> Deadline() => new(Info, Measure.Days<Escalation>(e => e.RaisedOn, e => e.ResolvedOn), Days, Escalation.Shape);

    private static TierRule<Salary> Paying(params Band[] bands) => new(
        Info, Measure.Ratio<Salary>(s => s.Actual, s => 100), new Scale(bands), Salary.Shape, new Payment<Salary>(s => 1000));

    private static Salary Of(string? grade, decimal actual) => new() { Id = "1", Grade = grade, Actual = actual, Of = Period.Month(2026, 6) };

    private static void Refuses(string message, IEnumerable<KeyValuePair<string, Rule<Escalation>>> rules) => Assert.StartsWith(
        message, Assert.Throws<ArgumentException>(() => new RuleByCategory<Escalation>(Info, e => e.Severity, rules)).Message, StringComparison.Ordinal);

    private sealed record Salary
    {
        public static FactShape<Salary> Shape { get; } = new(s => s.Id) { Period = s => s.Of };

        public required string Id { get; init; }

        public string? Grade { get; init; }

        public decimal? Actual { get; init; }

        public required Period Of { get; init; }
    }

    private sealed record Row
    {
        public string Key { get; init; } = "";

        public string? Level { get; init; }

        public decimal? Done { get; init; }

        public Period Month { get; init; }
    }
}
