using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Cases;

/// <summary>"From entry level to senior after three to five years."</summary>
internal static class CareerCase
{
    public static RuleCase<Employment> Case { get; } = new(p => p.Career)
    {
        Fact = Any,
        Says = FactReadings.Career,
        WithSubject = (fact, id) => fact with { EmployeeId = id },
        Standings = [Standing.Graded, Standing.NotApplicable, Standing.Undetermined],
        AnyTerms = _ => AnyYears,
    };

    private static Gen<Employment> Any(PolicyTerms terms, DateOnly asOf, Reach reach)
    {
        int[] cuts = [0, 1, terms.Career.EligibleFromYears, terms.Career.TypicalUpToYears, terms.Career.TypicalUpToYears + 1];
        var onAnniversary = from years in Gen.Elements(cuts)
                            from days in Gen.Elements(-1, 0, 0, 1)
                            select (DateOnly?)Dates.Shift(YearsBefore(asOf, years), days, reach);
        return from since in Gen.Frequency((4, onAnniversary), (1, Dates.Start(asOf, [.. cuts.Select(years => years * 365)], reach)))
               from role in Gen.Elements(null, "Account Manager", "Senior Account Manager")
               select new Employment { EmployeeId = "ann", Role = role, RoleSince = since };
    }

    private static DateOnly YearsBefore(DateOnly date, int years) => years >= date.Year ? DateOnly.MinValue : date.AddYears(-years);

    private static Gen<Func<PolicyTerms, PolicyTerms>> AnyYears =>
        from eligible in Gen.Frequency((3, Gen.Choose(1, 8)), (1, Gen.Elements(1, 100)))
        from more in Gen.Choose(0, 4)
        select (Func<PolicyTerms, PolicyTerms>)(terms =>
            terms.With(new CareerTerms { EligibleFromYears = eligible, TypicalUpToYears = Math.Min(eligible + more, 100) }));
}
