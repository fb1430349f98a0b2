using System.Numerics;
using System.Runtime.CompilerServices;
using AccountRules.Measures;

namespace AccountRules.Evaluation;

/// <summary>An attainment or a tier of ratios over columns of whole numbers. Rows for which 64 bits do not suffice are judged as decimals are.</summary>
internal readonly ref struct RatioKernel : IColumnKernel
{
    private readonly ref long part;
    private readonly ref long whole;
    private readonly ref int share;
    private readonly ref int shareOf;
    private readonly bool lowerIsBetter, hasShares;
    private readonly RatioCuts cuts;
    private readonly Vector<long>[] verdicts;
    private readonly (Vector<long> At, Vector<long> Tie)[] wholeNumbers;
    private readonly Vector<long> unit, limit, noTarget, notPositive, noActual, impossible;

    public RatioKernel(Func<int, Verdict> verdictOf, Cut[] scale, in RatioColumns columns)
    {
        part = ref ColumnLoop.Filled(columns.Part);
        whole = ref ColumnLoop.Filled(columns.Whole);
        share = ref ColumnLoop.Filled(columns.Share);
        shareOf = ref ColumnLoop.Filled(columns.ShareOf);
        (lowerIsBetter, Count, hasShares) = (columns.LowerIsBetter, columns.Count, !columns.Share.IsEmpty);
        cuts = new(scale);
        verdicts = [.. Enumerable.Range(0, scale.Length + 1).Select(i => ColumnLoop.Wide(verdictOf(i)))];
        wholeNumbers = new (Vector<long>, Vector<long>)[cuts.WholeNumbers.Length];
        for (var i = 0; i < wholeNumbers.Length; i++)
            wholeNumbers[i] = (new((long)cuts.WholeNumbers[i].At), new((long)cuts.WholeNumbers[i].Tie));

        (unit, limit) = (new((long)cuts.Unit), new((long)(cuts.Limit / 2)));
        (noTarget, notPositive) = (Because(Cause.NoTarget), Because(Cause.TargetNotPositive));
        (noActual, impossible) = (Because(Cause.NoActual), Because(Cause.ImpossibleTargetShare));

        Vector<long> Because(Cause cause) => ColumnLoop.Wide(verdictOf(-cause.Number));
    }

    public int Count { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<int> Judge(int row) => Vector.Narrow(JudgeHalf(row), JudgeHalf(row + Vector<long>.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector<long> JudgeHalf(int row)
    {
        var (p, w) = (Vector.LoadUnsafe(ref part, (nuint)row), Vector.LoadUnsafe(ref whole, (nuint)row));
        var (hasNoActual, hasNoTarget) = (Vector.Equals(p, new(RatioColumns.Missing)), Vector.Equals(w, new(RatioColumns.Missing)));
        (p, w) = (Vector.AndNot(p, hasNoActual), Vector.AndNot(w, hasNoTarget));
        var verdict = verdicts[0];
        if (hasShares)
        {
            verdict = JudgeShares(p, w, row);
        }
        else if (Vector.GreaterThanAny(Vector.Max(Vector.Abs(p), Vector.Abs(w)), limit))
        {
            verdict = JudgeWide(p, w);
        }
        else
        {
            var (left, right) = lowerIsBetter ? (w * unit, p) : (p * unit, w);
            for (var i = 0; i < wholeNumbers.Length; i++)
                verdict = Vector.ConditionalSelect(Vector.GreaterThan(left, wholeNumbers[i].At * right - wholeNumbers[i].Tie), verdicts[i + 1], verdict);
        }

        verdict = Vector.ConditionalSelect(hasNoActual, noActual, verdict);
        verdict = Vector.ConditionalSelect(Vector.LessThanOrEqual(w, Vector<long>.Zero), notPositive, verdict);
        return Vector.ConditionalSelect(hasNoTarget, noTarget, verdict);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Vector<long> JudgeShares(Vector<long> p, Vector<long> w, int row)
    {
        var verdict = Vector<long>.Zero;
        for (var lane = 0; lane < Vector<long>.Count; lane++)
        {
            var (of, by) = (Unsafe.Add(ref share, row + lane), Unsafe.Add(ref shareOf, row + lane));
            verdict = verdict.WithElement(lane, of < 1 || of > by ? impossible[0]
                : verdicts[lowerIsBetter ? cuts.Past(w[lane], of, p[lane], by) : cuts.Past(p[lane], by, w[lane], of)][0]);
        }

        return verdict;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Vector<long> JudgeWide(Vector<long> p, Vector<long> w)
    {
        var verdict = Vector<long>.Zero;
        for (var lane = 0; lane < Vector<long>.Count; lane++)
            verdict = verdict.WithElement(lane, verdicts[lowerIsBetter ? cuts.Past(w[lane], p[lane]) : cuts.Past(p[lane], w[lane])][0]);

        return verdict;
    }
}
