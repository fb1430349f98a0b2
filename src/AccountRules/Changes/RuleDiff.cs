namespace AccountRules;

/// <summary>What two policies say differently by one rule. Immutable and safe for use by many threads.</summary>
public sealed class RuleDiff
{
    internal RuleDiff(Rule rule, IReadOnlyList<DiffRegion> regions) => (Rule, Regions) = (rule, regions);

    /// <summary>The rule, as the new policy has it; as the old one has it where the new one has none.</summary>
    public Rule Rule { get; }

    /// <summary>The rule's id.</summary>
    public string RuleId => Rule.Id;

    /// <summary>
    /// Every region in which the two disagree: a fact has another outcome under the new policy if and only if it lies in one. Empty where they are equivalent.
    /// </summary>
    public IReadOnlyList<DiffRegion> Regions { get; }

    /// <summary>
    /// The verdict on all regions. One in which neither outcome is better does not count beside others, and makes it <see cref="DiffVerdict.Mixed"/> where
    /// there are no others.
    /// </summary>
    public DiffVerdict Verdict
    {
        get
        {
            if (Regions.Count == 0)
                return DiffVerdict.Equivalent;

            var verdicts = Regions.Select(r => r.Verdict).OfType<DiffVerdict>().Distinct().ToArray();
            return verdicts.Length == 1 ? verdicts[0] : DiffVerdict.Mixed;
        }
    }

    /// <summary>The rule's id and the verdict.</summary>
    public override string ToString() => $"{RuleId}: {Verdict}";
}
