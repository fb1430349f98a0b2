using AccountRules.Facts;

namespace AccountRules.Tests.Evaluation;

public sealed class SortedTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);
    private static readonly Policy Policy = new(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100 }));
    private static readonly Period[] Quarters = [Period.Quarter(2026, 1), Period.Quarter(2026, 2), Period.Quarter(2026, 3)];

    [Fact]
    public void Month_OfSortedResults_IsGivenWhenTheNextEmployeeBegins()
    {
        var taken = 0;
        IEnumerable<KpiResult> Live()
        {
            foreach (var employee in new[] { "ann", "ann", "bob", "cy" })
            {
                taken++;
                yield return Result(employee);
            }
        }

        Assert.Equal("ann", Policy.KpiMonth.AssessSorted(Live(), Day).First().Subject);
        Assert.Equal(3, taken);
    }

    [Fact]
    public void Results_NotSortedByEmployee_AreRefusedWithBothNames() =>
        Assert.StartsWith("`ann` comes after `bob`, so the facts are not sorted by subject: sort them ordinally",
            Assert.Throws<ArgumentException>(() => Policy.KpiMonth.AssessSorted([Result("bob"), Result("ann")], Day).Count()).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Account_WithoutARowInAGivenPeriod_LeavesThen() => Assert.Equal(
        [("a", Quarters[0], Movement.Stayed), ("a", Quarters[1], Movement.Left), ("b", Quarters[2], Movement.Entered)],
        Policy.KeyAccount.TrackSorted([Revenue("a", 0), Revenue("b", 2)], Day, Quarters).Select(a => (a.Subject, a.Period!.Value, a.Movement!.Value)));

    [Fact]
    public void Row_OfAPeriodNotGiven_IsRefusedByName() =>
        Assert.StartsWith("Account a has a fact in 2026-Q3, which is not among the periods given: add it to them.",
            Assert.Throws<ArgumentException>(() => Policy.KeyAccount.TrackSorted([Revenue("a", 2)], Day, Quarters[..2]).Count()).Message,
            StringComparison.Ordinal);

    [Fact]
    public void SortedFacts_OfASubjectThatIsDone_AreForgotten()
    {
        var names = new List<WeakReference>();
        IEnumerable<string> Names()
        {
            for (var i = 0; i < 500; i++)
            {
                var name = i.ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
                names.Add(new(name));
                yield return name;
            }
        }

        Forgets(Policy.KpiMonth.AssessSorted(Names().Select(Result), Day));
        names.Clear();
        Forgets(Policy.KeyAccount.TrackSorted(Names().Select(name => Revenue(name, 0)), Day, Quarters));

        void Forgets(IEnumerable<Assessment> assessments)
        {
            var seen = 0;
            foreach (var _ in assessments)
            {
                if (++seen != 400)
                    continue;

                GC.Collect();
                Assert.InRange(names.Count(n => n.IsAlive), 1, 10);
            }

            Assert.InRange(seen, 500, 1_500);
        }
    }

    private static KpiResult Result(string employee) =>
        new() { EmployeeId = employee, Kpi = "calls", Period = Period.Month(2026, 10), Target = 100, Actual = 90 };

    private static AccountRevenue Revenue(string account, int quarter) => new() { AccountId = account, Period = Quarters[quarter], Revenue = 100 };
}
