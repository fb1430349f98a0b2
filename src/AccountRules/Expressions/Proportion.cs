using System.Linq.Expressions;

namespace AccountRules.Expressions;

/// <summary>A part and a whole that say which share of a fact's pay, or of its target, counts; all of it where neither is given.</summary>
internal sealed record Proportion<TFact>(Selector<TFact, int?> Part, Selector<TFact, int?> Whole)
    where TFact : class
{
    /// <summary>The share of a fact of which it is possible.</summary>
    public (int Part, int Whole) Of(TFact fact) => (Part.Of(fact) ?? 1, Whole.Of(fact) ?? 1);

    /// <summary>The same as expressions.</summary>
    public (Expression Part, Expression Whole) On(ParameterExpression fact) => (OrOne(Part.On(fact)), OrOne(Whole.On(fact)));

    /// <summary>Both as they are, for a fact that has them.</summary>
    public (Expression Part, Expression Whole) Given(ParameterExpression fact) => (Tree.ValueOf(Part.On(fact)), Tree.ValueOf(Whole.On(fact)));

    /// <summary>Whether the fact gives neither; <c>null</c> where it cannot lack one.</summary>
    public Expression? IsAll(ParameterExpression fact)
    {
        var (part, whole) = (IsMissing(Part.On(fact)), IsMissing(Whole.On(fact)));
        return part is ConstantExpression || whole is ConstantExpression ? null : Expression.AndAlso(part, whole);
    }

    /// <summary>Whether the share of a fact is one: the same as <see cref="IsImpossible"/>, denied.</summary>
    public bool IsPossible(TFact fact, int least) => (Part.Of(fact), Whole.Of(fact)) switch
    {
        (null, null) => true,
        ({ } part, { } whole) => part >= least && part <= whole && whole > 0,
        _ => false,
    };

    /// <summary>Whether the share is none: a number is missing, the whole is 0 or less, or the part is below the least one or above the whole.</summary>
    public Expression IsImpossible(ParameterExpression fact, int least = 0)
    {
        var (part, whole) = (Part.On(fact), Whole.On(fact));
        return Expression.OrElse(
            Expression.AndAlso(IsMissing(part), Expression.Not(IsMissing(whole))),
            Expression.AndAlso(
                Expression.Not(IsMissing(part)), Expression.OrElse(IsMissing(whole), IsOutside(Tree.ValueOf(part), Tree.ValueOf(whole), least))));
    }

    /// <summary>The share over a host's type; none where the host's mapping leaves out both numbers.</summary>
    public Proportion<THost>? MapIfBound<THost>(Mapping mapping)
        where THost : class =>
        mapping.Binds(Part.Lambda) || mapping.Binds(Whole.Lambda) ? new(Part.Map<THost>(mapping), Whole.Map<THost>(mapping)) : null;

    private static BinaryExpression IsOutside(Expression part, Expression whole, int least) =>
        Expression.OrElse(
            Expression.LessThan(part, Expression.Constant(least)),
            Expression.OrElse(Expression.LessThan(whole, Expression.Constant(1)), Expression.GreaterThan(part, whole)));

    private static Expression IsMissing(Expression value) => Nullable.GetUnderlyingType(value.Type) is null ? Expression.Constant(false) : Tree.IsNull(value);

    private static Expression OrOne(Expression value) =>
        Nullable.GetUnderlyingType(value.Type) is null ? value : Expression.Coalesce(value, Expression.Constant(1));
}
