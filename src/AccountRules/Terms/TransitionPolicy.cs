namespace AccountRules;

/// <summary>The transitions of a policy.</summary>
public static class TransitionPolicy
{
    extension(PolicyTerms terms)
    {
        /// <summary>How this version takes over from the one before, by rule.</summary>
        public TransitionTerms Transition => terms.Of(terms.Rules.TransitionSection);
    }
}
