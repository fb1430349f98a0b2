using AccountRules.Wording;

namespace AccountRules;

/// <summary>A rule over facts of several kinds that says nothing in an <see cref="AccountReport"/>, since a kind was not given. Immutable.</summary>
public sealed class UnassessedRule
{
    /// <summary>The rule.</summary>
    public required Rule Rule { get; init; }

    /// <summary>The kinds of facts that were not given, by the names of their files. A kind of which there are none is given as such.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>The rule and what it lacks, in one line.</summary>
    public override string ToString() => $"{Rule.Id}: not assessed, since there are no {Texts.Listed(Missing)}";
}
