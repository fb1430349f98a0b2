using System.Linq.Expressions;

namespace AccountRules.Expressions;

/// <summary>A part and a whole of which a fact's pay is a share; all of it where neither is given.</summary>
internal sealed record PayShare<TFact>(Selector<TFact, int?> Part, Selector<TFact, int?> Whole)
    where TFact : class
{
    /// <summary>The share of a fact of which it is possible.</summary>
    public (int Part, int Whole) Of(TFact fact) => (Part.Of(fact) ?? 1, Whole.Of(fact) ?? 1);

    /// <summary>The same as expressions.</summary>
    public (Expression Part, Expression Whole) On(ParameterExpression fact) => (OrOne(Part.On(fact)), OrOne(Whole.On(fact)));

    public Expression IsImpossible(ParameterExpression fact)
    {
        var (part, whole) = (Part.On(fact), Whole.On(fact));
        return Expression.OrElse(
            Expression.AndAlso(IsMissing(part), Expression.Not(IsMissing(whole))),
            Expression.AndAlso(Expression.Not(IsMissing(part)), Expression.OrElse(IsMissing(whole), IsOutside(Tree.ValueOf(part), Tree.ValueOf(whole)))));
    }

    /// <summary>The share over a host's type; none where the host's mapping leaves out both numbers.</summary>
    public PayShare<THost>? MapIfBound<THost>(Mapping mapping)
        where THost : class =>
        mapping.Binds(Part.Lambda) || mapping.Binds(Whole.Lambda) ? new(Part.Map<THost>(mapping), Whole.Map<THost>(mapping)) : null;

    private static BinaryExpression IsOutside(Expression part, Expression whole) =>
        Expression.OrElse(
            Expression.LessThan(part, Expression.Constant(0)),
            Expression.OrElse(Expression.LessThan(whole, Expression.Constant(1)), Expression.GreaterThan(part, whole)));

    private static Expression IsMissing(Expression value) => Nullable.GetUnderlyingType(value.Type) is null ? Expression.Constant(false) : Tree.IsNull(value);

    private static Expression OrOne(Expression value) =>
        Nullable.GetUnderlyingType(value.Type) is null ? value : Expression.Coalesce(value, Expression.Constant(1));
}
