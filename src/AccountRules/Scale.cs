using System.Collections;

namespace AccountRules;

/// <summary>
/// Bands in ascending order, the first without a cut: n cuts make n + 1 bands, so gaps and overlaps cannot be written. The checks of a
/// scale are made at construction. Immutable and safe for use by many threads; equal by value.
/// </summary>
public sealed class Scale : IReadOnlyList<Band>, IEquatable<Scale>
{
    private readonly Band[] bands;

    /// <summary>Makes a scale of its bands, lowest first.</summary>
    /// <param name="bands">
    /// The bands: the first made by <see cref="Band.Lowest"/>, the others by <see cref="Band.Above"/> or <see cref="Band.From"/>, ascending.
    /// </param>
    /// <exception cref="ArgumentException">There is no band, a cut is missing or out of order, or a name repeats.</exception>
    public Scale(params IEnumerable<Band> bands)
    {
        this.bands = [.. bands];
        if (this.bands.Length == 0)
            throw new ArgumentException("The scale is empty: give it at least its lowest band, such as Band.Lowest(\"Standard\").", nameof(bands));

        for (var i = 0; i < this.bands.Length; i++)
        {
            if ((i == 0) != (this.bands[i].Cut is null))
                throw WrongCut(this.bands[i], nameof(bands));

            if (i > 0 && this.bands[i - 1].Cut >= this.bands[i].Cut)
                throw Unordered(this.bands[i - 1], this.bands[i], nameof(bands));
        }

        for (var i = 0; i < this.bands.Length; i++)
        {
            if (IsRepeated(i))
                throw Repeated(this.bands[i].Name, nameof(bands));
        }
    }

    internal Cut[] Cuts => Array.ConvertAll(bands[1..], band => band.Cut!.Value);

    /// <summary>The number of bands; one more than there are cuts.</summary>
    public int Count => bands.Length;

    /// <summary>The band at an index, the lowest being 0.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such band.</exception>
    public Band this[int index] => bands[index];

    /// <summary>Whether both scales have the same bands.</summary>
    /// <param name="other">The scale to compare with.</param>
    public bool Equals(Scale? other) => other is not null && bands.AsSpan().SequenceEqual(other.bands);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Scale);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(bands.Length, bands[0], bands[^1]);

    /// <summary>The bands, lowest first.</summary>
    public IEnumerator<Band> GetEnumerator() => ((IEnumerable<Band>)bands).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool IsRepeated(int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (string.Equals(bands[i].Name, bands[index].Name, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static ArgumentException WrongCut(Band band, string argument) => new(
        band.Cut is { } first
            ? $"The first band `{band.Name}` begins {first}, so nothing covers what lies below: begin with Band.Lowest(…)."
            : $"Band `{band.Name}` has no cut, and only the lowest band may have none: make it with Band.Above(…) or Band.From(…).",
        argument);

    private static ArgumentException Unordered(Band below, Band band, string argument) =>
        new($"Band `{band.Name}` begins {band.Cut}, not after band `{below.Name}`, which begins {below.Cut}: give the bands in ascending order.", argument);

    private ArgumentException Repeated(string name, string argument) =>
        new($"The band name `{name}` is used {bands.Count(b => b.Name == name)} times on one scale: give each band a name of its own.", argument);
}
