using System.Linq.Expressions;

namespace AccountRules;

/// <summary>Who and what a fact is about: what an assessment says beside its standing. Immutable.</summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
/// <param name="Subject">The id of the order, item, account or employee.</param>
public sealed record Facets<TFact>(Expression<Func<TFact, string>> Subject)
    where TFact : class
{
    /// <summary>The account that the fact belongs to, if any.</summary>
    public Expression<Func<TFact, string?>>? Account { get; init; }

    /// <summary>The period that the fact is of, if any; a period that starts after the evaluation date is <see cref="Cause.NotBegun"/>.</summary>
    public Expression<Func<TFact, Period>>? Period { get; init; }

    /// <summary>The KPI that the fact is a result of, if any.</summary>
    public Expression<Func<TFact, string?>>? Kpi { get; init; }

    /// <summary>Whether the fact is in the rule's focus, if the rule has one.</summary>
    public Expression<Func<TFact, bool>>? Focus { get; init; }
}
