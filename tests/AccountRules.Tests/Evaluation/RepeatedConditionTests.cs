using System.Linq.Expressions;

namespace AccountRules.Tests.Evaluation;

/// <summary>What several guards and transitions ask of a date is asked once, and comes to the same as asked in each.</summary>
public sealed class RepeatedConditionTests
{
    private static readonly DateOnly Day = new(2028, 2, 29);
    private static readonly DateOnly?[] Dates = [null, DateOnly.MinValue, Day.AddDays(-1), Day, Day.AddDays(1), DateOnly.MaxValue];

    private static readonly Cause Unplanned = Cause.Of(nameof(Unplanned), "was made and not planned");
    private static readonly Cause CalledFirst = Cause.Of(nameof(CalledFirst), "was called for before it was made");
    private static readonly Cause Early = Cause.Of(nameof(Early), "was made before it was planned");
    private static readonly Cause CalledTooSoon = Cause.Of(nameof(CalledTooSoon), "was called for before it was planned, and is not made");
    private static readonly Cause Uncalled = Cause.NotApplicable(nameof(Uncalled), "was neither made nor called for");

    private static readonly LifecycleRule<Visit> Rule = new(
        new("visit"),
        new(
            [
                new("Planned", Standing.OnTrack, "is planned"), new("Made", Standing.Met, "was made"), new("Late", Standing.Late, "was made late"),
                new("Overdue", Standing.Overdue, "is overdue"),
            ],
            [
                new("Planned", (v, asOf) => v.MadeOn <= asOf && v.MadeOn > v.LastOn, "Late"),
                new("Planned", (v, asOf) => v.MadeOn <= asOf, "Made"),
                new("Planned", (v, asOf) => v.PlannedOn != null && !(v.MadeOn <= asOf) && asOf > v.LastOn, "Overdue"),
            ]),
        new(v => $"{v.PlannedOn} {v.MadeOn} {v.CalledOn}"))
    {
        Guards =
        [
            new((v, asOf) => v.PlannedOn == null && v.MadeOn <= asOf, Unplanned),
            new((v, asOf) => v.MadeOn <= asOf && v.CalledOn < v.MadeOn, CalledFirst),
            new((v, asOf) => (v.CalledOn == null || v.MadeOn <= asOf) && v.MadeOn < v.PlannedOn, Early),
            new((v, asOf) => v.CalledOn != null && !(v.MadeOn <= asOf) && v.CalledOn < v.PlannedOn, CalledTooSoon),
            new((v, asOf) => !(v.MadeOn <= asOf) && (v.CalledOn > asOf || v.CalledOn == null), Uncalled),
        ],
    };

    private const int Rounds = 4;

    /// <summary>A rule whose guards ask for the day of each step in every round.</summary>
    private static readonly LifecycleRule<Steps> Many = new(
        new("steps"),
        new([new("Open", Standing.OnTrack, "is open"), new("Done", Standing.Met, "is done")], [new("Open", (s, asOf) => s.Round < 0, "Done")]),
        new(s => $"{s.Round}"))
    {
        Guards =
        [
            .. from round in Enumerable.Range(0, Rounds)
               from step in Enumerable.Range(0, Steps.Many)
               select new Guard<Steps>((s, asOf) => s.Days[step] <= asOf && s.Round == round, Early),
        ],
    };

    private static (Cause, Standing) Expected(Visit visit, DateOnly asOf)
    {
        var isMade = visit.MadeOn is { } made && made <= asOf;
        if (isMade && visit.PlannedOn is null)
            return (Unplanned, Standing.Undetermined);

        if (isMade && visit.CalledOn is { } called && called < visit.MadeOn!.Value)
            return (CalledFirst, Standing.Undetermined);

        if ((isMade || visit.CalledOn is null) && visit is { MadeOn: { } on, PlannedOn: { } planned } && on < planned)
            return (Early, Standing.Undetermined);

        if (!isMade)
        {
            if (visit.CalledOn < visit.PlannedOn)
                return (CalledTooSoon, Standing.Undetermined);

            return visit.CalledOn is not { } call || call > asOf ? (Uncalled, Standing.NotApplicable)
                : (Cause.None, visit.PlannedOn is { } last && asOf > last ? Standing.Overdue : Standing.OnTrack);
        }

        return (Cause.None, visit.MadeOn > visit.PlannedOn ? Standing.Late : Standing.Met);
    }

