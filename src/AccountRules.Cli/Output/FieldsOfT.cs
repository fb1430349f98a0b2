namespace AccountRules.Cli.Output;

/// <summary>The fields that rows have, in the order in which they are written.</summary>
/// <typeparam name="T">The type of what a row is of.</typeparam>
/// <param name="RuleOf">The rule of a row.</param>
/// <param name="All">The fields.</param>
internal sealed record Fields<T>(Func<T, Rule>? RuleOf, IReadOnlyList<Field<T>> All)
{
    /// <summary>Writes rows as CSV.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="output">Takes it.</param>
    /// <param name="forExcel">Whether it is for a spreadsheet.</param>
    public void WriteCsv(IEnumerable<T> rows, Stream output, bool forExcel = false)
    {
        using var csv = new CsvOutput<T>(output, this, forExcel);
        csv.WriteAll(rows);
    }
}
