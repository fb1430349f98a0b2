using System.Linq.Expressions;
using AccountRules.Trees;

namespace AccountRules.Lifecycles;

/// <summary>A lifecycle whose expressions can be mapped to a host's type.</summary>
internal sealed record LifecycleReader<TFact>(
    IReadOnlyList<Stage> Stages,
    IReadOnlyList<(int From, LambdaExpression When, int To)> Transitions,
    IReadOnlyList<(LambdaExpression When, Cause Cause)> Guards,
    Selector<TFact, DateOnly?>? Begins,
    Selector<TFact, DateOnly?>? Ends,
    Selector<TFact, DateOnly?>? Due)
    where TFact : class
{
    public static LifecycleReader<TFact> Of(Lifecycle<TFact> lifecycle) => new(
        lifecycle.Stages,
        [.. lifecycle.Transitions.Select(t => (lifecycle.IndexOf(t.From), Clean(t.When), lifecycle.IndexOf(t.To)))],
        [.. lifecycle.Guards.Select(g => (Clean(g.When), g.Cause))],
        lifecycle.Begins is { } begins ? new(begins) : null,
        lifecycle.Ends is { } ends ? new(ends) : null,
        lifecycle.Due is { } due ? new(due) : null);

    /// <summary>Every condition, with what it is called in a message.</summary>
    public IEnumerable<(LambdaExpression When, string Name)> Conditions() => Guards.Select(g => (g.When, $"guard {g.Cause}"))
        .Concat(Transitions.Select(t => (t.When, $"transition from {Stages[t.From].Name} to {Stages[t.To].Name}")));

    /// <summary>From a stage, the index of the next one.</summary>
    public Expression Place(ParameterExpression fact, int stage)
    {
        var place = Tree.Grade(stage);
        foreach (var transition in Transitions.Reverse().Where(t => t.From == stage))
            place = Expression.Condition(Replacement.Apply(transition.When, fact, Tree.AsOf), Tree.Grade(transition.To), place);

        foreach (var guard in Guards.Reverse())
            place = Expression.Condition(Replacement.Apply(guard.When, fact, Tree.AsOf), Tree.Because(guard.Cause), place);

        return place;
    }

    public LifecycleReader<THost> Map<THost>(Mapping mapping)
        where THost : class =>
        new(Stages,
            [.. Transitions.Select(t => (t.From, mapping.Apply(t.When), t.To))],
            [.. Guards.Select(g => (mapping.Apply(g.When), g.Cause))],
            Begins?.Map<THost>(mapping), Ends?.Map<THost>(mapping), Due?.Map<THost>(mapping));

    private static LambdaExpression Clean(LambdaExpression lambda) => Expression.Lambda(Constants.Inline(lambda.Body), lambda.Parameters);
}
