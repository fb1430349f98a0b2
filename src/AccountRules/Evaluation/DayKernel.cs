using System.Numerics;
using System.Runtime.CompilerServices;

namespace AccountRules.Evaluation;

/// <summary>A deadline over columns of day numbers.</summary>
internal readonly ref struct DayKernel : IColumnKernel
{
    private readonly ref int from;
    private readonly ref int until;
    private readonly Vector<int> asOf, inForceFrom, noStart, notBegun, beforePolicy, endBeforeStart;
    private readonly (Vector<int> LastBelow, Vector<int> Open, Vector<int> Closed)[] bands;

    public DayKernel(Rule rule, Scale scale, in DayColumns columns, DateOnly asOf, Func<int, Verdict>? verdictOf = null)
    {
        verdictOf ??= rule.VerdictOf;
        from = ref ColumnLoop.Filled(columns.From);
        until = ref ColumnLoop.Filled(columns.Until);
        Count = columns.Count;
        this.asOf = new(asOf.DayNumber);
        inForceFrom = new((rule.Info.EffectiveFrom ?? DateOnly.MinValue).DayNumber);
        (noStart, notBegun) = (Cause(AccountRules.Cause.NoStart), Cause(AccountRules.Cause.NotBegun));
        (beforePolicy, endBeforeStart) = (Cause(AccountRules.Cause.BeforePolicy), Cause(AccountRules.Cause.EndBeforeStart));
        bands = [.. scale.Select((band, i) => (
            new Vector<int>(band.Cut is { } cut ? (int)cut.At - (cut.Edge == Edge.From ? 1 : 0) : -1),
            ColumnLoop.Of(verdictOf(i)),
            ColumnLoop.Of(verdictOf(scale.Count + i))))];

        Vector<int> Cause(Cause cause) => ColumnLoop.Of(verdictOf(-cause.Number));
    }

    public int Count { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<int> Judge(int row)
    {
        var (start, end) = (Vector.LoadUnsafe(ref from, (nuint)row), Vector.LoadUnsafe(ref until, (nuint)row));
        var isOpen = Vector.Equals(end, new(DayColumns.Missing)) | Vector.GreaterThan(end, asOf);
        var elapsed = Vector.ConditionalSelect(isOpen, asOf, end) - start;
        var (open, closed) = (bands[0].Open, bands[0].Closed);
        for (var i = 1; i < bands.Length; i++)
        {
            var isPast = Vector.GreaterThan(elapsed, bands[i].LastBelow);
            (open, closed) = (Vector.ConditionalSelect(isPast, bands[i].Open, open), Vector.ConditionalSelect(isPast, bands[i].Closed, closed));
        }

        var verdict = Vector.ConditionalSelect(isOpen, open, Vector.ConditionalSelect(Vector.LessThan(elapsed, Vector<int>.Zero), endBeforeStart, closed));
        verdict = Vector.ConditionalSelect(Vector.GreaterThan(start, asOf), notBegun, verdict);
        verdict = Vector.ConditionalSelect(Vector.LessThan(start, inForceFrom), beforePolicy, verdict);
        return Vector.ConditionalSelect(Vector.Equals(start, new(DayColumns.Missing)), noStart, verdict);
    }
}
