using System.Linq.Expressions;
using AccountRules.Expressions;

namespace AccountRules;

/// <summary>What makes a fact undetermined, whatever its measure says: a condition and its cause. Immutable.</summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
/// <param name="When">Whether it holds, asked with the fact and the evaluation date; it reads only what had happened by then.</param>
/// <param name="Cause">Why the fact then has no band.</param>
public sealed record Guard<TFact>(Expression<Func<TFact, DateOnly, bool>> When, Cause Cause)
    where TFact : class
{
    /// <summary>The same of a host's type; <c>null</c> where it never holds by what the mapping says.</summary>
    internal Guard<THost>? Map<THost>(Mapping mapping)
        where THost : class => mapping.Apply(When) is Expression<Func<THost, DateOnly, bool>> { Body: not ConstantExpression { Value: false } } when
            ? new(when, Cause) : null;
}
