using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Cases;

/// <summary>"From following standard processes to setting the organisation's strategy."</summary>
internal static class CompetencyCase
{
    private static readonly string[] Abilities = ["a", "b", "c", "d", "e", "f", "A"];

    public static GatheredCase Case { get; } = new GatheredCase<Competency>(p => p.Competency)
    {
        Facts = Any,
        Says = CompetencyReading.Of,
        Standings = [Standing.Graded, Standing.NotApplicable, Standing.Undetermined],
        AnyTerms = _ => AnyLevels,
    };

    private static Gen<object[]> Any(PolicyTerms terms, DateOnly asOf, Reach reach)
    {
        var one = from employee in Gen.Elements("ann", "ann", "bob", "Cy")
                  from ability in Gen.Elements(Abilities)
                  from day in Gen.Frequency((3, Dates.Start(asOf, [0, 1, 30], reach)), (1, Gen.Constant<DateOnly?>(asOf)))
                  select new AbilityEvidence { EmployeeId = employee, Ability = ability, EvidencedOn = day ?? asOf };
        return from count in Gen.Elements(1, 3, 12, 24)
               from evidence in one.ArrayOf(count)
               select evidence.Distinct().Cast<object>().ToArray();
    }

    /// <summary>Levels of one or two abilities; one in six is not set.</summary>
    private static Gen<Func<PolicyTerms, PolicyTerms>> AnyLevels =>
        from isSet in Gen.Choose(0, 5)
        from abilities in Gen.Shuffle(Abilities)
        from first in Gen.Choose(1, 2)
        from second in Gen.Choose(1, 2)
        select (Func<PolicyTerms, PolicyTerms>)(terms => terms.With(new CompetencyTerms
        {
            Levels = isSet == 0 ? [] :
            [
                new() { Name = "First", Abilities = [.. abilities[..first]] },
                new() { Name = "Second", Abilities = [.. abilities[first..(first + second)]] },
                new() { Name = "Third", Abilities = [abilities[^2]] },
                new() { Name = "Fourth", Abilities = [abilities[^1]] },
            ],
        }));
}
