using System.Linq.Expressions;
using AccountRules.Expressions;

namespace AccountRules;

/// <summary>What every rule says that counts days past a due date, with a warning as the date comes near.</summary>
internal static class PastDueRules
{
    /// <summary>The reading that they share.</summary>
    public const string Reading = "Days past the due date, which itself is in time; negative before it. Open, it is at risk from atRiskDays "
        + "days before the due date up to the date itself.";

    /// <summary>What the term of the warning says.</summary>
    public const string AtRiskDays = "How many days before the due date an open one begins to be at risk, up to the date itself.";

    /// <summary>The names of its bands.</summary>
    public static string[] Bands => ["InTime", "DueSoon", "PastDue"];

    /// <summary>Open it is on track, at risk near the due date, and overdue after it; done it is met, or late after it.</summary>
    public static DeadlineRule<TFact> Make<TFact>(
        RuleInfo info, FactShape<TFact> shape, DueDate<TFact> due, Expression<Func<TFact, DateOnly?>> done, int atRiskDays,
        TermList<LevelTerms> levels, DayCount days)
        where TFact : class => new(
            info,
            Measure.DaysPast(due.DateBy(Counting<TFact>.Of(days, shape.Reader)), done, due.Start),
            DeadlineTerms.Within(limit: 0, -atRiskDays, "PastDue", levels),
            shape)
        { Days = days, Guards = due.Guards };
}
