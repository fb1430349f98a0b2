using System.Linq.Expressions;
using System.Text.Json.Serialization;
using AccountRules.Expressions;
using AccountRules.History;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>An attainment: a ratio on a scale of bands, each with a standing such as met or missed. Immutable and safe for use by many threads.</summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
[JsonConverter(typeof(PlainJsonConverter<Rule>))]
public sealed class AttainmentRule<TFact> : MeasuredRule<TFact>
    where TFact : class
{
    private string? needed;

    /// <summary>Makes an attainment.</summary>
    /// <param name="info">What the rule says about itself.</param>
    /// <param name="ratio">The measure, made by <c>Measure.Ratio</c>.</param>
    /// <param name="scale">The bands, each with its standing.</param>
    /// <param name="shape">The shape of the fact: who and what it is about.</param>
    /// <exception cref="ArgumentException">The measure is not a ratio, or a band has a standing while open and the facts have no period.</exception>
    public AttainmentRule(RuleInfo info, Measure<TFact> ratio, Scale scale, FactShape<TFact> shape)
        : this(info, ratio, scale, shape.Reader)
    {
        if (ratio.Unit != AccountRules.Unit.Ratio)
        {
            throw new ArgumentException(
                $"An attainment measures a ratio, and this measure is of {ratio.Unit}: make it with Measure.Ratio(…).", nameof(ratio));
        }

        CheckOpen(nameof(scale));
    }

    private AttainmentRule(RuleInfo info, Measure<TFact> ratio, Scale scale, ShapeReader<TFact> shape)
        : base(info, ratio, scale, GradesOf(scale), shape)
    {
    }

    private AttainmentRule(RuleVersions<TFact> versions)
        : base(versions)
    {
    }

    /// <inheritdoc cref="DeadlineRule{TFact}.For{THost}"/>
    public AttainmentRule<THost> For<THost>(Expression<Func<THost, TFact>> map)
        where THost : class => Mapped<THost>(new(map));

    internal override AttainmentRule<THost> Mapped<THost>(Mapping mapping) => Versions is { } versions
        ? new(versions.Map<THost>(mapping))
        : new(Info, Measure.Map<THost>(mapping), Scale!, Shape.Map<THost>(mapping))
        {
            Guards = MapGuards<THost>(mapping),
            Details = MapDetails<THost>(mapping),
            Asks = MapAsks<THost>(mapping),
            WithoutWithheld = WithoutWithheld,
        };

    private protected override AttainmentRule<TFact> Versioned(RuleVersions<TFact> versions) => new(versions);

    private protected override string ReasonOf(TFact fact, DateOnly asOf, Verdict verdict)
    {
        var bands = Language.Spoken is null ? needed ??= Needed() : Needed();
        return Message.Of($"{NameOf(fact)} {Attained(fact, asOf)}; {bands}.");
    }

    private protected override string? Limit => Texts.Percent(Scale![^1].Cut!.Value.At);

    private string Needed() => string.Join(", ", Scale!.Skip(1).Select(b => b.Cut!.Value.Edge == Edge.Above
        ? Message.Of($"{Message.Text(b.Name)} is above {Texts.Percent(b.Cut.Value.At)}")
        : Message.Of($"{Message.Text(b.Name)} is from {Texts.Percent(b.Cut.Value.At)}")));
}
