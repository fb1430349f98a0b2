namespace AccountRules.Cli.Input;

/// <summary>A file of facts that the user gave.</summary>
/// <param name="Kind">The name of its facts, such as <c>fte-orders</c>.</param>
/// <param name="Path">The file, as it is named in messages.</param>
internal sealed record FactFile(string Kind, string Path)
{
    /// <summary>Whether it is read as JSON; anything else is read as CSV.</summary>
    public bool IsJson => Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}
