namespace AccountRules.Documents;

/// <summary>Where in a document each path stands. Lines are counted only when a problem asks for one.</summary>
internal sealed class LineMap
{
    private readonly Dictionary<string, int> offsets = new(StringComparer.Ordinal);

    public void Record(string path, long offset) => offsets.TryAdd(path, (int)offset);

    public static int LineAt(ReadOnlySpan<byte> document, long offset) => document[..(int)offset].Count((byte)'\n') + 1;

    /// <summary>The line of the path, or of the nearest one around it that the document has.</summary>
    public int? LineOf(ReadOnlySpan<byte> document, string path)
    {
        for (; path.Length > 0; path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))])
        {
            if (offsets.TryGetValue(path, out var offset))
                return LineAt(document, offset);
        }

        return null;
    }
}
