using System.Globalization;
using System.Reflection;

namespace AccountRules.Samples.Crm.Data;

/// <summary>The sample's files: a header, and values without commas in them.</summary>
internal static class Csv
{
    /// <summary>The rows, each a value by column; a blank one is <c>null</c>.</summary>
    public static IEnumerable<Func<string, string?>> Rows(string file)
    {
        var lines = File.ReadAllLines(file);
        var columns = lines[0].Split(',');
        return lines.Skip(1).Select(line => line.Split(',')).Select(
            values => (Func<string, string?>)(column => values[Array.IndexOf(columns, column)] is { Length: > 0 } value ? value : null));
    }

    /// <summary>The rows as facts of the library, whose properties are the columns.</summary>
    public static IEnumerable<TFact> Facts<TFact>(string file)
        where TFact : class
    {
        var header = File.ReadLines(file).First().Split(',');
        PropertyInfo[] properties = [.. header.Select(column => typeof(TFact).GetProperty(column)!)];
        foreach (var row in Rows(file))
        {
            var fact = Activator.CreateInstance<TFact>();
            foreach (var property in properties)
                property.SetValue(fact, Value(row(property.Name), Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType));

            yield return fact;
        }
    }

    public static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    public static int Whole(string? text) => int.Parse(text!, NumberStyles.Integer, CultureInfo.InvariantCulture);

    private static object? Value(string? text, Type type) => text switch
    {
        null => null,
        _ when type == typeof(string) => text,
        _ when type == typeof(DateOnly) => Day(text),
        _ when type == typeof(decimal) => Number(text),
        _ when type == typeof(int) => Whole(text),
        _ when type == typeof(Period) => Period.Parse(text),
        _ => Enum.Parse(type, text),
    };
}
