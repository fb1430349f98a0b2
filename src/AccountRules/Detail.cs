using System.Linq.Expressions;

namespace AccountRules;

/// <summary>Something that a rule says of a fact beside its standing, under a name of its own, such as <c>focus</c>. Immutable.</summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
/// <param name="Name">The name, in camel case: a field of output has it.</param>
/// <param name="Of">Reads it off the fact: a text, a number, a date or a flag.</param>
public sealed record Detail<TFact>(string Name, Expression<Func<TFact, object?>> Of)
    where TFact : class;
