using System.Globalization;
using System.Text;

namespace AccountRules.Testing;

/// <summary>
/// What tests reached of a policy: the bands of each rule, the sides of each edge, and the movements of a track. It knows the assessments that were handed to
/// <see cref="PolicyAssert"/> or to <see cref="Note"/>, and no others: rules do not keep what they are asked. Safe for use by many threads.
/// </summary>
public sealed class PolicyCoverage
{
    private static readonly string[] Positions = ["below", "at", "above"];

    private readonly Lock adding = new();
    private readonly Dictionary<string, HashSet<string>> reached = new(StringComparer.Ordinal);
    private readonly Lazy<RuleCoverage[]> rules;

    internal PolicyCoverage(Policy policy) => rules = new(() => [.. policy.Rules.Select(Of)]);

    /// <summary>Each rule with what was reached of it.</summary>
    public IReadOnlyList<RuleCoverage> Rules => rules.Value;

    /// <summary>Notes an assessment, where a run of mutants runs the test on the policy itself; otherwise does nothing.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <returns>The same assessment.</returns>
    public static Assessment Note(Assessment assessment)
    {
        PolicyUnderTest.Now?.Coverage?.Add(assessment);
        return assessment;
    }

    /// <summary>What was reached in one line for each rule, and what was not.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var rule in Rules.Where(r => r.Reached > 0))
            text.Append(CultureInfo.InvariantCulture, $"{rule}\n");

        return text.Length > 0 ? text.ToString()
            : "No test hands an assessment to PolicyAssert or PolicyCoverage.Note: which bands and edges they reach is not known.\n";
    }

    private void Add(Assessment assessment)
    {
        lock (adding)
        {
            if (!reached.TryGetValue(assessment.Rule.Id, out var places))
                reached.Add(assessment.Rule.Id, places = new(StringComparer.Ordinal));

            if (assessment.Band is { } band)
                places.Add(band);

            if (assessment.Movement is { } movement)
                places.Add(movement.ToString());

            if (assessment.Value is { } value)
                places.UnionWith(Edges(assessment, value));
        }
    }

    private static IEnumerable<Cut> Cuts(Rule rule) => rule.Scales.SelectMany(scale => scale).Select(b => b.Cut).OfType<Cut>().Distinct();

    /// <summary>The places beside the rule's edges where the value lies.</summary>
    private static IEnumerable<string> Edges(Assessment assessment, decimal value) =>
        from cut in Cuts(assessment.Rule)
        let step = assessment.Unit is Unit.Ratio ? 0.0001m : assessment.Unit is Unit.Amount ? 0.01m : 1
        where value >= cut.At - step && value <= cut.At + step
        select PlaceOf(cut, value < cut.At ? "below" : value > cut.At ? "above" : "at");

    private static string PlaceOf(Cut cut, string position) => $"{position} {cut}";

    private RuleCoverage Of(Rule rule)
    {
        var bands = rule.Grades.Select(g => g.Band).Distinct(StringComparer.Ordinal);
        var edges = Cuts(rule).SelectMany(cut => Positions.Select(p => PlaceOf(cut, p)));
        var movements = rule.Accept(new Movements());
        lock (adding)
        {
            var all = reached.GetValueOrDefault(rule.Id);
            return new(
                rule.Id, [.. bands.Select(Found)], [.. edges.Select(Found)], [.. movements.Select(Found)]);

            CoveredPlace Found(string place) => new(place, all?.Contains(place) == true);
        }
    }

    /// <summary>The movements of a rule that can be tracked.</summary>
    private sealed class Movements : IRuleVisitor<IEnumerable<string>>
    {
        public IEnumerable<string> Each<TFact>(Rule<TFact> rule)
            where TFact : class => [];

        public IEnumerable<string> RollUp<TFact>(RollUpRule<TFact> rule)
            where TFact : class => [];

        public IEnumerable<string> Track<TFact>(LifecycleRule<TFact> rule)
            where TFact : class => rule.IsTrackable ? Enum.GetNames<Movement>() : [];

        public IEnumerable<string> Gathered<TRow>(GatheredRule<TRow> rule)
            where TRow : class => [];
    }
}
