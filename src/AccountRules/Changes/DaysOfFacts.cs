using System.Linq.Expressions;
using AccountRules.Expressions;

namespace AccountRules.Changes;

/// <summary>The dates that lie so many days after another as a fact says, such as those that its filled heads are worth.</summary>
internal sealed class DaysOfFacts : ExpressionVisitor
{
    private readonly SortedDictionary<string, Expression> found = new(StringComparer.Ordinal);

    /// <summary>Refuses an expression that counts such days otherwise than another: which date is the later one is not known of all facts.</summary>
    /// <exception cref="UnreadableException">It does.</exception>
    public static void CheckAlike(Expression one, Expression other)
    {
        var (some, others) = (In(one), In(other));
        if (others.Keys.FirstOrDefault(date => !some.ContainsKey(date)) is { } key)
            throw new UnreadableException($"a term is in what the evaluation date is compared with, {Interval.Read(others[key])}");
    }

    private static SortedDictionary<string, Expression> In(Expression node)
    {
        var dates = new DaysOfFacts();
        dates.Visit(node);
        return dates.found;
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node is { Method.Name: nameof(DateOnly.AddDays), Arguments: [not ConstantExpression] } || (CountedDays.IsDate(node) && !CountedDays.IsFixed(node)))
            found.TryAdd(Folding.Key(node), node);

        return base.VisitMethodCall(node);
    }
}
