namespace AccountRules;

/// <summary>The terms of the account report in a policy.</summary>
public static class AccountReportPolicy
{
    extension(PolicyTerms terms)
    {
        /// <summary>The terms of the account report's score.</summary>
        public AccountReportTerms AccountReport => terms.Of(AccountReportTerms.Section);
    }
}
