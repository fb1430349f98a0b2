using System.Linq.Expressions;
using AccountRules.Expressions;
using AccountRules.Facts;

namespace AccountRules;

/// <summary>
/// The terms of <c>registry-closure</c>: a Master Action Registry item is closed within 30 to 60 days of being added, with a focus on the Q2 and Q3
/// registries (expectations 4). Immutable; equal by value.
/// </summary>
public sealed record RegistryClosureTerms
{
    /// <summary>The last day on which closing an item is on target; the day itself is in. From 0 to 3660; 30 unless given.</summary>
    public int TargetDays { get; init; } = 30;

    /// <summary>
    /// The last day on which closing an item is within the window; the day itself is in. Above <see cref="TargetDays"/>, up to 3660; 60 unless given.
    /// </summary>
    public int LimitDays { get; init; } = 60;

    /// <summary>
    /// The name of the calendar (<see cref="WorkingDaysTerms"/>) by whose working days it counts, where a fact names none; calendar days unless given.
    /// </summary>
    public string? Calendar { get; init; }

    /// <summary>The levels of escalation past the limit, ascending; none unless given.</summary>
    public TermList<LevelTerms> Levels { get; init; } = [];

    /// <summary>The month, 1 to 12, in which quarter 1 begins; 1 unless given.</summary>
    public int FiscalYearStartMonth { get; init; } = 1;

    /// <summary>The quarters, 1 to 4 and each once, whose items are in focus; quarters 2 and 3 unless given.</summary>
    public TermList<int> FocusQuarters { get; init; } = [2, 3];
}

/// <summary>Declares <c>registry-closure</c>: a Master Action Registry item is closed within 30 to 60 days of being added (expectations 4).</summary>
public static class RegistryClosureDeclaration
{
    private const string FocusName = "focus";

    /// <summary>The section of the policy document.</summary>
    public static TermSection<RegistryClosureTerms> Section { get; } = new TermSection<RegistryClosureTerms>("registryClosure", new())
        .Whole(
            "targetDays", "The last day, counted from adding the item, on which closing it is on target.", t => t.TargetDays,
            (t, days) => t with { TargetDays = days }, min: 0, max: 3660)
        .Whole(
            "limitDays", "The last day on which closing it is within the window; above targetDays.", t => t.LimitDays,
            (t, days) => t with { LimitDays = days }, min: 1, max: 3660)
        .Calendar(t => t.Calendar, (t, name) => t with { Calendar = name })
        .Levels(t => t.Levels, (t, levels) => t with { Levels = levels }, "OnTarget", "WithinWindow", "Breach")
        .Whole(
            "fiscalYearStartMonth", "The month, 1 to 12, in which quarter 1 begins.", t => t.FiscalYearStartMonth,
            (t, month) => t with { FiscalYearStartMonth = month }, min: 1, max: 12)
        .Wholes(
            "focusQuarters", "The quarters whose items are in focus.", t => t.FocusQuarters, (t, quarters) => t with { FocusQuarters = quarters }, min: 1,
            max: 4)
        .Checked(Check);

    /// <summary>The rule.</summary>
    public static RuleDeclaration<DeadlineRule<RegistryItem>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("registry-closure")
        {
            Title = "Registry closure",
            Says = "A Master Action Registry item is closed within 30 to 60 days of being added, with a focus on closing the Q2 and Q3 registries on time.",
            Reading = "30 days are the target and 60 the limit; both days themselves are in. Items added in a focus quarter carry the focus mark.",
            Noun = "Registry item",
            Citation = new("expectations", "4"),
        },
        Section,
        (info, terms, policy) => new DeadlineRule<RegistryItem>(
            info,
            Measure.Days<RegistryItem>(i => i.AddedOn, i => i.ClosedOn),
            new Scale(
            [
                Band.Lowest("OnTarget", Standing.Met).Open(Standing.OnTrack),
                Band.Above(terms.TargetDays, "WithinWindow", Standing.Met).Open(Standing.AtRisk),
                .. DeadlineTerms.Past(terms.LimitDays, "Breach", terms.Levels),
            ]),
            RegistryItem.Shape)
        { Days = policy.DaysBy(terms.Calendar), Details = [new(FocusName, AddedInFocus(terms))] });

    extension(Policy policy)
    {
        /// <summary>A Master Action Registry item is closed within 30 to 60 days of being added (expectations 4).</summary>
        public DeadlineRule<RegistryItem> RegistryClosure => policy.Rule(Rule);
    }

    extension(PolicyTerms terms)
    {
        /// <summary>The terms of <c>registry-closure</c>.</summary>
        public RegistryClosureTerms RegistryClosure => terms.Of(Section);
    }

    extension(Assessment assessment)
    {
        /// <summary>Whether a registry item was added in a focus quarter; <c>null</c> under other rules.</summary>
        public bool? Focus => (bool?)assessment.Detail(FocusName);
    }

    private static void Check(RegistryClosureTerms terms, TermProblems problems)
    {
        if (terms.LimitDays <= terms.TargetDays)
            problems.AddBeside("limitDays", terms.LimitDays, "above", "targetDays", terms.TargetDays);

        for (var i = 1; i < terms.FocusQuarters.Count; i++)
        {
            if (terms.FocusQuarters.Take(i).Contains(terms.FocusQuarters[i]))
                problems.Add($"focusQuarters[{i}]", $"{terms.FocusQuarters[i]} again", "each quarter once");
        }
    }

    /// <summary><c>i.AddedOn.Value.Month</c> is one of the focus quarters' months, written out so that any LINQ provider takes it.</summary>
    private static Expression<Func<RegistryItem, object?>> AddedInFocus(RegistryClosureTerms terms)
    {
        Expression<Func<RegistryItem, DateOnly?>> added = i => i.AddedOn;
        var month = Expression.Property(Tree.ValueOf(added.Body), nameof(DateOnly.Month));
        var isInFocus = Enumerable.Range(1, 12)
            .Where(m => terms.FocusQuarters.Contains((m - terms.FiscalYearStartMonth + 12) % 12 / 3 + 1))
            .Select(m => (Expression)Expression.Equal(month, Expression.Constant(m)))
            .Aggregate((Expression)Expression.Constant(false), Expression.OrElse);
        var focus = Expression.AndAlso(Expression.Not(Tree.IsNull(added.Body)), isInFocus);
        return Expression.Lambda<Func<RegistryItem, object?>>(Expression.Convert(focus, typeof(object)), added.Parameters);
    }
}
