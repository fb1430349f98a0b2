using System.Globalization;

namespace AccountRules.Cli.Output;

/// <summary>The fields that only some rules have, by what they declare: what their facts are parts of, and their details.</summary>
internal static class OwnFields
{
    /// <summary>A field for each name that a part has, such as <c>kpi</c>.</summary>
    /// <param name="assessmentOf">The assessment of a row.</param>
    public static IEnumerable<Field<T>> Parts<T>(Func<T, Assessment> assessmentOf) =>
        from name in Policy.Default.Rules.Select(r => r.PartName).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)
        select new Field<T>(name.ToLowerInvariant(), row => assessmentOf(row).Part) { IsIn = rule => rule.PartName == name };

    /// <summary>A field for each detail, such as <c>focus</c>.</summary>
    /// <param name="assessmentOf">The assessment of a row.</param>
    public static IEnumerable<Field<T>> Details<T>(Func<T, Assessment> assessmentOf) =>
        from name in Policy.Default.Rules.SelectMany(r => r.DetailNames).Distinct(StringComparer.Ordinal)
        select new Field<T>(name, row => ValueOf(assessmentOf(row).Detail(name))) { IsIn = rule => rule.DetailNames.Contains(name, StringComparer.Ordinal) };

    private static FieldValue ValueOf(object? detail) => detail switch
    {
        null => default,
        bool flag => (bool?)flag,
        decimal or int => (decimal?)Convert.ToDecimal(detail, CultureInfo.InvariantCulture),
        DateOnly date => (DateOnly?)date,
        _ => Convert.ToString(detail, CultureInfo.InvariantCulture),
    };
}
