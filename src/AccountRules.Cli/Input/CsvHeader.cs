namespace AccountRules.Cli.Input;

/// <summary>Which field of a CSV row holds which column.</summary>
internal sealed class CsvHeader
{
    private static readonly char[] OtherSeparators = [';', '\t', '|'];
    private readonly int[] fields;

    /// <summary>Reads a header.</summary>
    /// <param name="names">The names in the file.</param>
    /// <param name="columns">The columns that the facts have.</param>
    /// <exception cref="FileFailedException">A column is missing or repeated.</exception>
    public CsvHeader(string[] names, IReadOnlyList<Column> columns)
    {
        Count = names.Length;
        foreach (var repeated in names.Where(n => n.Length > 0).GroupBy(n => n, StringComparer.OrdinalIgnoreCase).Where(g => g.Skip(1).Any()))
            throw new FileFailedException($"its header has {Shown.Value(repeated.Key)} {repeated.Count()} times; allowed: each column once");

        fields = [.. columns.Select(c => Array.FindIndex(names, n => n.Equals(c.Name, StringComparison.OrdinalIgnoreCase)))];
        var missing = columns.Where((c, i) => fields[i] < 0 && !c.IsOptional).Select(c => c.Name).ToArray();
        if (missing.Length > 0)
        {
            throw new FileFailedException(
                $"its header misses {string.Join(", ", missing)}; found {Shown.Value(string.Join(",", names))}; "
                + $"expected {string.Join(",", columns.Select(c => c.Name))}{Hint(names)}");
        }

        var ignored = names.Where((_, i) => !fields.Contains(i)).Select(Shown.Value).ToArray();
        Ignored = ignored.Length switch
        {
            0 => null,
            1 => $"the unknown column {ignored[0]}",
            _ => $"the unknown columns {string.Join(", ", ignored.Take(10))}{(ignored.Length > 10 ? ", …" : "")}",
        };
    }

    /// <summary>How many fields a row has.</summary>
    public int Count { get; }

    /// <summary>The columns that are not known, in words; <c>null</c> where there are none.</summary>
    public string? Ignored { get; }

    /// <summary>The field of a column; below 0 where the file leaves it out.</summary>
    /// <param name="column">An index into the columns.</param>
    public int this[int column] => fields[column];

    private static string Hint(string[] names)
    {
        var other = OtherSeparators.FirstOrDefault(separator => names.Any(n => n.Contains(separator, StringComparison.Ordinal)));
        return other == default ? "" : $" (the file seems to be separated by {(other == '\t' ? "tabs" : $"`{other}`")}, and a comma is needed)";
    }
}
