using System.Linq.Expressions;
using AccountRules.Expressions;

namespace AccountRules.Gathering;

/// <summary>A lifecycle whose expressions can be mapped to a host's type.</summary>
internal sealed record LifecycleReader<TFact>(
    IReadOnlyList<Stage> Stages,
    IReadOnlyList<(int From, LambdaExpression When, int To)> Transitions,
    Selector<TFact, DateOnly?>? Begins,
    Selector<TFact, DateOnly?>? Ends,
    Selector<TFact, DateOnly?>? Due)
    where TFact : class
{
    public static LifecycleReader<TFact> Of(Lifecycle<TFact> lifecycle) => new(
        lifecycle.Stages,
        [.. lifecycle.Transitions.Select(t => (lifecycle.IndexOf(t.From), Tree.Inlined(t.When), lifecycle.IndexOf(t.To)))],
        lifecycle.Begins is { } begins ? new(begins) : null,
        lifecycle.Ends is { } ends ? new(ends) : null,
        lifecycle.Due is { } due ? new(due) : null);

    /// <summary>From a stage, the index of the next one.</summary>
    public Expression Place(ParameterExpression fact, int stage)
    {
        var place = Tree.Grade(stage);
        foreach (var transition in Transitions.Reverse().Where(t => t.From == stage))
            place = Expression.Condition(Replacement.Apply(transition.When, fact, Tree.AsOf), Tree.Grade(transition.To), place);

        return place;
    }

    public LifecycleReader<THost> Map<THost>(Mapping mapping)
        where THost : class =>
        new(Stages,
            [.. Transitions.Select(t => (t.From, mapping.Apply(t.When), t.To))],
            Begins?.Map<THost>(mapping), Ends?.Map<THost>(mapping), Due?.Map<THost>(mapping));
}
