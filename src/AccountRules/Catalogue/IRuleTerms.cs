namespace AccountRules.Catalogue;

/// <summary>The terms of one rule. What one term alone must keep to stands at its <see cref="TermAttribute"/>; here is what they must keep to together.</summary>
internal interface IRuleTerms
{
    /// <summary>The problems between terms, with paths from the section on.</summary>
    IEnumerable<TermProblem> Check(PolicyTerms policy);
}
