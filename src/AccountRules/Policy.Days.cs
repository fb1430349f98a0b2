namespace AccountRules;

/// <content>The calendars by which the policy counts working days.</content>
public partial class Policy
{
    private IReadOnlyList<WorkingCalendar> Calendars => field ??= [.. Terms.WorkingDays.Calendars.Select(c => c.Made)];

    internal DayCount DaysByName(string? calendar)
    {
        if (calendar is null)
            return DayCount.CalendarDays;

        return Calendars.FirstOrDefault(c => string.Equals(c.Name, calendar, StringComparison.Ordinal)) is { } standard
            ? DayCount.Working(standard, Calendars)
            : throw new ArgumentException(
                $"Policy {this} has no calendar `{calendar}`: "
                + (Calendars.Count > 0 ? $"it has {string.Join(", ", Calendars.Select(c => c.Name))}." : "add it to `workingDays`."),
                nameof(calendar));
    }
}
