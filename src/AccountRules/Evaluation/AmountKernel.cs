using System.Numerics;
using System.Runtime.CompilerServices;
using AccountRules.Measures;

namespace AccountRules.Evaluation;

/// <summary>A tier of amounts over a column of whole numbers.</summary>
internal readonly ref struct AmountKernel : IColumnKernel
{
    private readonly ref long amounts;
    private readonly Vector<long>[] limits;
    private readonly Vector<long>[] verdicts;
    private readonly Vector<long> noAmount;

    public AmountKernel(Rule rule, Scale scale, in AmountColumn column)
    {
        amounts = ref ColumnLoop.Filled(column.Amounts);
        Count = column.Count;
        limits = Array.ConvertAll(new AmountCuts(scale.Cuts).Limits(column.Places), limit => new Vector<long>(limit));
        verdicts = [.. scale.Select((_, i) => ColumnLoop.Wide(rule.VerdictOf(i)))];
        noAmount = ColumnLoop.Wide(rule.VerdictOf(-Cause.NoAmount.Number));
    }

    public int Count { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<int> Judge(int row) => Vector.Narrow(JudgeHalf(row), JudgeHalf(row + Vector<long>.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector<long> JudgeHalf(int row)
    {
        var (amount, verdict) = (Vector.LoadUnsafe(ref amounts, (nuint)row), verdicts[0]);
        for (var i = 0; i < limits.Length; i++)
            verdict = Vector.ConditionalSelect(Vector.GreaterThan(amount, limits[i]), verdicts[i + 1], verdict);

        return Vector.ConditionalSelect(Vector.Equals(amount, new(AmountColumn.Missing)), noAmount, verdict);
    }
}
