namespace AccountRules.Documents;

/// <summary>Where in a document each path stands.</summary>
internal sealed class LineMap
{
    private readonly List<int> lineStarts = [];
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    public LineMap(ReadOnlySpan<byte> text)
    {
        lineStarts.Add(0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == (byte)'\n')
                lineStarts.Add(i + 1);
        }
    }

    public void Record(string path, long offset) => lines.TryAdd(path, LineAt(offset));

    public int LineAt(long offset)
    {
        var found = lineStarts.BinarySearch((int)offset);
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>The line of the path, or of the nearest one around it that the document has.</summary>
    public int? LineOf(string path)
    {
        for (; path.Length > 0; path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))])
        {
            if (lines.TryGetValue(path, out var line))
                return line;
        }

        return null;
    }
}
