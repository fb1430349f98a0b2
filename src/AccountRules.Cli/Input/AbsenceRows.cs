using AccountRules.Cli.Assessing;
using AccountRules.Facts;

namespace AccountRules.Cli.Input;

/// <summary>
/// Reads the files of absences, which stand beside the facts. A row that is not fit is rejected like a row of facts; what it excuses is not known, so that the
/// periods of its employee are undetermined.
/// </summary>
internal sealed class AbsenceRows
{
    private static readonly FactColumns<Absence> Columns = new(Absence.Shape);

    private AbsenceRows(Absence[] rows, IReadOnlyCollection<string?> unreadable) =>
        (Rows, AreAll, All) = (rows, unreadable.Count == 0, new Absences(rows).WithUnreadable(unreadable));

    /// <summary>The name of the files.</summary>
    public static string Kind => Absence.Shape.Name;

    /// <summary>What help says of them.</summary>
    public static string Notes =>
        "Absences, beside the facts, excuse an employee, both days included: a period of KPI results that is excused on all of its days neither\n"
        + $"counts in kpi-month nor breaks its streak:\n  {Kind,-17} {string.Join(", ", Columns.All.Select(c => c.IsOptional ? $"[{c.Name}]" : c.Name))}\n";

    /// <summary>The absences.</summary>
    public Absences All { get; }

    /// <summary>The rows that count.</summary>
    public IReadOnlyList<Absence> Rows { get; }

    /// <summary>Says that absences are of nobody who has results, so that they excuse nothing; <c>null</c> where all are of somebody.</summary>
    /// <param name="employees">Those who have results.</param>
    public string? Unmatched(IReadOnlySet<string> employees)
    {
        string[] nobody = [.. Rows.Select(row => row.EmployeeId).Where(id => !employees.Contains(id)).Distinct(StringComparer.Ordinal)];
        return nobody.Length == 0 ? null
            : $"{Kind}: nobody with KPI results has the id {string.Join(", ", nobody.Take(3).Select(Shown.Value))}"
                + $"{(nobody.Length > 3 ? $" and {Shown.Count(nobody.Length - 3)} more" : "")}: {(nobody.Length == 1 ? "it excuses" : "they excuse")} nothing.";
    }

    /// <summary>Whether all rows could be read.</summary>
    public bool AreAll { get; }

    /// <summary>Reads the absences of all files; <c>null</c> where there is no file of them.</summary>
    /// <param name="files">All files of the run.</param>
    /// <param name="run">The run.</param>
    public static AbsenceRows? Read(IEnumerable<FactFile> files, FactRun run)
    {
        FactFile[] own = [.. files.Where(f => f.Kind == Kind)];
        if (own.Length == 0)
            return null;

        var (rows, unreadable, read) = (new List<Absence>(), new HashSet<string?>(StringComparer.Ordinal), Columns.Reader(pooled: subject => subject));
        foreach (var file in own)
        {
            if (!run.Read(file, Columns.All, Take))
                unreadable.Add(null);
        }

        Absence[] counted = [.. Absence.Shape.AsKnownOn(rows, own[0].KnownOn ?? DateOnly.MaxValue)];
        if (counted.Length < rows.Count)
            run.Tell($"{Kind}: {Shown.Count(counted.Length)} of {Shown.Count(rows.Count)} rows count; the others are not known yet, or superseded.");

        return new(counted, unreadable);

        void Take(Row row)
        {
            var absence = read(row);
            if (!row.IsRejected && absence.From is null)
                row.Reject(nameof(Absence.From), "nothing", "a date: days that are not known excuse nothing");
            else if (!row.IsRejected && absence.Until is null)
                row.Reject(nameof(Absence.Until), "nothing", "a date, the last one so far where the absence goes on");
            else if (!row.IsRejected && absence.Until < absence.From)
                row.Reject(nameof(Absence.Until), $"`{absence.Until:O}`", $"the first day, {absence.From:O}, or later");

            if (!row.IsRejected)
                rows.Add(absence);
            else
                unreadable.Add(row.HasRejected(Columns.Subject) || !row.IsInPlace(Columns.Subject) ? null : absence.EmployeeId);
        }
    }

    /// <summary>The rule, which excuses the absences where it counts results of employees.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">The rule.</param>
    /// <param name="absences">The absences; <c>null</c> where there are none.</param>
    public static RollUpRule<TFact> Over<TFact>(RollUpRule<TFact> rule, AbsenceRows? absences)
        where TFact : class => absences is not null && typeof(TFact) == typeof(KpiResult) ? rule.Excusing(absences.All) : rule;
}
