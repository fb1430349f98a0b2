using System.Runtime.InteropServices;
using AccountRules.Trees;

namespace AccountRules.Lifecycles;

/// <summary>
/// Of each fact it keeps the subject's number, the value, and where each stage leads: the fact as a function from stage to stage.
/// </summary>
internal sealed class TrackCollector<TFact>(LifecycleRule<TFact> rule, DateOnly asOf) : Collector<TFact>
    where TFact : class
{
    /// <summary>Where each stage leads takes a byte of a row's <c>int</c>.</summary>
    public const int MostStages = 4;

    private readonly TrackedRule<TFact> tracked = new(rule);
    private readonly FacetReader<TFact> facets = rule.Facets;
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<(string Subject, string? Account)> subjects = [];
    private readonly Dictionary<Period, RowList> periods = [];

    /// <summary>Takes in periods without a fact.</summary>
    public void Hold(IEnumerable<Period> held)
    {
        foreach (var period in held)
            periods.TryAdd(period, new());
    }

    public override void Add(TFact fact)
    {
        var subject = facets.Subject.Of(fact);
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, subject, out var isKnown);
        if (!isKnown)
        {
            number = subjects.Count;
            subjects.Add((subject, facets.Account?.Of(fact)));
        }

        var leads = 0;
        for (var stage = rule.Stages.Count - 1; stage >= 0; stage--)
            leads = (leads << 8) | (byte)(sbyte)rule.Step(fact, asOf, stage);

        ref var rows = ref CollectionsMarshal.GetValueRefOrAddDefault(periods, facets.Period!.Of(fact), out _);
        (rows ??= new()).Add(new(number, leads, rule.ValueOf(fact, asOf) ?? 0));
    }

    public override IEnumerable<Assessment> Assess() =>
        periods.Keys.GroupBy(p => p.Months).OrderBy(kind => kind.Key).SelectMany(kind => Fold([.. kind.Order()]));

    private IEnumerable<Assessment> Fold(Period[] ordered)
    {
        var stages = new byte[subjects.Count];
        var lastSeen = new int[subjects.Count];
        for (var i = 0; i < ordered.Length; i++)
        {
            var (period, now, isFirst) = (ordered[i], i + 1, i == 0);
            foreach (var row in periods[period].All())
            {
                var code = (int)(sbyte)(row.Leads >> (stages[row.Subject] * 8));
                if (lastSeen[row.Subject] == now && code != -(int)Cause.NotBegun)
                    code = -(int)Cause.Duplicate;

                lastSeen[row.Subject] = now;
                yield return Move(row.Subject, period, row.Value, code, isFirst, hasFact: true);
                if (code >= 0)
                    stages[row.Subject] = (byte)code;
            }

            for (var subject = 0; subject < stages.Length; subject++)
            {
                if (lastSeen[subject] == now || stages[subject] == 0 || period.Start > asOf)
                    continue;

                yield return Move(subject, period, value: 0, code: 0, isFirst, hasFact: false);
                stages[subject] = 0;
            }
        }

        Assessment Move(int subject, Period period, decimal value, int code, bool isFirst, bool hasFact)
        {
            Movement? movement = code < 0 ? null : (stages[subject] != 0, code != 0) switch
            {
                (false, false) => Movement.Outside,
                (false, true) => isFirst ? Movement.Stayed : Movement.Entered,
                (true, true) => Movement.Stayed,
                (true, false) => Movement.Left,
            };
            return new(tracked, new Tracked(subjects[subject].Subject, subjects[subject].Account, period, value, movement, hasFact), asOf, tracked.VerdictOf(code));
        }
    }

    private readonly record struct Row(int Subject, int Leads, decimal Value);

    /// <summary>Rows in chunks that stay where they are: a list that doubles would hold millions of them twice.</summary>
    private sealed class RowList
    {
        private const int ChunkSize = 2048;
        private readonly List<List<Row>> chunks = [[]];

        public void Add(Row row)
        {
            if (chunks[^1].Count == ChunkSize)
                chunks.Add(new(ChunkSize));

            chunks[^1].Add(row);
        }

        public IEnumerable<Row> All() => chunks.SelectMany(chunk => chunk);
    }
}
