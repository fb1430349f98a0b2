using System.Globalization;

namespace AccountRules.Tests.Samples;

/// <summary>A row of a file, by its columns; what is blank is empty.</summary>
internal sealed class PayrollRow(string[] columns, string[] values)
{
    public string this[string column] => values[Array.IndexOf(columns, column)];

    public string Employee => this["EmployeeId"];

    public static PayrollRow[] Read(string folder, string file)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, file));
        return [.. lines.Skip(1).Select(line => new PayrollRow(lines[0].Split(','), line.Split(',')))];
    }

    /// <summary>Of rows that say the same thing the last that was known on a day; days in ISO 8601 are ordered as texts are.</summary>
    public static PayrollRow[] Known(IEnumerable<PayrollRow> rows, string day, params string[] same) =>
    [
        .. rows.Where(row => string.CompareOrdinal(row["KnownOn"], day) <= 0).GroupBy(row => string.Join('|', same.Select(column => row[column])))
            .Select(alike => alike.MaxBy(row => row["KnownOn"], StringComparer.Ordinal)!),
    ];
}

/// <summary>A stretch of days, and the months in it.</summary>
internal sealed record PayrollDays(DateOnly First, DateOnly Last)
{
    public int Count => Last.DayNumber - First.DayNumber + 1;

    /// <summary>Such as 2026, 2026-05, 2026-01/2026-06 and 2026-05-16/2026-12-31.</summary>
    public static PayrollDays Parse(string text)
    {
        var ends = text.Split('/');
        return new(End(ends[0]).First, End(ends[^1]).Last);

        static (DateOnly First, DateOnly Last) End(string text)
        {
            int[] parts = [.. text.Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
            return parts.Length switch
            {
                1 => (new(parts[0], 1, 1), new(parts[0], 12, 31)),
                2 => (new(parts[0], parts[1], 1), new DateOnly(parts[0], parts[1], 1).AddMonths(1).AddDays(-1)),
                _ => (new(parts[0], parts[1], parts[2]), new(parts[0], parts[1], parts[2])),
            };
        }
    }

    public PayrollDays And(PayrollDays other) => new(First > other.First ? First : other.First, Last < other.Last ? Last : other.Last);

    /// <summary>The whole months that these days touch.</summary>
    public IEnumerable<string> Months()
    {
        for (var month = new DateOnly(First.Year, First.Month, 1); month <= Last; month = month.AddMonths(1))
            yield return month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
    }
}
