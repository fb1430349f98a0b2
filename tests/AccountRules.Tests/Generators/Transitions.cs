using AccountRules.Facts;

namespace AccountRules.Tests.Generators;

/// <summary>The ways in which versions of a policy take over that are tried.</summary>
internal static class Transitions
{
    /// <summary>Those for facts of a type.</summary>
    public static IReadOnlyList<VersionTransition> AdmittedFor(Type fact) =>
        fact == typeof(WalletShare) || fact == typeof(AccountRevenue)
            ? [VersionTransition.ByStart, VersionTransition.ByPeriod, VersionTransition.ByEvaluationDate]
            : fact == typeof(KpiResult) || fact == typeof(ServiceLevel) || fact == typeof(PayPeriod)
            ? [VersionTransition.ByStart, VersionTransition.ByPeriod, VersionTransition.ByEvaluationDate, VersionTransition.Kinder]
            : [VersionTransition.ByStart, VersionTransition.ByEvaluationDate, VersionTransition.Kinder];
}
