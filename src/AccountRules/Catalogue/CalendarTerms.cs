using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// A calendar of working days, as the policy states it: which days of the week are none, and which dates. Immutable; equal by value.
/// </summary>
public sealed record CalendarTerms
{
    internal static TermSection<CalendarTerms> Section { get; } = new TermSection<CalendarTerms>("calendar", new() { Name = "" })
        .Text("name", "The calendar's name, by which rules and facts choose it.", t => t.Name, (t, name) => t with { Name = name! }, isRequired: true)
        .Text(
            "version", "The version of its list of holidays, told with each answer.", t => t.Version, (t, version) => t with { Version = version },
            isOptional: true)
        .And(new ChoicesTerm<CalendarTerms, DayOfWeek>(
            "weekend", "The days of the week on which nobody works.", t => t.Weekend, (t, days) => t with { Weekend = days })
        { IsList = true })
        .And(new ListTerm<CalendarTerms, DateOnly>(
            "holidays", TermKind.Date, "The dates on which nobody works.", t => t.Holidays, (t, dates) => t with { Holidays = dates })
        { IsList = true })
        .Date(
            "from", "The first date that the calendar knows; the first day of the first holiday's year unless given.", t => t.From,
            (t, date) => t with { From = date })
        .Date(
            "until", "The last date that it knows; the last day of the last holiday's year unless given.", t => t.Until, (t, date) => t with { Until = date });

    /// <summary>The calendar's name, by which rules and facts choose it; compared letter by letter.</summary>
    public required string Name { get; init; }

    /// <summary>The version of its list of holidays, which reasons and records tell; none unless given.</summary>
    public string? Version { get; init; }

    /// <summary>The days of the week on which nobody works; Saturday and Sunday unless given. None is a week of seven working days.</summary>
    public TermList<DayOfWeek> Weekend { get; init; } = [DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>The dates on which nobody works; one on a weekend changes nothing. None unless given.</summary>
    public TermList<DateOnly> Holidays { get; init; } = [];

    /// <summary>
    /// The first date that the calendar knows. Of days outside of it nothing is said: facts that need one are undetermined. Unless given, the first day of the
    /// first holiday's year; 1900-01-01 where there is no holiday.
    /// </summary>
    public DateOnly? From { get; init; }

    /// <summary>
    /// The last date that the calendar knows. Unless given, the last day of the last holiday's year; 2199-12-31 where there is no holiday.
    /// </summary>
    public DateOnly? Until { get; init; }

    /// <summary>The calendar, ready to count.</summary>
    internal WorkingCalendar Made => new(Name, Weekend, Holidays, From, Until) { Version = Version };

    /// <summary>Adds what is wrong with the calendar.</summary>
    /// <param name="problems">Takes it.</param>
    /// <param name="path">Where the calendar stands in its section.</param>
    internal void Check(TermProblems problems, string path)
    {
        const int mostYears = 1000;
        var (first, last) = WorkingCalendar.Bounds(Holidays, From, Until);
        if (first > last)
        {
            if (Until is null)
                problems.Add($"{path}.from", Texts.Date(first), $"a date up to {Texts.Date(last)}, the last that the calendar knows; or give `until` too");
            else
                problems.Add($"{path}.until", Texts.Date(last), $"a date from {Texts.Date(first)} on, the first that the calendar knows", $"{path}.from");
        }
        else if (last.Year - first.Year > mostYears)
        {
            problems.Add(
                $"{path}.until", Texts.Date(last), $"at most {mostYears} years after the first date that it knows, {Texts.Date(first)}", $"{path}.from");
        }

        if (Version is { } version && (string.IsNullOrWhiteSpace(version) || version.Trim().Length < version.Length))
            problems.Add($"{path}.version", $"`{Visible.Text(version)}`", "a text without blanks around it, or no version");

        if (Weekend.Distinct().Count() == 7)
            problems.Add($"{path}.weekend", "all days of the week", "at least one working day in a week");

        for (var i = 0; i < Weekend.Count; i++)
        {
            if (Weekend.Take(i).Contains(Weekend[i]))
                problems.Add($"{path}.weekend[{i}]", $"{Weekend[i]} again", "each day of the week once");
        }

        HashSet<DateOnly> seen = [];
        for (var i = 0; i < Holidays.Count; i++)
        {
            if (!seen.Add(Holidays[i]))
                problems.Add($"{path}.holidays[{i}]", $"{Texts.Date(Holidays[i])} again", "each date once");
            else if (first <= last && (Holidays[i] < first || Holidays[i] > last))
                problems.Add($"{path}.holidays[{i}]", Texts.Date(Holidays[i]), $"a date from {Texts.Date(first)} to {Texts.Date(last)}, which it knows");
        }
    }
}
