using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AccountRules.Evaluation;

/// <summary>Runs a kernel over all rows. The last rows are judged once more where they do not fill the lanes.</summary>
internal static class ColumnLoop
{
    /// <summary>How many rows <see cref="Codes"/> takes at most, which the processor's nearest cache holds.</summary>
    public const int RowsAtOnce = 4096;

    private const int RowsBetweenChecks = 1 << 16;

    public static void Judge<TKernel>(scoped ref TKernel kernel, Span<Verdict> verdicts, CancellationToken cancellation)
        where TKernel : IColumnKernel, allows ref struct
    {
        if (kernel.Count < Vector<int>.Count)
        {
            MemoryMarshal.Cast<int, Verdict>(Lanes(kernel.Judge(0)))[..kernel.Count].CopyTo(verdicts);
            return;
        }

        ref var first = ref Unsafe.As<Verdict, int>(ref MemoryMarshal.GetReference(verdicts));
        for (var row = 0; row < kernel.Count;)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var end = (int)Math.Min(kernel.Count, (long)row + RowsBetweenChecks); row < end; row += Vector<int>.Count)
            {
                row = Math.Min(row, kernel.Count - Vector<int>.Count);
                kernel.Judge(row).StoreUnsafe(ref first, (nuint)row);
            }
        }
    }

    public static void Count<TKernel>(scoped ref TKernel kernel, long[] counts, CancellationToken cancellation)
        where TKernel : IColumnKernel, allows ref struct
    {
        Span<Vector<int>> sums = stackalloc Vector<int>[Standings.Count];
        for (var row = 0; row < kernel.Count;)
        {
            cancellation.ThrowIfCancellationRequested();
            sums.Clear();
            for (var end = (int)Math.Min(kernel.Count, (long)row + RowsBetweenChecks); row < end; row += Vector<int>.Count)
            {
                var start = Math.Max(0, Math.Min(row, kernel.Count - Vector<int>.Count));
                var standings = Vector.ShiftRightLogical(kernel.Judge(start), 16) & new Vector<int>(0xFF);
                if (row + Vector<int>.Count > kernel.Count)
                {
                    var (judged, rows) = (new Vector<int>(row - start), new Vector<int>(kernel.Count - start));
                    standings = Vector.ConditionalSelect(
                        Vector.LessThan(Vector<int>.Indices, judged) | Vector.GreaterThanOrEqual(Vector<int>.Indices, rows), new(-1), standings);
                }

                for (var standing = 0; standing < sums.Length; standing++)
                    sums[standing] -= Vector.Equals(standings, new(standing));
            }

            for (var standing = 0; standing < sums.Length; standing++)
                counts[standing] += Vector.Sum(sums[standing]);
        }
    }

    /// <summary>Where <see cref="Codes"/> writes.</summary>
    public static int[] Room() => new int[RowsAtOnce + Vector<int>.Count];

    /// <summary>What the kernel says of the rows from an index on, as far as there are and there is room.</summary>
    public static Span<int> Codes<TKernel>(scoped ref TKernel kernel, int start, int[] room)
        where TKernel : IColumnKernel, allows ref struct
    {
        var (lanes, count) = (Vector<int>.Count, Math.Min(RowsAtOnce, kernel.Count - start));
        for (var row = start; row < start + count; row += lanes)
        {
            var from = Math.Max(0, Math.Min(row, kernel.Count - lanes));
            kernel.Judge(from).CopyTo(room, lanes + from - start);
        }

        return room.AsSpan(lanes, count);
    }

    /// <summary>A verdict's bits: the code in the lower half, the standing above it.</summary>
    public static Vector<int> Of(Verdict verdict) => new(Unsafe.BitCast<Verdict, int>(verdict));

    /// <summary>The same in lanes of 64 bits.</summary>
    public static Vector<long> Wide(Verdict verdict) => new(Unsafe.BitCast<Verdict, int>(verdict));

    /// <summary>The column, filled up to the number of lanes where it is shorter.</summary>
    public static ref T Filled<T>(ReadOnlySpan<T> column)
    {
        if (column.Length >= Vector<int>.Count)
            return ref MemoryMarshal.GetReference(column);

        var filled = new T[Vector<int>.Count];
        column.CopyTo(filled);
        return ref filled[0];
    }

    private static Span<int> Lanes(Vector<int> vector)
    {
        var lanes = new int[Vector<int>.Count];
        vector.CopyTo(lanes);
        return lanes;
    }
}
