namespace AccountRules.Monitoring;

/// <summary>Changes in the order in which they were made. One writes to the end of it; what is before the end stays.</summary>
internal sealed class ChangePage
{
    /// <summary>A page takes up to 64 KB.</summary>
    public const int Size = 1024;

    private StandingChange[] changes = [];

    public int Count { get; private set; }

    public int Room => Size - Count;

    public StandingChange this[int index] => changes[index];

    public void Write(ReadOnlySpan<StandingChange> more)
    {
        if (Count + more.Length > changes.Length)
            Array.Resize(ref changes, Math.Min(Size, Math.Max(Count + more.Length, changes.Length * 2)));

        more.CopyTo(changes.AsSpan(Count));
        Count += more.Length;
    }
}
