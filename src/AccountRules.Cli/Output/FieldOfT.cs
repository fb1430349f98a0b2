namespace AccountRules.Cli.Output;

/// <summary>A field of a row in data output: a property in JSON, a column in CSV.</summary>
/// <typeparam name="T">The type of what a row is of.</typeparam>
/// <param name="Name">Its name.</param>
/// <param name="Of">Its value.</param>
internal sealed record Field<T>(string Name, Func<T, FieldValue> Of)
{
    /// <summary>Whether JSON has it, as <c>null</c>, where it has no value.</summary>
    public bool IsAlways { get; init; }

    /// <summary>Whether all rows of a rule have the same value in a run.</summary>
    public bool IsOfRule { get; init; }

    /// <summary>Whether rows of a rule can have a value.</summary>
    public Func<Rule, bool> IsIn { get; init; } = _ => true;
}