    [Fact]
    public void Visits_OfAnyDates_StandAsTheirGuardsSayOneAfterTheOther()
    {
        Visit[] visits = [.. from planned in Dates from made in Dates from called in Dates select new Visit(planned, made, called)];
        var verdicts = new Verdict[visits.Length];
        foreach (var asOf in Dates.OfType<DateOnly>())
        {
            var expected = visits.Select(visit => Expected(visit, asOf)).ToArray();
            Assert.Equal(expected, visits.Select(visit => Rule.Judge(visit, asOf)).Select(verdict => (verdict.Cause, verdict.Standing)));

            Rule.Judge(visits, asOf, verdicts);
            Assert.Equal(expected, verdicts.Select(verdict => (verdict.Cause, verdict.Standing)));
        }
    }

    [Fact]
    public void Visit_UntilItChanges_StandsAsItDid()
    {
        foreach (var visit in from planned in Dates from made in Dates from called in Dates select new Visit(planned, made, called))
        {
            var changesOn = Rule.Assess(visit, Day.AddDays(-3)).ChangesOn ?? DateOnly.MaxValue;
            for (var asOf = Day.AddDays(-3); asOf < Day.AddDays(4); asOf = asOf.AddDays(1))
            {
                Assert.True(
                    asOf >= changesOn || Expected(visit, asOf) == Expected(visit, Day.AddDays(-3)),
                    $"{visit.PlannedOn} {visit.Made} {visit.CalledOn} on {asOf}");
            }

            if (changesOn < DateOnly.MaxValue)
                Assert.NotEqual(Expected(visit, changesOn.AddDays(-1)), Expected(visit, changesOn));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(null)]
    public void Date_ThatGuardsAndTransitionsAskFor_IsReadOnce(int? made)
    {
        Visit visit = new(Day, made is { } days ? Day.AddDays(days) : null, Day);
        Assert.Equal(Standing.OnTrack, Rule.Judge(visit, Day).Standing);
        Assert.Equal(1, visit.Reads);
    }

    [Fact]
    public void ManyDates_ThatManyGuardsAskFor_AreNotWrittenOutForAllTheirAnswers()
    {
        Assert.InRange(Nodes.In(Many.ExpressionInMemory), Nodes.In(Many.Expression) + 1, 32 * Nodes.In(Many.Expression));
        for (var last = 0; last < Steps.Many; last++)
        {
            var steps = new Steps { Round = last % Rounds };
            Assert.Equal(Standing.OnTrack, Many.Judge(steps, Day).Standing);

            steps.Days[last] = Day;
            Assert.Equal((Standing.OnTrack, Standing.Undetermined), (Many.Judge(steps, Day.AddDays(-1)).Standing, Many.Judge(steps, Day).Standing));
        }
    }

    /// <summary>A host's own fact. Its last date can only be asked for where it is planned.</summary>
    public sealed record Visit(DateOnly? PlannedOn, DateOnly? Made, DateOnly? CalledOn)
    {
        public int Reads { get; set; }

        public DateOnly? MadeOn
        {
            get
            {
                Reads++;
                return Made;
            }
        }

        public DateOnly LastOn => PlannedOn!.Value;
    }

    /// <summary>A host's own fact, with the days of many steps.</summary>
    public sealed record Steps
    {
        public const int Many = 12;

        public DateOnly?[] Days { get; } = new DateOnly?[Many];

        public int Round { get; init; }
    }

    private sealed class Nodes : ExpressionVisitor
    {
        private int count;

        public static int In(Expression expression)
        {
            var nodes = new Nodes();
            nodes.Visit(expression);
            return nodes.count;
        }

        public override Expression? Visit(Expression? node)
        {
            count++;
            return base.Visit(node);
        }
    }
}
