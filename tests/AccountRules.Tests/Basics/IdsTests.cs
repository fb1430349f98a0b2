using AccountRules.Facts;

namespace AccountRules.Tests.Basics;

/// <summary>"Ids are texts without blanks or invisible characters around them, in Unicode's composed form; case counts."</summary>
public sealed class IdsTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    /// <summary>Ids that people read as <c>e1</c>, or as <c>é1</c>.</summary>
    public static TheoryData<string> Unclean =>
        ["e1 ", " e1", "e1\t", "e1\u00a0", "\u200be1", "e1\u200d", "\ufeffe1", "e1\u2007", "e\u03011", "e1\u007f", "e1\ufffd", "", " ", "e1\ufe0f",
        "e\u200b1", "e\u00ad1", "ann\u00a0lee", "e\u20601", "ann\u2009lee"];

    public static TheoryData<string> Clean => ["ann lee", "a\u200cb", "山田\u3000太郎", "e1", "E1", "é1", "Å", "a b", "株式会社", "가", "=1", "x", "😀", "a\u200db"];

    [Theory]
    [MemberData(nameof(Unclean))]
    public void Id_ThatReadsAsAnother_IsAProblem_AndNobodyGroupsByIt(string id)
    {
        Assert.NotNull(Ids.Problem(id));
        var result = Result(id);
        Refuses(() => Policy.Default.KpiMonth.Assess([Result("e1"), result], Day).Count());
        Refuses(() => Policy.Default.KpiMonth.AssessSorted([result], Day).Count());
        Refuses(() => Policy.Default.KeyAccount.Track([new() { AccountId = id, Period = Period.Month(2026, 1), Revenue = 1 }], Day).Count());
        Refuses(() => Achievement.Of([Result("e1"), result]).Count());
        Refuses(() => new Agenda(Day, days: 1).Add(Policy.Default.KpiMonth, [result]));
        Refuses(() => new PolicyMonitor(Policy.Default, Day).Add(result));
        Refuses(() => new PolicyMonitor(Policy.Default, Day).AddRange([Result("e1"), result]));
        Assert.Equal(1, Assert.Single(new PolicyMonitor(Policy.Default, Day).TryAddRange([Result("e1"), result]).Problems).Index);

        void Refuses(Func<object> act) =>
            Assert.Contains(
                $"({id.Length} characters) cannot be told from others by reading: give a text",
                Assert.Throws<ArgumentException>(act).Message,
                StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Clean))]
    public void Id_ThatIsClean_IsTaken(string id)
    {
        Assert.Null(Ids.Problem(id));
        Assert.Equal(id, Assert.Single(Policy.Default.KpiMonth.Assess([Result(id)], Day)).Subject);
        Assert.NotEmpty(new PolicyMonitor(Policy.Default, Day).Add(Result(id)));
    }

    [Fact]
    public void Refusal_ShowsWhatIsUnseen() => Assert.StartsWith(
        "The id `e1\\u200B` (3 characters) cannot be told from others by reading: give a text without blanks or invisible characters around it.",
        Assert.Throws<ArgumentException>(() => Policy.Default.KpiMonth.Assess([Result("e1\u200b")], Day).Count()).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Collector_ThatHasRefusedAFact_GoesOnWithoutIt()
    {
        var months = Policy.Default.KpiMonth.Collect(Day);
        months.Add(Result("e1"));
        Assert.Throws<ArgumentException>(() => months.Add(Result("e1 ")));
        Assert.Equal("e1", Assert.Single(months.Assess()).Subject);
        var track = Policy.Default.KeyAccount.CollectTrack(Day);
        Assert.Throws<ArgumentException>(() => track.Add(new() { AccountId = "A ", Period = Period.Month(2026, 1), Revenue = 1 }));
        Assert.Empty(track.Assess());
    }

    [Fact]
    public void Part_ThatReadsAsAnother_IsRefusedByTheMonitor() => Assert.Contains(
        "`calls\\u00A0`".Replace("\\u00A0", "\u00a0", StringComparison.Ordinal),
        Assert.Throws<ArgumentException>(() => new PolicyMonitor(Policy.Default, Day).Add(Result("e1") with { Kpi = "calls\u00a0" })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Case_Counts() => Assert.Equal(["E1", "e1"], Policy.Default.KpiMonth.Assess([Result("e1"), Result("E1")], Day).Select(m => m.Subject));

    [Fact]
    public void Check_OfACleanId_AllocatesNothing()
    {
        string[] ids = ["e1", "employee-0000042", "Müller & Söhne", "株式会社"];
        Assert.Equal(0, Allocations.Of(() =>
        {
            foreach (var id in ids)
                _ = Ids.Problem(id);
        }));
    }

    private static KpiResult Result(string employee) =>
        new() { EmployeeId = employee, Kpi = "calls", Period = Period.Month(2026, 1), Target = 100, Actual = 90 };
}
