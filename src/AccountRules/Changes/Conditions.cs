using System.Linq.Expressions;

namespace AccountRules.Changes;

/// <summary>All that is known of a fact on the way through a rule, in the order in which it was asked. Immutable.</summary>
internal sealed class Conditions(IReadOnlyList<Condition> all)
{
    public static Conditions None { get; } = new([]);

    public IReadOnlyList<Condition> All => all;

    public Condition? Of(string key) => all.FirstOrDefault(c => c.Key == key);

    /// <summary>The same with this condition in the place of the one on the same thing.</summary>
    public Conditions With(Condition condition)
    {
        var before = Of(condition.Key);
        return before is null
            ? new([.. all, condition])
            : new([.. all.Select(c => c == before ? condition with { IsTold = c.IsTold || condition.IsTold } : c)]);
    }

    /// <summary>The same, and what is known of one thing is told.</summary>
    public Conditions Telling(string key, bool isTold) =>
        isTold && Of(key) is { IsTold: false } known ? With(known with { IsTold = true }) : this;

    /// <summary>One that holds where either does, where they differ in one thing; <c>null</c> where they differ in more.</summary>
    public Conditions? Joined(Conditions other)
    {
        if (all.Count != other.All.Count)
            return null;

        Condition? joined = null;
        foreach (var condition in all)
        {
            if (other.Of(condition.Key) is not { } same)
                return null;

            if (condition.IsSame(same))
                continue;

            if (joined is not null)
                return null;

            joined = condition.IsOpposite(same) ? condition with { Test = null } : condition.Joined(same);
            if (joined is null)
                return null;
        }

        return joined is null ? this
            : joined.IsAlways ? new([.. all.Where(c => c.Key != joined.Key)])
            : new([.. all.Select(c => c.Key == joined.Key ? joined : c)]);
    }

    /// <summary>Whether a fact meets them all.</summary>
    public Expression Expression =>
        all.SelectMany(c => c.Expressions).Aggregate((Expression?)null, (both, one) => both is null ? one : Expression.AndAlso(both, one))
        ?? Expression.Constant(true);
}
