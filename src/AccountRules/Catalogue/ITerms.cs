namespace AccountRules.Catalogue;

/// <summary>
/// A record of terms, taken apart and put together in the order of its table of terms. What one term alone must keep to stands in the table; here is what they must
/// keep to together.
/// </summary>
internal interface ITerms
{
    /// <summary>The terms in the order of the document.</summary>
    Term[] Terms { get; }

    /// <summary>The values of the terms.</summary>
    object?[] Values { get; }

    /// <summary>A record of the same kind with other values.</summary>
    ITerms With(object?[] values);

    /// <summary>Adds the problems between terms, with paths from the section on.</summary>
    void Check(PolicyTerms policy, List<TermProblem> problems)
    {
    }
}
