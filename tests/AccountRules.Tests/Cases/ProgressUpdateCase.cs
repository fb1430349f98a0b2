using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Cases;

/// <summary>"Clients get regular progress updates."</summary>
internal static class ProgressUpdateCase
{
    public static GatheredCase Case { get; } = new GatheredCase<Cadence>(p => p.ProgressUpdate)
    {
        Facts = Any,
        Says = ProgressUpdateReading.Of,
        Standings = [Standing.OnTrack, Standing.AtRisk, Standing.Overdue, Standing.NotApplicable, Standing.Undetermined],
        AnyTerms = _ => AnyDays,
    };

    private static Gen<object[]> Any(PolicyTerms terms, DateOnly asOf, Reach reach)
    {
        var own = terms.ProgressUpdate;
        var (every, atRisk) = (own.EveryDays ?? 14, own.AtRiskDays);
        int[] cuts = [0, 1, Math.Max(every - atRisk, 0), Math.Max(every - atRisk + 1, 0), .. Deadlines.Turns(every, own.AtRiskFromShare, own.Levels)];
        var day = Dates.Start(asOf, cuts, reach);
        var account = from id in Gen.Elements("A", "B", "C", "d")
                      from started in day
                      from ended in Gen.Frequency((3, Gen.Constant<DateOnly?>(null)), (2, day))
                      from manager in Gen.Elements(null, "m1", "m2")
                      select (object)new Account { AccountId = id, StartedOn = started, EndedOn = ended, ManagerId = manager };
        var update = from id in Gen.Elements("A", "B", "C", "d", "E")
                     from sent in day
                     select (object)new ProgressUpdate { AccountId = id, SentOn = sent ?? asOf };
        return from accounts in account.ArrayOf(3)
               from updates in Gen.Choose(0, 6).SelectMany(count => update.ArrayOf(count))
               select accounts.DistinctBy(a => ((Account)a).AccountId).Concat(updates.Distinct()).ToArray();
    }

    private static Gen<Func<PolicyTerms, PolicyTerms>> AnyDays =>
        from every in Gen.Frequency((1, Gen.Constant<int?>(null)), (4, Gen.Choose(1, 40).Select(d => (int?)d)), (1, Gen.Constant((int?)3660)))
        from atRisk in Gen.Choose(0, 45)
        from share in Deadlines.Share
        from levels in Deadlines.Levels
        select (Func<PolicyTerms, PolicyTerms>)(terms => terms.With(new ProgressUpdateTerms
        {
            EveryDays = every,
            AtRiskDays = share is null ? atRisk : new ProgressUpdateTerms().AtRiskDays,
            AtRiskFromShare = share,
            Levels = [.. levels],
        }));
}
