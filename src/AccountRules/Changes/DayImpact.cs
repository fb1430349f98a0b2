using System.Numerics;
using AccountRules.Evaluation;

namespace AccountRules.Changes;

/// <summary>Days in columns: each row is judged by both deadlines, and pairs of verdicts are counted.</summary>
internal sealed class DayImpact<TFact>(DeadlineRule<TFact> old, DeadlineRule<TFact> @new, DateOnly asOf, Func<ImpactGroups?> groups) : ColumnImpact
    where TFact : class
{
    private readonly (Scale Old, Scale New) scales = (ColumnAssessment.ScaleOf(old), ColumnAssessment.ScaleOf(@new));
    private readonly Dictionary<(int Was, int Becomes), long> counts = [];

    public void Add(DayColumns columns, CancellationToken cancellation)
    {
        var (olds, news) = (new Codes(), new Codes());
        var before = new DayKernel(old, scales.Old, columns, asOf, olds.Numbered);
        var after = new DayKernel(@new, scales.New, columns, asOf, news.Numbered);
        var kernel = new Pairs(before, after, news.Count);
        var (own, room) = (new long[olds.Count * news.Count], ColumnLoop.Room());
        for (var row = 0; row < columns.Count; row += ColumnLoop.RowsAtOnce)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var pair in ColumnLoop.Codes(ref kernel, row, room))
                own[pair]++;
        }

        lock (Sums)
        {
            for (var pair = 0; pair < own.Length; pair++)
            {
                var key = (olds[pair / news.Count], news[pair % news.Count]);
                if (own[pair] > 0)
                    counts[key] = counts.GetValueOrDefault(key) + own[pair];
            }
        }
    }

    public override RuleImpact Impact()
    {
        var steps = new Steps(old, @new, groups());
        lock (Sums)
        {
            foreach (var ((was, becomes), count) in counts)
                steps.Add(old.VerdictOf(was), @new.VerdictOf(becomes), new(count, new(), new()));
        }

        return steps.Impact();
    }

    private readonly ref struct Pairs(DayKernel before, DayKernel after, int width) : IColumnKernel
    {
        private readonly DayKernel before = before;
        private readonly DayKernel after = after;
        private readonly Vector<int> width = new(width);

        public int Count => before.Count;

        public Vector<int> Judge(int row) => before.Judge(row) * width + after.Judge(row);
    }
}
