using System.Linq.Expressions;
using System.Text.Json.Serialization;
using AccountRules.Expressions;
using AccountRules.History;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>A rule that places one measured value on a scale of bands: an attainment or a tier. Immutable and safe for use by many threads.</summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
[JsonConverter(typeof(PlainJsonConverter<Rule>))]
public abstract class MeasuredRule<TFact> : Rule<TFact>
    where TFact : class
{
    private protected MeasuredRule(RuleInfo info, Measure<TFact> measure, Scale? scale, IEnumerable<Grade> grades, ShapeReader<TFact> shape)
        : base(info, measure.Unit, grades, shape, measure.Begins) => (Measure, Scale) = (measure, scale);

    private protected MeasuredRule(RuleVersions<TFact> versions)
        : base(versions) => (Measure, Scale) = (((MeasuredRule<TFact>)versions.Newest).Measure, versions.Newest.Scale);

    /// <summary>The grades of a scale's bands.</summary>
    private protected static IEnumerable<Grade> GradesOf(Scale scale, FactorLine?[]? lines = null) =>
        scale.Select((b, i) => new Grade(b.Name, b.Standing, b.Factor, b.Programme) { WhileRunning = b.WhileOpen, Line = lines?[i] });

    /// <summary>Refuses a standing while open where nothing is ever open.</summary>
    private protected void CheckOpen(string argument)
    {
        if (!IsOfPeriods && Scale!.FirstOrDefault(b => b.WhileOpen is not null) is { } band)
        {
            throw new ArgumentException(
                $"Band `{band.Name}` has a standing while open, and the facts of rule `{Id}` are of no period that runs: leave out .Open(…), "
                + "or give their shape a Period.",
                argument);
        }
    }

    internal Measure<TFact> Measure { get; }

    /// <summary>The standing of a fact taken as it is, with everything in it known: as of the end of the calendar.</summary>
    /// <param name="fact">The fact; it must not change while the assessment is read.</param>
    /// <exception cref="ArgumentNullException">The fact is <c>null</c>.</exception>
    public Assessment Assess(TFact fact) => Assess(fact, DateOnly.MaxValue);

    private protected override Expression Placed(ParameterExpression fact) => Measure.Place(fact, Scale!, firstClosed: 0);

    internal override Selector<TFact, DateOnly?>? Ends => Measure.Ends;

    internal override Measure<TFact> Measured => Measure;

    internal override IEnumerable<RecordedValue> InputsOf(object fact) => Measure.Inputs((TFact)fact);

    internal override decimal? ValueOf(object fact, DateOnly asOf) => Value((TFact)fact, asOf);

    private protected override string Because(TFact fact, DateOnly asOf, Verdict verdict) => Measure.About(fact, verdict.Cause) is { } about
        ? Message.Of($"{NameOf(fact)} has no achievement: {about} {verdict.Cause.Because(Info, begins: null, asOf)}.")
        : base.Because(fact, asOf, verdict);

    internal override decimal? ActualToCut(object fact, decimal at) => Measure.ActualToCut((TFact)fact, at);

    /// <summary>What the fact attained or has, in words; also where no decimal holds it.</summary>
    private protected Attained Attained(TFact fact, DateOnly asOf)
    {
        if (Measure.HasNoEnd(fact))
            return Wording.Attained.WithoutEnd;

        var value = Value(fact, asOf) is { } stated ? Texts.Measured(stated, Unit!.Value, UnitName) : Phrase.Text(Measure.Unstated(fact));
        return new(
            Unit == AccountRules.Unit.Ratio,
            value,
            Unit == AccountRules.Unit.Amount && IsOfMoney ? CurrencyWords.After(CurrencyOf(fact)) : Measure.Basis(fact));
    }

    private protected decimal? Value(TFact fact, DateOnly asOf) => Measure.ValueOf(fact, asOf);
}
