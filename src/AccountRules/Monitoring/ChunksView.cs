namespace AccountRules.Monitoring;

/// <summary>What <see cref="Chunks{T}"/> hold, to read.</summary>
internal readonly struct ChunksView<T>(T[][] chunks, int count)
    where T : struct
{
    public int Count => count;

    public ref readonly T this[int index] => ref Chunks<T>.At(chunks[index >> Chunks<T>.Bits], index);

    public ReadOnlySpan<T> Chunk(int index) => chunks[index];
}
