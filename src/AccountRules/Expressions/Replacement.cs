using System.Linq.Expressions;

namespace AccountRules.Expressions;

/// <summary>Puts expressions in the place of a lambda's parameters.</summary>
internal sealed class Replacement(IReadOnlyList<ParameterExpression> parameters, Expression[] arguments) : ExpressionVisitor
{
    public static Expression Apply(LambdaExpression lambda, params Expression[] arguments) => new Replacement(lambda.Parameters, arguments).Visit(lambda.Body);

    protected override Expression VisitParameter(ParameterExpression node)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i] == node)
                return arguments[i];
        }

        return node;
    }
}
