namespace AccountRules.Catalogue;

/// <summary>A record of terms. What one term alone must keep to stands in its table; here is what they must keep to together.</summary>
internal interface ITerms
{
    /// <summary>The values in the order of the record's <see cref="TermTable"/>.</summary>
    object?[] Values { get; }

    /// <summary>Adds the problems between terms, with paths from the section on.</summary>
    void Check(PolicyTerms policy, List<TermProblem> problems)
    {
    }
}
