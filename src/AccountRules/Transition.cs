using System.Linq.Expressions;

namespace AccountRules;

/// <summary>One row of a lifecycle's transition table. Immutable.</summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
/// <param name="From">The stage that it leads out of.</param>
/// <param name="When">Whether it is taken, asked with the fact and the evaluation date; it reads only what had happened by then.</param>
/// <param name="To">The stage that it leads to.</param>
public sealed record Transition<TFact>(string From, Expression<Func<TFact, DateOnly, bool>> When, string To)
    where TFact : class;
