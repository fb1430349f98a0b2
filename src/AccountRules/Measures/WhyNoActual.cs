using System.Linq.Expressions;
using AccountRules.Expressions;
using AccountRules.Wording;

namespace AccountRules.Measures;

/// <summary>Where a fact has no actual: what it says of why, the code of one of some causes, and which KPI that is about.</summary>
internal sealed record WhyNoActual<TFact>(Selector<TFact, string?> Code, Selector<TFact, string?>? Kpi, IReadOnlyList<Cause> Causes)
    where TFact : class
{
    /// <summary>The cause of a fact without an actual; of one that does not say, <see cref="Cause.NoActual"/>.</summary>
    public Expression Because(ParameterExpression fact) => Causes.Aggregate(Tree.Because(Cause.NoActual), (otherwise, cause) =>
        Expression.Condition(Expression.Equal(Code.On(fact), Expression.Constant(cause.Code)), Tree.Because(cause), otherwise));

    /// <summary>What the cause is about, in words that it follows; <c>null</c> where the fact does not say that it is the cause.</summary>
    public string? About(TFact fact, Cause cause) =>
        !string.Equals(Code.Of(fact), cause.Code, StringComparison.Ordinal) ? null : Kpi?.Of(fact) is { } kpi ? Message.Of($"KPI {kpi}") : Message.Text("it");

    public WhyNoActual<THost>? MapIfBound<THost>(Mapping mapping)
        where THost : class =>
        Code.MapIfBound<THost>(mapping) is { } code ? new(code, Kpi?.MapIfBound<THost>(mapping), Causes) : null;
}
