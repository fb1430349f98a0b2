using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Conformance;

/// <summary>Facts with the policy and the evaluation date to judge them by.</summary>
internal sealed record Case<TFact>(Policy Policy, DateOnly AsOf, IReadOnlyList<TFact> Facts)
{
    public static Gen<Case<TFact>> Any(Func<PolicyTerms, DateOnly, Reach, Gen<TFact>> fact, int count, Reach reach) =>
        from asOf in Dates.AsOf(reach)
        from terms in Terms.Near(asOf, reach)
        from facts in Gen.ListOf(fact(terms, asOf, reach), count)
        select new Case<TFact>(new(terms), asOf, [.. facts]);

    public override string ToString() => $"{Facts.Count} facts as of {AsOf:yyyy-MM-dd} under {Policy.Terms}";
}
