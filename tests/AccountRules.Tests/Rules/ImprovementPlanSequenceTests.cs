using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>
/// All sequences of what can happen to a plan, day by day: "no termination without a completed plan and a named decision", "a state never skips", and what is
/// closed stays so. Each event may come on any of the days or never, and a decision with all that makes one or without.
/// </summary>
public sealed class ImprovementPlanSequenceTests
{
    private const int Days = 5;

    private static readonly DateOnly Start = Dated.Start;

    /// <summary>What may come of a plan that is open.</summary>
    private static readonly string[] Later =
    [
        "Restored", "TerminationReview", "DecidedToTerminate", "DecidedToRetain", "PlanWithdrawn", "EmployeeLeft", "ImpossibleExtension", "Undetermined",
    ];

    /// <summary>Which states may follow each other from one day to the next; what can be followed by nothing is closed.</summary>
    private static readonly Dictionary<string, string[]> Follows = new()
    {
        ["NotBegun"] = ["Active", .. Later],
        ["Active"] = ["ReviewDue", .. Later],
        ["ReviewDue"] = ["Active", .. Later],
        ["ImpossibleExtension"] = Later,
        ["TerminationReview"] = ["DecidedToTerminate", "DecidedToRetain", "PlanWithdrawn", "EmployeeLeft", "Undetermined"],
        ["Restored"] = ["Undetermined"],
        ["PlanWithdrawn"] = ["Undetermined"],
        ["EmployeeLeft"] = ["Undetermined"],
        ["DecidedToTerminate"] = [],
        ["DecidedToRetain"] = [],
        ["Undetermined"] = ["Undetermined"],
    };

    [Fact]
    public void Plan_ThroughAllSequencesOfEvents_IsTerminatedByANamedPersonAfterCompletionOnlyAndSkipsNothing()
    {
        var rule = Tested.Policy.ImprovementPlan;
        var (plans, decided, seen) = (0, 0, new HashSet<string>());
        foreach (var plan in All())
        {
            plans++;
            var before = "NotBegun";
            for (var day = -1; day <= Days; day++)
            {
                var asOf = Start.AddDays(day);
                var a = rule.Assess(plan, asOf);
                var state = a.Band ?? (a.Standing == Standing.NotApplicable || a.Cause.Code == "ImpossibleExtension" ? a.Cause.Code : "Undetermined");
                if (day < 0)
                {
                    Assert.Equal("NotBegun", state);
                    continue;
                }

                if (state != before && !Follows[before].Contains(state))
                    Assert.Fail($"{before} was followed by {state} on day {day}: {plan}");

                // Only what is said of a decision that is none can still be said of a plan that is over.
                if (Follows[state] is [] or ["Undetermined"] && state != "Undetermined" && !(plan.DecidedOn > asOf) && a.ChangesOn is { } more)
                    Assert.Fail($"{state} on day {day} is to change on {more}: {plan}");

                if (plan.DecidedOn <= asOf && state is not ("DecidedToTerminate" or "DecidedToRetain" or "Undetermined"))
                    Assert.Fail($"A decision is passed over in silence, {state} on day {day}: {plan}");

                if ((plan.WithdrawnOn <= asOf || plan.LeftOn <= asOf) && state is ("Active" or "ReviewDue" or "TerminationReview"))
                    Assert.Fail($"{state} on day {day} of a plan that is over: {plan}");

                if (state is "DecidedToTerminate" or "DecidedToRetain")
                {
                    decided++;
                    var isBelow = plan.Actual <= (plan.ExpectedAbove ?? 0.35m) * plan.Target;
                    Assert.True(
                        plan.CompletedOn <= plan.DecidedOn && plan.DecidedOn <= asOf && isBelow && !string.IsNullOrWhiteSpace(plan.DecidedBy)
                        && plan.Decision == (state == "DecidedToTerminate" ? PlanDecision.Terminate : PlanDecision.Retain)
                        && !(plan.WithdrawnOn < plan.DecidedOn) && !(plan.LeftOn < plan.DecidedOn), $"{state} on day {day}: {plan}");
                }

                seen.Add(state);
                before = state;
            }
        }

        Assert.True(plans == 5 * 17 * 14 * 5 * 4 && decided > 1_000, $"{plans} plans, {decided} days with a decision");
        Assert.Equal(Follows.Keys.Except(["NotBegun"]).Order(), seen.Order());
    }

    /// <summary>Every order in which things happen within the days, several on one day too.</summary>
    private static IEnumerable<ImprovementPlan> All() =>
        from extension in new (DateOnly? To, DateOnly? On)[] { (null, null), (Day(3), null), (Day(3), Day(1)), (Day(3), Day(2)), (Day(0), Day(2)) }
        from completed in Never(0, 1, 2, 3)
        from result in completed is null ? [((decimal?)null, (decimal?)null)] : new (decimal?, decimal?)[] { (20, null), (20, 0.1m), (90, null), (90, 0.95m) }
        from decision in Decisions()
        from withdrawn in Never(-1, 1, 2, 3)
        from left in Never(0, 2, 4)
        select new ImprovementPlan
        {
            EmployeeId = "ann",
            StartedOn = Start,
            EndsOn = Day(1),
            ExtendedTo = extension.To,
            ExtendedOn = extension.On,
            CompletedOn = completed,
            Target = 100,
            Actual = result.Item1,
            ExpectedAbove = result.Item2,
            DecidedOn = decision.On,
            DecidedBy = decision.By,
            Decision = decision.What,
            WithdrawnOn = withdrawn,
            LeftOn = left,
        };

    private static IEnumerable<(DateOnly? On, string? By, PlanDecision? What)> Decisions() =>
    [
        (null, null, null),
        (null, "Dana Cho", PlanDecision.Terminate),
        .. from day in new[] { 1, 2, 4 }
           from said in new (string?, PlanDecision?)[]
           {
               ("Dana Cho", PlanDecision.Terminate), ("Dana Cho", PlanDecision.Retain), (null, PlanDecision.Terminate), ("Dana Cho", null),
           }
           select (Day(day), said.Item1, said.Item2),
    ];

    private static DateOnly?[] Never(params int[] days) => [null, .. days.Select(Day)];

    private static DateOnly? Day(int day) => Start.AddDays(day);
}
