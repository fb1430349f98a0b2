using System.Linq.Expressions;

namespace AccountRules.Documents;

/// <summary>Tells the causes for which a rule gives a fact no band: they stand at the ends of its expression.</summary>
internal sealed class RuleCauses : IRuleVisitor<IReadOnlyList<Cause>>
{
    private static readonly RuleCauses Visitor = new();

    /// <summary>The causes, in the order in which the rule asks for them.</summary>
    public static IReadOnlyList<Cause> Of(Rule rule) => rule.Accept(Visitor);

    public IReadOnlyList<Cause> Each<TFact>(Rule<TFact> rule)
        where TFact : class => Of(rule, rule.Expression);

    public IReadOnlyList<Cause> RollUp<TFact>(RollUpRule<TFact> rule)
        where TFact : class => [];

    public IReadOnlyList<Cause> Track<TFact>(LifecycleRule<TFact> rule)
        where TFact : class => Of(rule, rule.ExpressionFrom(0));

    public IReadOnlyList<Cause> Gathered<TRow>(GatheredRule<TRow> rule)
        where TRow : class => Of(rule.Of);

    private static IReadOnlyList<Cause> Of(Rule rule, LambdaExpression expression) =>
        [.. Ends(expression.Body).Select(code => rule.VerdictOf(code).Cause).Where(cause => !cause.IsNone).Distinct()];

    private static IEnumerable<int> Ends(Expression place) => place is ConditionalExpression choice
        ? Ends(choice.IfTrue).Concat(Ends(choice.IfFalse))
        : [(int)((ConstantExpression)place).Value!];
}
