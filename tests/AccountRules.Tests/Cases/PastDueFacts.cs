using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Cases;

/// <summary>What the cases on past due share: standings, terms, and dates around the due date, which is the fact's own or counted from its start.</summary>
internal static class PastDueFacts
{
    public static readonly IReadOnlyList<Standing> Standings =
        [Standing.Met, Standing.Late, Standing.OnTrack, Standing.AtRisk, Standing.Overdue, Standing.NotApplicable, Standing.Undetermined];

    public static Gen<(int? Within, int AtRisk, LevelTerms[] Levels)> Terms =>
        from within in Gen.Frequency(
            (2, Gen.Constant<int?>(null)), (5, Gen.Choose(0, 30).Select(d => (int?)d)), (1, Gen.Constant((int?)3660)))
        from atRisk in Gen.Frequency((4, Gen.Choose(0, 10)), (1, Gen.Constant(3660)))
        from levels in Deadlines.Levels
        select (within, atRisk, levels);

    public static Gen<(DateOnly? Start, DateOnly? Own, DateOnly? Done)> Dates(
        int? withinDays, int atRiskDays, IEnumerable<LevelTerms> levels, DateOnly asOf, Reach reach)
    {
        var within = withinDays ?? 7;
        int[] cuts = [within, Math.Max(within - atRiskDays, 0), 0, .. Deadlines.Turns(within, share: null, levels)];
        int[] near = [0, 1, -atRiskDays, -atRiskDays - 1, .. levels.Select(level => level.DaysPast)];
        return from start in Generators.Dates.Start(asOf, cuts, reach)
               from own in Gen.Frequency(
                   (3, Gen.Constant<DateOnly?>(null)),
                   (3, Generators.Dates.Start(asOf, near, reach)),
                   (1, Generators.Dates.End(start, asOf, cuts, reach)))
               from done in Gen.Frequency(
                   (2, Generators.Dates.End(start, asOf, cuts, reach)), (2, Generators.Dates.End(own ?? start, asOf, near, reach)))
               select (start, own, done);
    }
}
