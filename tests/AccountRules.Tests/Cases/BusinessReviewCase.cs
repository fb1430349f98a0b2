using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Cases;

/// <summary>"Weekly or monthly business reviews are held with clients."</summary>
internal static class BusinessReviewCase
{
    public static GatheredCase Case { get; } = new GatheredCase<Cadence>(p => p.BusinessReview)
    {
        Facts = Any,
        Says = BusinessReviewReading.Of,
        Standings = [Standing.OnTrack, Standing.AtRisk, Standing.Overdue, Standing.NotApplicable, Standing.Undetermined],
        AnyTerms = _ => AnyDays,
    };

    private static Gen<object[]> Any(PolicyTerms terms, DateOnly asOf, Reach reach)
    {
        var (atRisk, own) = (terms.BusinessReview.AtRiskDays, terms.BusinessReview);
        int[] days = [own.EveryDays, .. own.Tiers.Select(t => t.EveryDays)];
        var day = Dates.Start(asOf, [0, 1, .. days.SelectMany(every =>
            (int[])[Math.Max(every - atRisk, 0), .. Deadlines.Turns(every, own.AtRiskFromShare, own.Levels)])], reach);
        var account = from id in Gen.Elements("A", "B", "C", "d")
                      from started in day
                      from ended in Gen.Frequency((3, Gen.Constant<DateOnly?>(null)), (2, day))
                      from tier in Gen.Elements(null, "gold", "gold", "silver", "Gold")
                      select (object)new Account { AccountId = id, StartedOn = started, EndedOn = ended, Tier = tier };
        var review = from id in Gen.Elements("A", "B", "C", "d", "E")
                     from held in day
                     select (object)new BusinessReview { AccountId = id, HeldOn = held ?? asOf };
        return from accounts in account.ArrayOf(3)
               from reviews in Gen.Choose(0, 6).SelectMany(count => review.ArrayOf(count))
               select accounts.DistinctBy(a => ((Account)a).AccountId).Concat(reviews.Distinct()).ToArray();
    }

    private static Gen<Func<PolicyTerms, PolicyTerms>> AnyDays =>
        from every in Gen.Choose(1, 40)
        from atRisk in Gen.Choose(0, 45)
        from count in Gen.Choose(0, 2)
        from ofTiers in Gen.Frequency((4, Gen.Choose(1, 40)), (1, Gen.Constant(3660))).ArrayOf(2)
        from share in Deadlines.Share
        from levels in Deadlines.Levels
        select (Func<PolicyTerms, PolicyTerms>)(terms => terms.With(new BusinessReviewTerms
        {
            EveryDays = every,
            AtRiskDays = share is null ? atRisk : new BusinessReviewTerms().AtRiskDays,
            AtRiskFromShare = share,
            Levels = [.. levels],
            Tiers = [.. new[] { "gold", "silver" }.Take(count).Select((name, i) => new TierTerms { Name = name, EveryDays = ofTiers[i] })],
        }));
}
