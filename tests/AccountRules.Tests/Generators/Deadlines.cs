using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Generators;

/// <summary>What the terms of any deadline may add: levels past its limit, and a warning from a part of the limit on.</summary>
internal static class Deadlines
{
    /// <summary>None, or up to three, the first perhaps on the day after the limit.</summary>
    public static Gen<LevelTerms[]> Levels => Gen.Frequency(
        (2, Gen.Constant(Array.Empty<LevelTerms>())),
        (1, from first in Gen.Frequency((1, Gen.Constant(1)), (2, Gen.Choose(1, 20)))
            from more in Gen.Choose(1, 15).ArrayOf(2)
            from count in Gen.Choose(1, 3)
            select (LevelTerms[])
            [
                .. new[] { first, first + more[0], first + more[0] + more[1] }.Take(count)
                    .Select((days, i) => new LevelTerms { Name = $"Level {i + 1}", DaysPast = days }),
            ]));

    /// <summary>None, or hundredths above 0 up to all of it.</summary>
    public static Gen<decimal?> Share => Gen.Frequency(
        (3, Gen.Constant<decimal?>(null)), (2, Gen.Choose(1, 100).Select(part => (decimal?)(part / 100m))));

    /// <summary>The days at which a deadline turns: at its limit, the warning before it, and levels past it.</summary>
    public static int[] Turns(int limit, decimal? share, IEnumerable<LevelTerms> levels) =>
        [limit, (int)((share ?? 1) * limit), .. levels.Select(level => limit + level.DaysPast)];
}
