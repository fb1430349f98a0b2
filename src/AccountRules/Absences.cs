using AccountRules.Facts;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// The excused absences of employees, for a roll-up over their periods: <c>policy.KpiMonth.Excusing(new Absences(rows))</c>. Absences of one employee may touch
/// and overlap: what counts is which days are excused. Immutable and safe for use by many threads.
/// </summary>
public sealed class Absences
{
    private readonly Dictionary<string, (int First, int Last)[]> byEmployee;
    private readonly HashSet<string> unreadable = new(StringComparer.Ordinal);
    private readonly bool isAnyUnreadable;

    /// <summary>Takes the absences; choose restated ones before, by <see cref="KnownFacts"/>.</summary>
    /// <param name="absences">The absences, in any order.</param>
    /// <exception cref="ArgumentException">
    /// Some cannot be used: an id is not clean (see <see cref="Ids"/>), a first or a last day is missing, or the last is before the first. The message has a
    /// line for each: a day that is not known excuses nothing by guess.
    /// </exception>
    public Absences(params IEnumerable<Absence> absences)
    {
        ArgumentNullException.ThrowIfNull(absences);
        Absence[] all = [.. absences];
        string[] faults = [.. all.Select(Fault).OfType<string>()];
        if (faults.Length > 0)
        {
            throw new ArgumentException(
                $"The absences cannot be used:{string.Concat(faults.Select(fault => $"{Environment.NewLine}  {fault}"))}", nameof(absences));
        }

        byEmployee = all.GroupBy(a => a.EmployeeId, StringComparer.Ordinal).ToDictionary(
            own => own.Key, own => Joined(own.Select(a => (a.From!.Value.DayNumber, a.Until!.Value.DayNumber)).Order()), StringComparer.Ordinal);
    }

    private Absences(Absences others, IEnumerable<string?> unreadable)
    {
        byEmployee = others.byEmployee;
        this.unreadable.UnionWith(others.unreadable);
        isAnyUnreadable = others.isAnyUnreadable;
        foreach (var employee in unreadable)
        {
            if (employee is null)
                isAnyUnreadable = true;
            else
                this.unreadable.Add(employee);
        }
    }

    /// <summary>
    /// The same absences, beside rows that could not be read: what such a row excuses is not known, so that each period of its employee is undetermined by
    /// <see cref="Cause.Unreadable"/>.
    /// </summary>
    /// <param name="employees">Whose rows they are; <c>null</c> where that cannot be read either, so that it may be anybody's.</param>
    public Absences WithUnreadable(params IEnumerable<string?> employees)
    {
        ArgumentNullException.ThrowIfNull(employees);
        return new(this, employees);
    }

    /// <summary>Whether an employee is excused on each day of a period.</summary>
    /// <param name="employee">The employee's id.</param>
    /// <param name="period">The period.</param>
    public bool Excuse(string employee, Period period)
    {
        ArgumentNullException.ThrowIfNull(employee);
        return period != default && Cover(employee, period.FirstDay, period.LastDay);
    }

    /// <summary>Whether there are days between two periods, and an employee is excused on each of them.</summary>
    internal bool Bridge(string employee, Period earlier, Period later) =>
        later.FirstDay - 1 > earlier.LastDay && Cover(employee, earlier.LastDay + 1, later.FirstDay - 1);

    /// <summary>Whether a row of the employee's could not be read.</summary>
    internal bool MayBeUnreadable(string employee) => isAnyUnreadable || unreadable.Contains(employee);

    private bool Cover(string employee, int first, int last) =>
        byEmployee.TryGetValue(employee, out var own) && Array.Exists(own, days => days.First <= first && last <= days.Last);

    /// <summary>Days that touch or overlap are one stretch.</summary>
    private static (int First, int Last)[] Joined(IEnumerable<(int First, int Last)> ordered)
    {
        List<(int First, int Last)> joined = [];
        foreach (var days in ordered)
        {
            if (joined.Count > 0 && days.First <= joined[^1].Last + 1)
                joined[^1] = (joined[^1].First, Math.Max(joined[^1].Last, days.Last));
            else
                joined.Add(days);
        }

        return [.. joined];
    }

    private static string? Fault(Absence absence) => absence switch
    {
        null => "One is null: leave it out.",
        { EmployeeId: null } => "One has no employee: say whose it is.",
        _ when Ids.Fault(absence.EmployeeId) is { } fault => fault,
        { From: null } => $"One of {absence.EmployeeId} has no first day: say it.",
        { Until: null } => $"One of {absence.EmployeeId} from {Texts.Date(absence.From.Value)} has no last day: say the last one so far.",
        _ => absence.Until < absence.From
            ? $"One of {absence.EmployeeId} is from {Texts.Date(absence.From.Value)} until {Texts.Date(absence.Until.Value)}, which is before it."
            : null,
    };
}
