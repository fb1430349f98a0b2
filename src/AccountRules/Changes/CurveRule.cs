using System.Linq.Expressions;
using AccountRules.Expressions;

namespace AccountRules.Changes;

/// <summary>A rule on facts of a type at one value of a term: the expressions that judge a fact, of a track one from each stage.</summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
internal sealed class CurveRule<TFact>
    where TFact : class
{
    /// <summary>The fact in all expressions.</summary>
    public static readonly ParameterExpression Fact = Expression.Parameter(typeof(TFact), "fact");

    private Func<TFact, DateOnly, int>? compiled;

    public CurveRule(Rule<TFact> rule, bool isTrack)
    {
        Rule = rule;
        Expressions = [.. Of(rule, isTrack).Select(e => Folding.Of(e, Fact, Tree.AsOf))];
    }

    public Rule<TFact> Rule { get; }

    public IReadOnlyList<Expression> Expressions { get; }

    /// <summary>What the rule says of a fact.</summary>
    public int Judge(TFact fact, DateOnly asOf) => (compiled ??= Compiled(Expressions))(fact, asOf);

    /// <summary>One number of what all expressions say.</summary>
    public static Func<TFact, DateOnly, int> Compiled(IReadOnlyList<Expression> expressions)
    {
        Func<TFact, DateOnly, int>[] all =
            [.. expressions.Select(e => Lowering.Compile(Expression.Lambda<Func<TFact, DateOnly, int>>(e, Fact, Tree.AsOf)))];
        return all.Length == 1 ? all[0] : (fact, asOf) =>
        {
            var leads = 0;
            for (var stage = all.Length - 1; stage >= 0; stage--)
                leads = (leads << 8) | (byte)(sbyte)all[stage](fact, asOf);

            return leads;
        };
    }

    private static IEnumerable<LambdaExpression> Of(Rule<TFact> rule, bool isTrack) => isTrack && rule is LifecycleRule<TFact> track
        ? track.Stages.Select((_, stage) => track.ExpressionOnceEndedFrom(stage))
        : [rule.Expression];
}
