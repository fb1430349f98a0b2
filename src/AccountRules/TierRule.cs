using System.Globalization;
using System.Linq.Expressions;
using AccountRules.Expressions;
using AccountRules.History;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// A tier: any measure on a scale of bands with an outcome, such as a pay factor. Standing <see cref="Standing.Graded"/> unless a band says otherwise.
/// Immutable and safe for use by many threads.
/// </summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
public sealed class TierRule<TFact> : MeasuredRule<TFact>
    where TFact : class
{
    private (string Placed, string End)[]? constants;

    /// <summary>Makes a tier.</summary>
    /// <param name="info">What the rule says about itself.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="scale">The bands, each with what it pays or applies (<see cref="Band.Pays"/>), if anything.</param>
    /// <param name="shape">The shape of the fact: who and what it is about.</param>
    /// <param name="payment">The amount that the band's factor applies to; <c>null</c> where a tier pays nothing.</param>
    /// <exception cref="ArgumentException">
    /// There is a payment, and a band has no factor; or a band has a standing while open, and the facts have no period.
    /// </exception>
    public TierRule(RuleInfo info, Measure<TFact> measure, Scale scale, FactShape<TFact> shape, Payment<TFact>? payment = null)
        : this(info, measure, scale, shape.Reader, payment)
    {
        if (payment is not null && scale.FirstOrDefault(b => b.Factor is null) is { } band)
            throw new ArgumentException($"Band `{band.Name}` has no factor, and the tier pays: add .Pays(factor).", nameof(scale));

        CheckOpen(nameof(scale));
    }

    private TierRule(RuleInfo info, Measure<TFact> measure, Scale scale, ShapeReader<TFact> shape, Payment<TFact>? payment)
        : base(payment is null ? info : info with { Judged = info.Judged ?? PeriodJudgement.OnceEnded }, measure, scale, shape) => Payment = payment;

    private TierRule(RuleVersions<TFact> versions)
        : base(versions) => Payment = ((TierRule<TFact>)versions.Newest).Payment;

    /// <summary>
    /// The amount that the band's factor applies to; <c>null</c> where the tier pays nothing. Under a <see cref="PolicyHistory"/> that of the newest version.
    /// </summary>
    public Payment<TFact>? Payment { get; }

    /// <inheritdoc cref="DeadlineRule{TFact}.For{THost}"/>
    public TierRule<THost> For<THost>(Expression<Func<THost, TFact>> map)
        where THost : class => Mapped<THost>(new(map));

    internal override TierRule<THost> Mapped<THost>(Mapping mapping) => Versions is { } versions
        ? new(versions.Map<THost>(mapping))
        : new(Info, Measure.Map<THost>(mapping), Scale!, Shape.Map<THost>(mapping), Payment?.Map<THost>(mapping))
        {
            Guards = MapGuards<THost>(mapping),
            Details = MapDetails<THost>(mapping),
            Asks = MapAsks<THost>(mapping),
            WithoutWithheld = WithoutWithheld,
        };

    private protected override Expression Placed(ParameterExpression fact) =>
        Payment?.Before(fact, Scale!.Max(band => Math.Abs(band.Factor!.Value)), base.Placed(fact)) ?? base.Placed(fact);

    internal override IEnumerable<RecordedValue> InputsOf(object fact) =>
        Payment is null ? base.InputsOf(fact) : base.InputsOf(fact).Concat(Payment.Inputs((TFact)fact));

    /// <inheritdoc/>
    public override bool Pays => Payment is not null;

    internal override decimal? PayableOf(object fact, Verdict verdict) =>
        verdict.Cause != Cause.None ? null
        : ByVersion(fact, DateOnly.MaxValue, verdict) is var (rule, own) && rule != this ? rule.PayableOf(fact, own)
        : Versions is not null ? Paid(fact, verdict)?[^1].PaidSoFar
        : Grades[verdict.Grade].Factor is { } factor ? Payment?.Of((TFact)fact, factor) : null;

    internal override PayCalculation? CalculationOf(object fact, Verdict verdict) =>
        verdict.Cause != Cause.None ? null
        : ByVersion(fact, DateOnly.MaxValue, verdict) is var (rule, own) && rule != this ? rule.CalculationOf(fact, own)
        : Versions is null && Grades[verdict.Grade].Factor is { } factor ? Payment?.CalculationOf((TFact)fact, factor) : null;

    private protected override TierRule<TFact> Versioned(RuleVersions<TFact> versions) => new(versions);

    internal override IReadOnlyList<AssessmentPart> PartsOf(object fact, Verdict verdict) =>
        Paid(fact, verdict)?.ConvertAll(paid => paid.Part) ?? [];

    /// <summary>The parts of a period whose days are paid each by its own version, and what they pay up to each; <c>null</c> where there are none.</summary>
    private List<(AssessmentPart Part, decimal? PaidSoFar)>? Paid(object fact, Verdict verdict) =>
        Versions is null || verdict.Grade < 0 ? null : PaidByDays.Of(this, Versions, (TFact)fact, isRunning: verdict.IsProvisional);

    private protected override string ReasonOf(TFact fact, DateOnly asOf, Verdict verdict)
    {
        if (PartsOf(fact, verdict) is { Count: > 0 } parts)
            return $"{NameOf(fact)} {PaidByDays.Sentence(parts, Payment!, PayableOf(fact, verdict))}.";

        var (name, attained, (placed, end)) = (NameOf(fact), Attained(fact, asOf), Constant(verdict.Grade));
        if (Payment is null || PayableOf(fact, verdict) is not { } payable)
            return $"{name} {attained.Verb}{attained.Value}{attained.Basis}: {placed}{end}";

        var (paid, committed) = (Texts.Money(payable, Payment.Decimals), Texts.Money(Payment.Selector.Of(fact)!.Value, Payment.Decimals));
        return $"{name} {attained.Verb}{attained.Value}{attained.Basis}: {placed}, {paid} of {Share(fact)}{committed}{end}";
    }

    /// <summary>What the sentences of a grade have in common: made once.</summary>
    private (string Placed, string End) Constant(int grade) => (constants ??=
    [
        .. Grades.Select(g => (
            g.Factor is { } factor ? $"{g.Band}, paid at {Texts.Percent(factor)}"
                : Payment is null ? g.Band : $"{g.Band} so far, which pays nothing yet",
            g.Programme is { } programme ? $"; enters programme {programme}." : ".")),
    ])[grade];

    /// <summary>The share of the pay in words, such as <c>1/30 of </c>; none where it is all of it.</summary>
    private string Share(TFact fact) =>
        Payment!.Share?.Of(fact) is { } share && share.Part != share.Whole
            ? string.Create(CultureInfo.InvariantCulture, $"{share.Part}/{share.Whole} of ")
            : "";
}
