using AccountRules.Numbers;

namespace AccountRules.Changes;

/// <summary>
/// Adds up what facts have at the beginning of a range, and where one goes from an outcome to another; the curve is then one pass over these in their order.
/// </summary>
/// <param name="named">The rule whose bands give the outcomes their names, where the rule at a value has as many.</param>
internal sealed class CurveSum(Rule named)
{
    /// <summary>A fact that is not there, as a row of a track that only some values have.</summary>
    public const int Nothing = -1;

    private readonly record struct Move(CurvePlace At, int From, int To, decimal Pay);

    private readonly Dictionary<(Rule Rule, int Code, Movement? Movement), int> known = [];
    private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);
    private readonly List<(CurveOutcome Outcome, int Order)> outcomes = [];
    private readonly List<long> counts = [];
    private readonly ExactTotal paid = new();
    private readonly List<Move> moves = [];

    /// <summary>The number of an outcome.</summary>
    public int OutcomeOf(Rule rule, Verdict verdict, Movement? movement = null)
    {
        if (known.TryGetValue((rule, verdict.Grade, movement), out var index))
            return index;

        var outcome = Outcome.Of(verdict.Grade >= 0 && rule.Grades.Count == named.Grades.Count ? named : rule, verdict.Grade);
        var name = $"{outcome.Beside(outcome)}{(movement is { } moved ? $", {moved}" : "")}";
        if (!indices.TryGetValue(name, out index))
        {
            indices[name] = index = outcomes.Count;
            outcomes.Add((
                new(name, outcome.Standing, outcome.Band.Length > 0 ? outcome.Band : null),
                verdict.Grade >= 0 ? verdict.Grade : rule.Grades.Count - verdict.Grade));
            counts.Add(0);
        }

        return known[(rule, verdict.Grade, movement)] = index;
    }

    /// <summary>A fact has an outcome at the beginning.</summary>
    public void Start(int outcome, decimal pay = 0)
    {
        counts[outcome]++;
        paid.Add(pay);
    }

    /// <summary>From a place on it has another one.</summary>
    public void Step(CurvePlace at, int from, int to, decimal pay = 0)
    {
        if (from != to || pay != 0)
            moves.Add(new(at, from, to, pay));
    }

    public RuleCurve Curve(Rule rule, decimal from, decimal to, IReadOnlyList<PolicyCliff> cliffs)
    {
        var (now, total) = (counts.ToArray(), new ExactTotal());
        total.Add(paid.Value);
        int[] order = [.. Enumerable.Range(0, outcomes.Count).OrderBy(i => outcomes[i].Order).ThenBy(i => outcomes[i].Outcome.Name, StringComparer.Ordinal)];
        moves.Sort((a, b) => CurvePlace.Compare(a.At, b.At));
        List<CurvePoint> points = [];
        Add(CurvePlace.Of(from, Edge.From), next: 0);
        for (var i = 0; i < moves.Count;)
        {
            var at = moves[i].At;
            for (; i < moves.Count && CurvePlace.Compare(moves[i].At, at) == 0; i++)
            {
                if (moves[i].From >= 0)
                    now[moves[i].From]--;

                if (moves[i].To >= 0)
                    now[moves[i].To]++;

                total.Add(moves[i].Pay);
            }

            Add(at, i);
        }

        return new(rule, to, counts.Sum(), [.. order.Select(i => outcomes[i].Outcome)], points, cliffs);

        // Between two places that no decimal parts the term never lies; what leaves all as it was is no place.
        void Add(CurvePlace at, int next)
        {
            long[] ordered = [.. order.Select(i => now[i])];
            decimal? pay = rule.Pays ? total.Value : null;
            if (points.Count > 0 && points[^1].Paid == pay && points[^1].Counts.SequenceEqual(ordered))
                return;

            if (at.First(next < moves.Count ? moves[next].At : null, to) is { } value)
                points.Add(new(at, value, ordered, pay));
        }
    }
}
