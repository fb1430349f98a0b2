using System.Linq.Expressions;

namespace AccountRules.Tests.Evaluation;

/// <summary>A date that may be missing is compared as C# compares it, in every form of the comparison and at both ends of the calendar.</summary>
public sealed class MissingDateTests
{
    private static readonly DateOnly Day = new(2028, 2, 29);
    private static readonly DateOnly?[] Dates = [null, DateOnly.MinValue, Day.AddDays(-1), Day, Day.AddDays(1), DateOnly.MaxValue];
    private static readonly Visit[] Visits =
        [.. from planned in Dates from made in Dates from called in Dates select new Visit { PlannedOn = planned, MadeOn = made, CalledOn = called }];

    public static TheoryData<Expression<Func<Visit, DateOnly, bool>>> Conditions =>
    [
        (v, asOf) => v.PlannedOn < asOf,
        (v, asOf) => v.PlannedOn <= asOf,
        (v, asOf) => v.PlannedOn > asOf,
        (v, asOf) => v.PlannedOn >= asOf,
        (v, asOf) => asOf < v.PlannedOn,
        (v, asOf) => asOf <= v.PlannedOn,
        (v, asOf) => asOf > v.PlannedOn,
        (v, asOf) => asOf >= v.PlannedOn,
        (v, asOf) => !(v.PlannedOn <= asOf),
        (v, asOf) => !(asOf < v.PlannedOn),
        (v, asOf) => v.PlannedOn == asOf,
        (v, asOf) => v.PlannedOn != asOf,
        (v, asOf) => v.PlannedOn != null && v.PlannedOn.Value < asOf,
        (v, asOf) => v.PlannedOn != null && asOf <= v.MadeOn,
        (v, asOf) => v.PlannedOn != null && asOf > v.PlannedOn.Value.AddDays(0),
        (v, asOf) => v.PlannedOn != null && v.PlannedOn.Value < v.LastOn,
        (v, asOf) => v.MadeOn != null && (v.PlannedOn != null && v.MadeOn.Value < asOf),
        (v, asOf) => v.MadeOn < v.PlannedOn,
        (v, asOf) => v.MadeOn >= v.PlannedOn && v.CalledOn <= asOf,
        (v, asOf) => v.MadeOn == null || v.CalledOn <= asOf,
        (v, asOf) => v.MadeOn != null ? v.MadeOn > asOf : v.CalledOn > asOf,
        (v, asOf) => v.CalledOn < new DateOnly(2028, 2, 29) && !(v.PlannedOn >= asOf),
        (v, asOf) => v.CalledOn == v.MadeOn,
    ];

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Condition_OfAnyDates_HoldsWhereItDoesInCSharp(Expression<Func<Visit, DateOnly, bool>> condition)
    {
        var holds = condition.Compile();
        var rule = new LifecycleRule<Visit>(
            new("visit"),
            new([new("No", Standing.OnTrack, "does not"), new("Yes", Standing.Met, "does")], [new("No", condition, "Yes")]),
            new(v => $"{v.PlannedOn} {v.MadeOn} {v.CalledOn}"));
        foreach (var asOf in Dates.OfType<DateOnly>())
        {
            var expected = Visits.Select(visit => holds(visit, asOf) ? Standing.Met : Standing.OnTrack).ToArray();
            Assert.Equal(expected, Visits.Select(visit => rule.Judge(visit, asOf).Standing));
            var verdicts = new Verdict[Visits.Length];
            rule.Judge(Visits, asOf, verdicts);
            Assert.Equal(expected, verdicts.Select(verdict => verdict.Standing));
            Assert.Equal(expected.Count(standing => standing == Standing.Met), rule.CountByStanding(Visits, asOf)[Standing.Met]);
        }
    }

    /// <summary>A host's own fact. Its last date can only be asked for where it is planned.</summary>
    public sealed record Visit
    {
        public DateOnly? PlannedOn { get; init; }

        public DateOnly? MadeOn { get; init; }

        public DateOnly? CalledOn { get; init; }

        public DateOnly LastOn => PlannedOn!.Value;

        // More than two lines of a processor's cache, as the library's larger facts have.
        public (decimal, decimal, decimal, decimal, decimal, decimal, decimal, decimal, decimal, decimal) Others { get; init; }
    }
}
