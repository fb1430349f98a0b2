namespace AccountRules.Cli.Output;

/// <summary>A field of a row in data output: a property in JSON, a column in CSV.</summary>
/// <typeparam name="T">The type of what a row is of.</typeparam>
/// <param name="Name">Its name.</param>
/// <param name="Of">Its value.</param>
/// <param name="IsAlways">Whether JSON has it, as <c>null</c>, where it has no value.</param>
internal sealed record Field<T>(string Name, Func<T, FieldValue> Of, bool IsAlways = false);
