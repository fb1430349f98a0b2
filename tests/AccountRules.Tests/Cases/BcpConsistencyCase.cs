using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Cases;

/// <summary>"Business Continuity Plan protocols are implemented consistently and on time": the runs of a quarter together.</summary>
internal static class BcpConsistencyCase
{
    public static GatheredCase Case { get; } = new GatheredCase<Consistency>(p => p.BcpConsistency)
    {
        Facts = Any,
        Says = BcpConsistencyReading.Of,
        Standings = [Standing.Met, Standing.Missed, Standing.NotApplicable, Standing.Undetermined],
        AnyTerms = _ =>
            from least in Gen.Elements(1, 0.5m, 0.75m, 0.6667m, 0.3333m, 0.0001m)
            select (Func<PolicyTerms, PolicyTerms>)(terms => terms.With(new BcpConsistencyTerms { ConsistentFrom = least })),
    };

    private static Gen<object[]> Any(PolicyTerms terms, DateOnly asOf, Reach reach)
    {
        var run = from account in Gen.Elements("A", "A", "A", "B", "B", "c", null)
                  from due in Gen.Frequency((30, Dates.Start(asOf, [0, 1, 45, 90], reach).Where(day => day is not null)), (1, Gen.Constant<DateOnly?>(null)))
                  from completed in Dates.End(due, asOf, [0, 1, -1, 5], reach)
                  select new ProtocolRun { RunId = "", AccountId = account, DueOn = due, CompletedOn = completed };
        return from count in Gen.Choose(0, 16)
               from runs in run.ArrayOf(count)
               select runs.Select((r, i) => (object)(r with { RunId = $"R-{i}" })).ToArray();
    }
}
