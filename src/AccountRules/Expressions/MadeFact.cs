using System.Linq.Expressions;

namespace AccountRules.Expressions;

/// <summary>Makes the fact that a host's object is read as, compiled when it is first asked for.</summary>
internal sealed class MadeFact<THost>(Type type, Func<Func<THost, object?>> compile)
    where THost : class
{
    private Func<THost, object?>? compiled;

    public Type Type => type;

    /// <summary>The fact; <c>null</c> where it cannot be made, as where a member that no rule has read so far throws.</summary>
    public object? Of(THost host)
    {
        try
        {
            return (compiled ??= compile())(host);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>The maker of a mapping, which leads to a fact, or to another host's object that is read as one.</summary>
    public static MadeFact<THost> By<TFact>(LambdaExpression map, MadeFact<TFact>? further)
        where TFact : class =>
        new(further?.Type ?? typeof(TFact), () =>
        {
            var first = ((Expression<Func<THost, TFact>>)map).Compile();
            return further is null ? first : host => first(host) is { } fact ? further.Of(fact) : null;
        });
}
