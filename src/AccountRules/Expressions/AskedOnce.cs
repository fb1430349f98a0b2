using System.Linq.Expressions;

namespace AccountRules.Expressions;

/// <summary>
/// A rule's choices with a date that is asked again and again asked once, and what follows written out for either answer: a chain of guards asks anew in each
/// whether the fact has ended. The condition is asked where it came first, so that nothing is read that was not.
/// </summary>
internal sealed class AskedOnce : ExpressionVisitor
{
    /// <summary>How often a condition has to come again: what follows is compiled twice.</summary>
    private const int Least = 3;

    /// <summary>How many conditions at the most are asked so before a choice: what follows is written out for each of their answers.</summary>
    private const int Deepest = 4;

    private int depth;

    public static Expression<TDelegate> In<TDelegate>(Expression<TDelegate> rule) => rule.Update(new AskedOnce().Visit(rule.Body), rule.Parameters);

    protected override Expression VisitConditional(ConditionalExpression node)
    {
        var least = depth < Deepest ? Least : int.MaxValue;
        if (Lead(node.Test).FirstOrDefault(lead => Repeats.Count(lead, node.IfTrue, node.IfFalse) >= (lead == node.Test ? 1 : least)) is not { } asked)
            return base.VisitConditional(node);

        var more = asked == node.Test ? 0 : 1;
        depth += more;
        var known = Expression.Condition(asked, Visit(Answered.In(node, asked, answer: true)), Visit(Answered.In(node, asked, answer: false)));
        depth -= more;
        return known;
    }

    protected override Expression VisitLambda<T>(Expression<T> node) => node;

    /// <summary>The comparisons of dates that a test asks first, the longest before the others.</summary>
    private static IEnumerable<Expression> Lead(Expression test)
    {
        for (Expression? lead = test; lead is not null;)
        {
            if (MaybeDate.IsComparison(lead))
                yield return lead;

            lead = lead switch
            {
                BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.OrElse } both => both.Left,
                UnaryExpression { NodeType: ExpressionType.Not } not => not.Operand,
                _ => null,
            };
        }
    }

    private sealed class Repeats(Expression of) : ExpressionVisitor
    {
        private int count;

        public static int Count(Expression of, params Expression[] nodes)
        {
            var repeats = new Repeats(of);
            foreach (var node in nodes)
                repeats.Visit(node);

            return repeats.count;
        }

        public override Expression? Visit(Expression? node)
        {
            if (node is BinaryExpression && Same.Are(node, of))
                count++;

            return base.Visit(node);
        }
    }

    private sealed class Answered(Expression asked, bool answer) : ExpressionVisitor
    {
        public static Expression In(Expression node, Expression asked, bool answer) => new Answered(asked, answer).Visit(node);

        protected override Expression VisitConditional(ConditionalExpression node) => Visit(node.Test) switch
        {
            ConstantExpression { Value: bool known } => Visit(known ? node.IfTrue : node.IfFalse),
            var test => node.Update(test, Visit(node.IfTrue), Visit(node.IfFalse)),
        };

        protected override Expression VisitUnary(UnaryExpression node) =>
            base.VisitUnary(node) switch
            {
                UnaryExpression { NodeType: ExpressionType.Not, Operand: ConstantExpression { Value: bool known } } => Expression.Constant(!known),
                var unary => unary,
            };

        protected override Expression VisitBinary(BinaryExpression node)
        {
            if (Same.Are(node, asked))
                return Expression.Constant(answer);

            if (node.NodeType is not (ExpressionType.AndAlso or ExpressionType.OrElse))
                return base.VisitBinary(node);

            var settles = node.NodeType == ExpressionType.OrElse;
            return (Visit(node.Left), Visit(node.Right)) switch
            {
                (ConstantExpression { Value: bool known } left, var right) => known == settles ? left : right,
                (var left, ConstantExpression { Value: bool known }) when known != settles => left,
                var (left, right) => node.Update(left, node.Conversion, right),
            };
        }
    }
}
