namespace AccountRules.Testing;

/// <summary>A check, with what it asked of the policy and how long it took.</summary>
internal sealed record TouchingCheck(PolicyCheck Check, IReadOnlyList<string> RuleIds, TimeSpan Took)
{
    /// <summary>Whether it may notice a change of these rules; of none, it is a change of terms that no rule reads.</summary>
    public bool Touches(IReadOnlyList<string> ids) => RuleIds.Count == 0 || ids.Count == 0 || ids.Any(id => RuleIds.Contains(id, StringComparer.Ordinal));

    public bool Notices(Policy mutant)
    {
        try
        {
            PolicyUnderTest.With(new(mutant, coverage: null), () => Check.Check(mutant));
            return false;
        }
#pragma warning disable CA1031 // Any failure of the check is what is looked for.
        catch (Exception)
#pragma warning restore CA1031
        {
            return true;
        }
    }
}
