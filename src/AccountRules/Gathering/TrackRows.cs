namespace AccountRules.Gathering;

/// <summary>Rows in chunks that stay where they are: a list that doubles would hold millions of them twice.</summary>
internal sealed class TrackRows
{
    private const int ChunkSize = 2048;
    private readonly List<List<TrackRow>> chunks = [[]];

    public int Count => (chunks.Count - 1) * ChunkSize + chunks[^1].Count;

    public void Clear()
    {
        chunks.RemoveRange(1, chunks.Count - 1);
        chunks[0].Clear();
    }

    public void Add(TrackRow row)
    {
        if (chunks[^1].Count == ChunkSize)
            chunks.Add(new(ChunkSize));

        chunks[^1].Add(row);
    }

    public IEnumerable<TrackRow> All() => chunks.SelectMany(chunk => chunk);
}
