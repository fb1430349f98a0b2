using System.Linq.Expressions;
using System.Reflection;

namespace AccountRules.Expressions;

/// <summary>What a rule reads off a fact: the expression, and the delegate compiled from it when it is first needed.</summary>
internal sealed class Selector<TFact, TValue>
{
    private Func<TFact, TValue>? compiled;

    public Selector(LambdaExpression lambda)
    {
        var body = Constants.Inline(lambda.Body);
        if (body.Type != typeof(TValue))
            body = Expression.Convert(body, typeof(TValue));

        Lambda = body == lambda.Body ? (Expression<Func<TFact, TValue>>)lambda : Expression.Lambda<Func<TFact, TValue>>(body, lambda.Parameters);
    }

    public Expression<Func<TFact, TValue>> Lambda { get; }

    /// <summary>The value; a date past the ends of the calendar is missing.</summary>
    public TValue Of(TFact fact) => (compiled ??= Compile())(fact);

    /// <summary>A property is read by its getter, which is compiled already.</summary>
    private Func<TFact, TValue> Compile() =>
        Lambda.Body is MemberExpression { Member: PropertyInfo { GetMethod: { } getter }, Expression: ParameterExpression }
            ? getter.CreateDelegate<Func<TFact, TValue>>()
        : typeof(TValue) == typeof(DateOnly?) && DayNumbers.MayLeaveCalendar(Lambda.Body)
        ? Expression.Lambda<Func<TFact, TValue>>(Loaded.In(DayNumbers.InCalendar(Lambda.Body)), Lambda.Parameters).Compile()
        : Expression.Lambda<Func<TFact, TValue>>(Loaded.In(Lambda.Body), Lambda.Parameters).Compile();

    /// <summary>The selector's body for the given fact, without conversions to a nullable type that only widen.</summary>
    public Expression On(ParameterExpression fact) => Tree.Narrowed(Replacement.Apply(Lambda, fact));

    public Selector<THost, TValue> Map<THost>(Mapping mapping) => new(mapping.Apply(Lambda));

    /// <summary>The same selector over a host's type, or nothing where the mapping leaves its member out.</summary>
    public Selector<THost, TValue>? MapIfBound<THost>(Mapping mapping) => mapping.Binds(Lambda) ? Map<THost>(mapping) : null;
}
