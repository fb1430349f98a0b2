namespace AccountRules.Cli.Input;

/// <summary>A file of facts that the user gave.</summary>
/// <param name="Kind">The name of its facts, such as <c>fte-orders</c>.</param>
/// <param name="Path">The file, as it is named in messages.</param>
internal sealed record FactFile(string Kind, string Path)
{
    /// <summary>The day as of which its rows are known; <c>null</c> for all that is known by now.</summary>
    public DateOnly? KnownOn { get; init; }

    /// <summary>How many bytes it has; 0 where that is not known, as of a pipe.</summary>
    public long Length
    {
        get
        {
            try
            {
                return new FileInfo(Path) is { Exists: true } info ? info.Length : 0;
            }
            catch (IOException)
            {
                return 0;
            }
        }
    }

    /// <summary>Whether it is read as JSON; anything else is read as CSV.</summary>
    public bool IsJson => Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}
