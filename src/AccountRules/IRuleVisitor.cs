namespace AccountRules;

/// <summary>
/// Takes rules of any kind with the type of their facts, which <see cref="Policy.Rules"/> does not show: for tools that go through all rules of a policy, a
/// host's own included.
/// </summary>
/// <typeparam name="TResult">What it makes of a rule.</typeparam>
public interface IRuleVisitor<out TResult>
{
    /// <summary>Takes a rule on each fact by itself.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">The rule.</param>
    TResult Each<TFact>(Rule<TFact> rule)
        where TFact : class;

    /// <summary>Takes a rule on the facts of a subject and period together.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">The rule.</param>
    TResult RollUp<TFact>(RollUpRule<TFact> rule)
        where TFact : class;

    /// <summary>Takes a rule on the facts of a subject over the periods.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">The rule.</param>
    TResult Track<TFact>(LifecycleRule<TFact> rule)
        where TFact : class;

    /// <summary>Takes a rule on rows that are each made of many facts.</summary>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <param name="rule">The rule.</param>
    TResult Gathered<TRow>(GatheredRule<TRow> rule)
        where TRow : class;
}
