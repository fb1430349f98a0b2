namespace AccountRules;

/// <summary>A copied list that is equal by its items, so that a record with lists is equal by value.</summary>
internal readonly struct RecordedList<T>(IEnumerable<T>? items) : IEquatable<RecordedList<T>>
    where T : class
{
    private readonly IReadOnlyList<T>? items = [.. items ?? []];

    public IReadOnlyList<T> Items => items ?? [];

    public bool Equals(RecordedList<T> other) => Items.SequenceEqual(other.Items);

    public override bool Equals(object? obj) => obj is RecordedList<T> other && Equals(other);

    public override int GetHashCode() => Items.Count;
}
