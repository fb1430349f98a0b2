using System.Linq.Expressions;
using System.Text.Json.Serialization;
using AccountRules.Expressions;
using AccountRules.History;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// A rule that goes by a category of the fact, such as a severity, a tier or a grade: each category has a rule of its own, with its own scale, and one
/// condition in the one expression chooses it. A fact of a category that is not listed is <see cref="Cause.UnknownCategory"/>, one of none
/// <see cref="Cause.NoCategory"/>. Immutable and safe for use by many threads.
/// <example>
/// <code>
/// new RuleByCategory&lt;Ticket&gt;(info, t =&gt; t.Severity, [new("high", Answered(days: 1)), new("low", Answered(days: 5))])
/// </code>
/// </example>
/// </summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
[JsonConverter(typeof(PlainJsonConverter<Rule>))]
public sealed class RuleByCategory<TFact> : Rule<TFact>
    where TFact : class
{
    private readonly Categories<TFact, Rule<TFact>> categories;

    /// <summary>Makes a rule of a rule for each category.</summary>
    /// <param name="info">What the rule says about itself.</param>
    /// <param name="category">The category of a fact, compared letter by letter, case included. Reasons call it by the name of the member that is read.</param>
    /// <param name="rules">The categories, each with its rule: all of one unit, counting from and until the same dates of the fact.</param>
    /// <exception cref="ArgumentException">
    /// There is no category, one is empty or there twice, its rule is a lifecycle, the rules differ in unit or in the dates that they count from and until, or
    /// they have more than 16,383 bands.
    /// </exception>
    public RuleByCategory(RuleInfo info, Expression<Func<TFact, string?>> category, IEnumerable<KeyValuePair<string, Rule<TFact>>> rules)
        : this(info, Categories<TFact, Rule<TFact>>.Of(category, rules))
    {
    }

    private RuleByCategory(RuleInfo info, Categories<TFact, Rule<TFact>> categories)
        : base(
            info with { Judged = info.Judged ?? categories.All[0].Info.Judged }, categories.All[0].Unit, categories.Grades, categories.All[0].Shape,
            categories.All[0].Measured?.Begins, categories.All[0].MayLackStart)
    {
        this.categories = categories;
        Details = [categories.Detail, .. categories.All[0].Details];
    }

    private RuleByCategory(RuleVersions<TFact> versions)
        : base(versions) => categories = ((RuleByCategory<TFact>)versions.Newest).categories;

    /// <summary>What the category is called, such as <c>severity</c>; it is a detail of each assessment by this name.</summary>
    public override string CategoryName => categories.Name;

    /// <summary>The categories with their rules, in the order given.</summary>
    public IReadOnlyList<KeyValuePair<string, Rule<TFact>>> Rules => categories.Listed;

    /// <inheritdoc/>
    public override IReadOnlyList<Scale> Scales => categories.Scales;

    /// <inheritdoc/>
    public override bool Pays => Rules.Any(r => r.Value.Pays);

    /// <inheritdoc cref="DeadlineRule{TFact}.For{THost}"/>
    public RuleByCategory<THost> For<THost>(Expression<Func<THost, TFact>> map)
        where THost : class => Mapped<THost>(new(map));

    /// <inheritdoc cref="DeadlineRule{TFact}.WithCalendarTable"/>
    public RuleByCategory<TFact> WithCalendarTable(IQueryable<CalendarDay> days) => Versions is { } versions
        ? new(versions.Each(rule => ((RuleByCategory<TFact>)rule).WithCalendarTable(days)))
        : new(Info, categories)
        {
            Guards = Guards,
            Details = Details,
            Asks = Asks,
            CalendarTable = days,
        };

    /// <summary>
    /// The same rule for facts that have no pauses: it does not read them, so that it runs in databases, which cannot count them. Ask it of rows without pauses
    /// alone.
    /// </summary>
    public RuleByCategory<TFact> WithoutPauses() => Mapped<TFact>(UnpausedFacts);

    internal override RuleByCategory<THost> Mapped<THost>(Mapping mapping) => Versions is { } versions
        ? new(versions.Map<THost>(mapping))
        : new(Info, categories.Map<THost, Rule<THost>>(mapping, rule => rule.Mapped<THost>(mapping)))
        {
            Guards = MapGuards<THost>(mapping),
            Details = MapDetails<THost>(mapping),
            Asks = MapAsks<THost>(mapping),
            WithoutWithheld = WithoutWithheld,
        };

    internal override IReadOnlyList<KeyValuePair<string, Rule>> Categories => categories.Named;

    internal override VersionTransition UsualTransition => First.UsualTransition;

    private protected override RuleByCategory<TFact> Versioned(RuleVersions<TFact> versions) => new(versions);

    private protected override Expression Placed(ParameterExpression fact) => categories.Place(fact);

    internal override Selector<TFact, DateOnly?>? Ends => First.Ends;

    internal override Selector<TFact, DateOnly?>? DatesFromElse => First.DatesFromElse;

    internal override Measure<TFact>? Measured => First.Measured;

    internal override bool IsOpen(object fact, DateOnly asOf) => categories.Of(fact)?.IsOpen(fact, asOf) ?? base.IsOpen(fact, asOf);

    internal override IEnumerable<RecordedValue> InputsOf(object fact) => [categories.Input(fact), .. (categories.Of(fact) ?? First).InputsOf(fact)];

    internal override decimal? ValueOf(object fact, DateOnly asOf) => (categories.Of(fact) ?? First).ValueOf(fact, asOf);

    internal override bool CountsWorkingDays => First.CountsWorkingDays;

    internal override decimal? ActualToCut(object fact, decimal at) => categories.Of(fact)?.ActualToCut(fact, at);

    internal override DateOnly? DueOn(object fact, DateOnly asOf) => categories.Of(fact)?.DueOn(fact, asOf);

    internal override decimal? PayableOf(object fact, Verdict verdict) =>
        ByVersion(fact, DateOnly.MaxValue, verdict) is var (rule, own) && rule != this ? rule.PayableOf(fact, own)
        : categories.Of(fact)?.PayableOf(fact, Own(verdict));

    internal override PayCalculation? CalculationOf(object fact, Verdict verdict) =>
        ByVersion(fact, DateOnly.MaxValue, verdict) is var (rule, own) && rule != this ? rule.CalculationOf(fact, own)
        : categories.Of(fact)?.CalculationOf(fact, Own(verdict));

    internal override (Scale Scale, int Band)? PlaceOf(int grade) =>
        grade >= 0 && categories.By(grade, Grades.Count, IsOfPeriods) is var (rule, own) ? rule.PlaceOf(own) : null;

    internal override string Reason(object fact, DateOnly asOf, Verdict verdict) =>
        verdict.Grade >= 0 ? categories.By(verdict.Grade, Grades.Count, IsOfPeriods).Rule.Reason(fact, asOf, Own(verdict)) : base.Reason(fact, asOf, verdict);

    private protected override string Because(TFact fact, DateOnly asOf, Verdict verdict) =>
        categories.Because(fact, verdict.Cause) is { } about ? Message.Of($"{NameOf(fact)} {about}.")
        : categories.Of(fact)?.Reason(fact, asOf, verdict) ?? base.Because(fact, asOf, verdict);

    private protected override string ReasonOf(TFact fact, DateOnly asOf, Verdict verdict) => Reason(fact, asOf, verdict);

    private Rule<TFact> First => categories.All[0];

    private Verdict Own(Verdict verdict) => categories.Own(verdict, Grades.Count, IsOfPeriods);
}
