using System.Numerics;
using AccountRules.Numbers;

namespace AccountRules.Changes;

/// <summary>
/// The course of a fact while a term goes through the whole numbers of a range. Where a fact's place among the cuts changes, and only there, it is judged by
/// the policy of that number; where the term is in what is compared with a cut, or is of one category, whose cuts lie among those of the others, by that of
/// every number.
/// </summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
internal sealed class WholeCourse<TFact> : Course<TFact>
    where TFact : class
{
    private sealed record Moved(AxisReader<TFact> Value, Cut[][] Cuts)
    {
        /// <summary>By the value of a fact, the numbers at which its place changes.</summary>
        public Dictionary<(BigInteger Top, BigInteger Bottom), int[]> Known { get; } = [];
    }

    private readonly int from;
    private readonly CurveRule<TFact>[] rules;
    private readonly Moved[] axes;
    private readonly bool isInValues;

    /// <summary>Reads the cuts at every number.</summary>
    /// <exception cref="UnreadableException">A rule is not made of questions and answers, or no cut moves.</exception>
    public WholeCourse(Func<int, CurveRule<TFact>> at, int from, int to)
    {
        this.from = from;
        rules = [.. Enumerable.Range(from, to - from + 1).Select(at)];
        var all = Array.ConvertAll(rules, AskedBy);
        axes =
        [
            .. from axis in all.SelectMany(q => q.Axes).DistinctBy(a => a.Key, StringComparer.Ordinal)
               let cuts = Array.ConvertAll(all, q => q.Cuts.Where(c => c.Axis == axis.Key).Select(c => c.Cut).Order().ToArray())
               where cuts.Any(c => !c.SequenceEqual(cuts[0])) && (axis.Value.Start is not null || axis.Value.Value.Type != typeof(DateOnly))
               select new Moved(new(axis.Value, CurveRule<TFact>.Fact), cuts),
        ];
        var isCompared = all.SelectMany(q => q.Axes.Keys).Distinct(StringComparer.Ordinal).Any(key => !Array.TrueForAll(all, q => q.Axes.ContainsKey(key)));
        isInValues = isCompared || rules[0].Rule.Categories.Count > 0;
        if (axes.Length == 0 && !isCompared)
            throw new UnreadableException("it moves no cut");
    }

    public override IReadOnlyList<CourseStep> Of(TFact fact, DateOnly asOf)
    {
        List<CourseStep> steps = [Step(from, fact, asOf)];
        var numbers = isInValues
            ? Enumerable.Range(from + 1, rules.Length - 1)
            : axes.SelectMany(axis => axis.Value.Of(fact, asOf) is { } value && value.Bottom.Sign > 0 ? NumbersOf(axis, value) : []);
        foreach (var number in numbers.Distinct().Order())
            steps.Add(Step(number, fact, asOf));

        return steps;
    }

    private static Questions AskedBy(CurveRule<TFact> rule)
    {
        var questions = new Questions();
        foreach (var expression in rule.Expressions)
            questions.Walk(expression, Conditions.None, (_, _) => { });

        return questions;
    }

    private CourseStep Step(int number, TFact fact, DateOnly asOf) =>
        new(CurvePlace.Of(number, Edge.From), rules[number - from].Judge(fact, asOf), rules[number - from].Rule);

    private int[] NumbersOf(Moved axis, (BigInteger Top, BigInteger Bottom) value)
    {
        if (axis.Known.TryGetValue(value, out var known))
            return known;

        List<int> numbers = [];
        for (var i = 1; i < axis.Cuts.Length; i++)
        {
            if (axis.Cuts[i].Length != axis.Cuts[i - 1].Length || PastOf(axis.Cuts[i], value) != PastOf(axis.Cuts[i - 1], value))
                numbers.Add(from + i);
        }

        return axis.Known[value] = [.. numbers];
    }

    private static int PastOf(Cut[] cuts, (BigInteger Top, BigInteger Bottom) value) => cuts.Count(cut =>
    {
        var (top, bottom) = Exact.Fraction(cut.At);
        var order = (value.Top * bottom).CompareTo(top * value.Bottom);
        return order > 0 || (order == 0 && cut.Edge == Edge.From);
    });
}
