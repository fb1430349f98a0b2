using System.Linq.Expressions;
using AccountRules.Expressions;

namespace AccountRules.History;

/// <summary>A rule on gathered rows that judges by several versions of a policy, of whichever kind the rule of each is.</summary>
internal sealed class RuleByVersion<TFact>(RuleVersions<TFact> versions) : Rule<TFact>(versions)
    where TFact : class
{
    public override IReadOnlyList<Scale> Scales => Newest.Scales;

    public override string CategoryName => Newest.CategoryName;

    public override bool Pays => Newest.Pays;

    internal override IReadOnlyList<KeyValuePair<string, Rule>> Categories => Newest.Categories;

    internal override Measure<TFact>? Measured => Newest.Measured;

    internal override Selector<TFact, DateOnly?>? Ends => Newest.Ends;

    private Rule<TFact> Newest => Versions!.Newest;

    internal override decimal? PayableOf(object fact, Verdict verdict) =>
        ByVersion(fact, DateOnly.MaxValue, verdict) is var (rule, own) && rule != this ? rule.PayableOf(fact, own) : null;

    internal override PayCalculation? CalculationOf(object fact, Verdict verdict) =>
        ByVersion(fact, DateOnly.MaxValue, verdict) is var (rule, own) && rule != this ? rule.CalculationOf(fact, own) : null;

    internal override Rule<THost> Mapped<THost>(Mapping mapping) => new RuleByVersion<THost>(Versions!.Map<THost>(mapping));

    private protected override Rule<TFact> Versioned(RuleVersions<TFact> versions) => new RuleByVersion<TFact>(versions);

    private protected override Expression Placed(ParameterExpression fact) => throw new InvalidOperationException($"Rule `{Id}` is placed by its versions.");

    /// <summary>A grade is always of one version, whose rule says why.</summary>
    private protected override string ReasonOf(TFact fact, DateOnly asOf, Verdict verdict) => Newest.Reason(fact, asOf, verdict);
}
