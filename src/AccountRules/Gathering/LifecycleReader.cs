using System.Linq.Expressions;
using AccountRules.Expressions;
using AccountRules.Wording;

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
    /// <summary>A later due date, and the day from which on it counts.</summary>
    private (Selector<TFact, DateOnly?> To, Selector<TFact, DateOnly?>? On)? Moved { get; init; }

    /// <summary>What its conditions read beside these.</summary>
    public IReadOnlyList<(string Name, Selector<TFact, object?> Of)> Reads { get; init; } = [];

    /// <summary>What the meanings of its stages name.</summary>
    public IReadOnlyList<(string Name, Selector<TFact, object?> Of)> Names { get; init; } = [];

    /// <summary>What the meanings name that is the same for all facts.</summary>
    public IReadOnlyList<KeyValuePair<string, Phrase>> Stated { get; init; } = [];

    public static LifecycleReader<TFact> Of(Lifecycle<TFact> lifecycle) => new(
        lifecycle.Stages,
        [.. lifecycle.Transitions.Select(t => (lifecycle.IndexOf(t.From), Tree.Inlined(t.When), lifecycle.IndexOf(t.To)))],
        lifecycle.Begins is { } begins ? new(begins) : null,
        lifecycle.Ends is { } ends ? new(ends) : null,
        lifecycle.Due is { } due ? new(due) : null)
    {
        Moved = lifecycle.MovedTo is { } to ? (new(to), lifecycle.MovedOn is { } on ? new(on) : null) : null,
        Reads = [.. lifecycle.Reads.Select(read => (read.Name, new Selector<TFact, object?>(read.Of)))],
        Stated = lifecycle.Stated,
        Names = [.. lifecycle.Names.Select(name => (name.Name, new Selector<TFact, object?>(name.Of)))],
    };

    /// <summary>The last day on which the fact can end in time, as it is known on a day.</summary>
    public DateOnly? DueOn(TFact fact, DateOnly asOf) =>
        Moved is { } moved && moved.To.Of(fact) is { } later && !(moved.On?.Of(fact) > asOf) ? later : Due?.Of(fact);

    /// <summary>From a stage, the index of the next one.</summary>
    public Expression Place(ParameterExpression fact, int stage)
    {
        var place = Tree.Grade(stage);
        foreach (var transition in Transitions.Reverse().Where(t => t.From == stage))
            place = Tree.If(Replacement.Apply(transition.When, fact, Tree.AsOf), Tree.Grade(transition.To), place);

        return place;
    }

    public LifecycleReader<THost> Map<THost>(Mapping mapping)
        where THost : class =>
        new(Stages,
            [.. Transitions.Select(t => (t.From, mapping.Apply(t.When), t.To))],
            Begins?.Map<THost>(mapping), Ends?.Map<THost>(mapping), Due?.Map<THost>(mapping))
        {
            Moved = Moved is { } moved ? (moved.To.Map<THost>(mapping), moved.On?.Map<THost>(mapping)) : null,
            Reads = [.. Reads.Select(read => (read.Name, read.Of.Map<THost>(mapping)))],
            Stated = Stated,
            Names = [.. Names.Select(name => (name.Name, name.Of.Map<THost>(mapping)))],
        };
}
