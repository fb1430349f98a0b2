using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Cases;

/// <summary>"Payment of bills is tracked and debt prevented."</summary>
internal static class PaymentCase
{
    public static RuleCase<Invoice> Case { get; } = new(p => p.Payment)
    {
        Fact = Any,
        Says = FactReadings.Payment,
        WithSubject = (fact, id) => fact with { InvoiceId = id },
        Standings = [Standing.Late, Standing.Met, Standing.NotApplicable, Standing.OnTrack, Standing.Overdue, Standing.Undetermined],
        CountsDays = true,
        AnyTerms = _ => AnyBuckets,
    };

    private static Gen<Invoice> Any(PolicyTerms terms, DateOnly asOf, Reach reach)
    {
        int[] cuts = [0, .. terms.Payment.BucketDays];
        return from due in Dates.Start(asOf, cuts, reach)
               from paid in Dates.End(due, asOf, cuts, reach)
               from issued in Gen.Frequency(
                   (3, Gen.Constant<DateOnly?>(null)), (3, Dates.Start(due ?? asOf, [30, 14], reach)), (1, Dates.End(paid, asOf, [0], reach)))
               from days in WorkingDays.OfFact(asOf, reach)
               select new Invoice
               {
                   InvoiceId = "I-9",
                   AccountId = "A",
                   DueOn = due,
                   PaidOn = paid,
                   IssuedOn = issued,
                   Amount = 120,
                   Pauses = days.Pauses,
                   Calendar = days.Calendar,
               };
    }

    private static Gen<Func<PolicyTerms, PolicyTerms>> AnyBuckets =>
        from count in Gen.Choose(0, 4)
        from days in Gen.ListOf(Gen.Frequency((3, Gen.Choose(1, 90)), (1, Gen.Elements(1, 2, 3660))), count)
        select (Func<PolicyTerms, PolicyTerms>)(terms => terms.With(new PaymentTerms { BucketDays = [.. days.Distinct().Order()] }));
}
