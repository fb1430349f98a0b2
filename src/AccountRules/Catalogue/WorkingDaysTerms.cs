namespace AccountRules;

/// <summary>
/// The calendars of a policy. A deadline whose terms name one counts its working days; where they name none, calendar days. The documents name none.
/// Immutable; equal by value.
/// </summary>
public sealed record WorkingDaysTerms
{
    /// <summary>The section of the policy document.</summary>
    internal static TermSection<WorkingDaysTerms> Section { get; } = new TermSection<WorkingDaysTerms>("workingDays", new())
        .Sections(
            "calendars", "The calendars of working days that deadlines may count by.", t => t.Calendars, (t, calendars) => t with { Calendars = calendars },
            CalendarTerms.Section)
        .Checked((t, problems) =>
        {
            for (var i = 0; i < t.Calendars.Count; i++)
            {
                problems.CheckName(t.Calendars[i].Name, t.Calendars.Take(i).Select(c => c.Name), $"calendars[{i}].name", "calendar");
                t.Calendars[i].Check(problems, $"calendars[{i}]");
            }
        });

    /// <summary>The calendars, each with a name of its own; none unless given.</summary>
    public TermList<CalendarTerms> Calendars { get; init; } = [];
}

/// <summary>The working days of a policy.</summary>
public static class WorkingDaysPolicy
{
    extension(PolicyTerms terms)
    {
        /// <summary>The calendars of the policy.</summary>
        public WorkingDaysTerms WorkingDays => terms.Of(WorkingDaysTerms.Section);
    }

    extension(Policy policy)
    {
        /// <summary>How a deadline counts days by a calendar of the policy; facts may name another of its calendars.</summary>
        /// <param name="calendar">The calendar's name; <c>null</c> for calendar days, whatever facts name.</param>
        /// <exception cref="ArgumentException">The policy has no such calendar; the message says which it has.</exception>
        public DayCount DaysBy(string? calendar) => policy.DaysByName(calendar);
    }
}
