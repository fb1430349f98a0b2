namespace AccountRules;

/// <summary>What is said of a fact that throws when a rule reads it.</summary>
internal static class UnreadFact
{
    /// <summary>The failure, with rule, subject and index.</summary>
    /// <param name="type">The fact's type.</param>
    /// <param name="subject">Its subject; <c>null</c> where that cannot be read either.</param>
    /// <param name="rule">The rule that read it; <c>null</c> where several do.</param>
    /// <param name="index">Where it stands among many; below 0 where it is alone.</param>
    /// <param name="failure">What it threw.</param>
    public static InvalidOperationException Of(Type type, string? subject, Rule? rule, long index, Exception failure) =>
        new(
            $"{type.Name}{(subject is null ? "" : $" `{subject}`")} could not be read{(rule is null ? "" : $" by rule `{rule.Id}`")}"
            + $"{(index < 0 ? "" : $", index {index}")}: {failure.Message}",
            failure);

    /// <summary>The same of a fact whose subject may fail too.</summary>
    public static InvalidOperationException Of<TFact>(TFact fact, Func<TFact, string> subjectOf, Rule? rule, long index, Exception failure)
        where TFact : class
    {
        string? subject = null;
        try
        {
            subject = subjectOf(fact);
        }
        catch (Exception e) when (IsOfFact(e))
        {
            // Then it is told without.
        }

        return Of(typeof(TFact), subject, rule, index, failure);
    }

    /// <summary>Hands many facts on, each with its place: one that is <c>null</c> is refused, and one that throws when it is read is named.</summary>
    public static void Each<TFact>(IEnumerable<TFact> facts, Action<TFact> take, Func<TFact, string> subjectOf, Rule? rule)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(facts);
        var index = 0L;
        foreach (var fact in facts)
            One(fact, take, subjectOf, rule, index++);
    }

    /// <summary>The same of one of many; what is wrong with an id is told with the index.</summary>
    public static void One<TFact>(TFact fact, Action<TFact> take, Func<TFact, string> subjectOf, Rule? rule, long index)
        where TFact : class
    {
        if (fact is null)
            throw new ArgumentException($"The fact at index {index} is null: leave it out.");

        try
        {
            take(fact);
        }
        catch (ArgumentException e) when (e is { ParamName: null } && e.GetType() == typeof(ArgumentException))
        {
            throw new ArgumentException(Unclean(e.Message, index), e);
        }
        catch (Exception e) when (IsOfFact(e) && e is not ArgumentException)
        {
            throw Of(fact, subjectOf, rule, index, e);
        }
    }

    /// <summary>What is wrong with an id of one of many facts.</summary>
    public static string Unclean(string fault, long index) => $"{fault} Index {index}.";

    /// <summary>The first of some facts that throws when the rule reads it; <c>null</c> where none does, so that the failure was none of a fact's.</summary>
    public static InvalidOperationException? First<TFact>(Rule<TFact> rule, ReadOnlySpan<TFact> facts, DateOnly asOf, long position)
        where TFact : class
    {
        for (var i = 0; i < facts.Length; i++)
        {
            try
            {
                rule.Judge(facts[i], asOf);
            }
            catch (Exception e) when (IsOfFact(e))
            {
                return Of(facts[i], rule.Shape.Subject.Of, rule, position + i, e);
            }
        }

        return null;
    }

    /// <summary>Whether a failure may be one of a fact, and no want of memory or somebody's wish to stop.</summary>
    public static bool IsOfFact(Exception e) => e is not (OutOfMemoryException or OperationCanceledException);
}
