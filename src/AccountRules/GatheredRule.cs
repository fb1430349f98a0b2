using System.Text.Json.Serialization;
using AccountRules.History;

namespace AccountRules;

/// <summary>
/// A rule on rows that are each made of many facts: the newest of an account, this period beside the one before, a cohort. An ordinary rule judges a row, and
/// its assessments are of rows. Immutable and safe for use by many threads.
/// </summary>
/// <typeparam name="TRow">What is made of the facts and judged.</typeparam>
[JsonConverter(typeof(PlainJsonConverter<Rule>))]
public sealed class GatheredRule<TRow> : Rule
    where TRow : class
{
    /// <summary>Makes a rule on gathered rows.</summary>
    /// <param name="of">The rule on a row.</param>
    /// <param name="gathering">How the rows are made of facts.</param>
    public GatheredRule(Rule<TRow> of, FactGathering<TRow> gathering)
        : base(of?.Info!, of?.Unit, of?.Grades ?? [])
    {
        ArgumentNullException.ThrowIfNull(gathering);
        (Of, Gathering, Scale) = (of!, gathering, of!.Scale);
    }

    /// <summary>The rule on a row: an ordinary one, with all that such a rule has. In a query it takes the rows that the query makes.</summary>
    public Rule<TRow> Of { get; }

    /// <summary>How the rows are made of facts.</summary>
    public FactGathering<TRow> Gathering { get; }

    /// <inheritdoc/>
    public override UnitName? UnitName => Of.UnitName;

    /// <inheritdoc/>
    public override FactShape? FactShape => Of.FactShape;

    /// <inheritdoc/>
    public override IReadOnlyList<FactShape> FactShapes => [.. Gathering.Sources.Select(source => source.Shape)];

    /// <inheritdoc/>
    public override string PartName => Of.PartName;

    /// <inheritdoc/>
    public override IReadOnlyList<Scale> Scales => Of.Scales;

    /// <inheritdoc/>
    public override string CategoryName => Of.CategoryName;

    internal override IReadOnlyList<KeyValuePair<string, Rule>> Categories => Of.Categories;

    /// <inheritdoc/>
    public override IReadOnlyList<string> DetailNames => Of.DetailNames;

    /// <summary>
    /// Takes facts for the assessments of the rows that they make: <c>rule.Collect(asOf).AddRange(accounts).AddRange(updates).Assess()</c>.
    /// </summary>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    public GatheringCollector<TRow> Collect(DateOnly asOf) => new(this, asOf);

    /// <summary>The same rule where facts of one type are read off a host's type; the other types stay as they are.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <typeparam name="THost">
    /// The host's type: a class, since an assessment holds the fact itself. Of a struct it would hold a copy, of which no change could be seen.
    /// </typeparam>
    /// <param name="map">Makes the fact of the host's object; called whenever it is read.</param>
    /// <exception cref="ArgumentException">The rule takes no facts of the type, or reads others off the host's already.</exception>
    public GatheredRule<TRow> For<TFact, THost>(Func<THost, TFact> map)
        where TFact : class
        where THost : class => new(Of, Gathering.For(map));

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IRuleVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.Gathered(this);
    }

    internal override Rule Versioned(Func<VersionTransition, VersionPlan> plan)
    {
        var own = plan(Of.IsOfPeriods ? VersionTransition.ByPeriod : VersionTransition.ByEvaluationDate);
        GatheredRule<TRow>[] rules = [.. own.Versions.Select(version => (GatheredRule<TRow>)version.Rule)];
        return new GatheredRule<TRow>(
            new RuleByVersion<TRow>(new RuleVersions<TRow>(own, rules.Select(rule => rule.Of))),
            FactGathering<TRow>.ByVersion(own, [.. rules.Select(rule => rule.Gathering)]));
    }

    internal override bool IsOfStandings => Gathering.Sources.Any(source => source.Rules.Count > 0);

    internal override Assessment Again(AssessmentRecord record, Cause known) => Of.Again(record, known);

    internal override string SubjectOf(object fact) => Of.SubjectOf(fact);

    internal override string Reason(object fact, DateOnly asOf, Verdict verdict) => Of.Reason(fact, asOf, verdict);
}
