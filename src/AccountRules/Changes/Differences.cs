using System.Linq.Expressions;

namespace AccountRules.Changes;

/// <summary>Goes through two rules at once, and finds where they part.</summary>
internal static class Differences
{
    /// <summary>Every way that ends with another outcome under the new rule.</summary>
    /// <exception cref="UnreadableException">One of them is not made of questions with constants at their ends.</exception>
    public static IReadOnlyList<Found> Between(Expression old, Expression @new, Func<object, Outcome> ofOld, Func<object, Outcome> ofNew)
    {
        List<Found> found = [];
        var questions = new Questions();
        questions.Walk(old, Conditions.None, (known, before) => questions.Walk(@new, known, (all, after) =>
        {
            if (ofOld(before) is var one && ofNew(after) is var other && one != other)
                found.Add(new(all, one, other));
        }));
        return found;
    }
}
