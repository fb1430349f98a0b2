using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>A fact that <see cref="PolicyMonitor.TryAddRange"/> has skipped, and why. Immutable.</summary>
public sealed class LoadProblem
{
    internal LoadProblem(string ruleId, int index, string? subject, Exception exception) =>
        (RuleId, Index, Subject, Exception) = (ruleId, index, subject, exception);

    /// <summary>The id of the first rule that could not take the fact.</summary>
    public string RuleId { get; }

    /// <summary>The fact's place among those given, from 0.</summary>
    public int Index { get; }

    /// <summary>
    /// The id of the order, item, account or employee; <c>null</c> where it is missing, could not be read, or is not clean (<see cref="Ids"/>).
    /// </summary>
    public string? Subject { get; }

    /// <summary>What was found and how to mend it, with rule, subject and index, in one line.</summary>
    public string Message => Exception.Message;

    /// <summary>
    /// What <see cref="PolicyMonitor.AddRange"/> would have thrown; where a reading of the fact threw, that is the inner exception. Not in JSON.
    /// </summary>
    [JsonIgnore]
    public Exception Exception { get; }

    /// <summary>The message.</summary>
    public override string ToString() => Message;
}
