using System.Linq.Expressions;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// A transition table: stages, the first being the initial one, and transitions between them. From a stage, the first transition whose condition holds
/// is taken; where none holds the stage stays. Immutable: each <c>With…</c> gives a new one.
/// </summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
public sealed class Lifecycle<TFact>
    where TFact : class
{
    private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);

    /// <summary>Makes a lifecycle.</summary>
    /// <param name="stages">The stages, the initial one first.</param>
    /// <param name="transitions">The transitions, in the order in which they are asked.</param>
    /// <exception cref="ArgumentException">
    /// There is no stage, a stage's name repeats, a transition names an unknown stage, or no transition leads to a stage.
    /// </exception>
    public Lifecycle(IEnumerable<Stage> stages, IEnumerable<Transition<TFact>> transitions)
    {
        Stages = [.. stages];
        Transitions = [.. transitions];
        if (Stages.Count == 0)
            throw new ArgumentException("The lifecycle has no stage: give it at least its initial one.", nameof(stages));

        foreach (var stage in Stages)
        {
            if (!indices.TryAdd(stage.Name, indices.Count))
                throw new ArgumentException($"The stage name `{stage.Name}` is used more than once: give each stage a name of its own.", nameof(stages));
        }

        foreach (var name in Transitions.SelectMany(t => new[] { t.From, t.To }).Where(name => !indices.ContainsKey(name)))
        {
            throw new ArgumentException(
                $"A transition names stage `{name}`, which is not one of {string.Join(", ", indices.Keys)}: add the stage or mend the name.",
                nameof(transitions));
        }

        if (Stages.Skip(1).FirstOrDefault(s => Transitions.All(t => !string.Equals(t.To, s.Name, StringComparison.Ordinal))) is { } unreachable)
            throw new ArgumentException($"No transition leads to stage `{unreachable.Name}`: add one or leave the stage out.", nameof(transitions));
    }

    /// <summary>The stages, the initial one first.</summary>
    public IReadOnlyList<Stage> Stages { get; }

    /// <summary>The transitions, in the order in which they are asked.</summary>
    public IReadOnlyList<Transition<TFact>> Transitions { get; }

    /// <summary>The date on which the fact begins; before it the rule does not apply.</summary>
    public Expression<Func<TFact, DateOnly?>>? Begins { get; init; }

    /// <summary>The date on which the fact ends; its value counts from then on.</summary>
    public Expression<Func<TFact, DateOnly?>>? Ends { get; init; }

    /// <summary>The last day on which the fact can end in time.</summary>
    public Expression<Func<TFact, DateOnly?>>? Due { get; init; }

    /// <summary>A later last day to which <see cref="Due"/> was moved; a fact that has none goes by <see cref="Due"/>.</summary>
    public Expression<Func<TFact, DateOnly?>>? MovedTo { get; init; }

    /// <summary>The day from which on <see cref="MovedTo"/> counts, this one included; of a fact that has none it counts at all times.</summary>
    public Expression<Func<TFact, DateOnly?>>? MovedOn { get; init; }

    /// <summary>What the conditions read beside begin, end, due date and value: records keep it where the fact has it.</summary>
    public IReadOnlyList<Detail<TFact>> Reads { get; init => field = [.. value]; } = [];

    /// <summary>What the meanings of stages name in braces beside <c>{value}</c>, <c>{due}</c> and <c>{end}</c>.</summary>
    public IReadOnlyList<Detail<TFact>> Names { get; init => field = [.. value]; } = [];

    /// <summary>What the meanings name that is the same for all facts, such as an amount of the policy's terms.</summary>
    internal IReadOnlyList<KeyValuePair<string, Phrase>> Stated { get; init; } = [];

    internal int IndexOf(string stage) => indices[stage];
}
