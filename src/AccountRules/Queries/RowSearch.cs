using System.Linq.Expressions;

namespace AccountRules.Queries;

/// <summary>Whether an expression reads a row.</summary>
internal sealed class RowSearch : ExpressionVisitor
{
    private readonly ParameterExpression row;
    private bool isFound;

    private RowSearch(ParameterExpression row) => this.row = row;

    public static bool Finds(ParameterExpression row, Expression node)
    {
        var search = new RowSearch(row);
        search.Visit(node);
        return search.isFound;
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        isFound |= node == row;
        return node;
    }
}
