using System.Linq.Expressions;
using System.Reflection;

namespace AccountRules.Queries;

/// <summary>
/// Refuses a mapping that calls the application's own methods, conversions or operators, which no database can run: a provider might fetch every row and run them here, or
/// leave them out, and nobody would know. Methods of the platform and of the provider are left to the provider, and so are properties: it names those that it does not know.
/// </summary>
internal sealed class ApplicationCode : ExpressionVisitor
{
    private readonly Rule rule;

    private ApplicationCode(Rule rule) => this.rule = rule;

    public static void Refuse(Rule rule, params ReadOnlySpan<Expression> read)
    {
        var visitor = new ApplicationCode(rule);
        foreach (var expression in read)
            visitor.Visit(expression);
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        Check(node.Method);
        return base.VisitMethodCall(node);
    }

    protected override Expression VisitUnary(UnaryExpression node)
    {
        Check(node.Method);
        return base.VisitUnary(node);
    }

    protected override Expression VisitBinary(BinaryExpression node)
    {
        Check(node.Method);
        return base.VisitBinary(node);
    }

    protected override Expression VisitInvocation(InvocationExpression node) =>
        throw new NotSupportedException($"Rule `{rule.Id}` cannot be run in a database: its mapping calls a delegate, `{node}`. Map the member to a column, or assess in memory.");

    private void Check(MethodInfo? method)
    {
        var assembly = method?.DeclaringType?.Assembly.GetName().Name ?? "System.";
        if (!assembly.StartsWith("System.", StringComparison.Ordinal) && !assembly.StartsWith("Microsoft.", StringComparison.Ordinal) && !assembly.StartsWith("Npgsql", StringComparison.Ordinal))
        {
            throw new NotSupportedException(
                $"Rule `{rule.Id}` cannot be run in a database: its mapping calls {method!.DeclaringType?.Name}.{method.Name}, which is code of the application. Map the member to a column, or assess in memory.");
        }
    }
}
