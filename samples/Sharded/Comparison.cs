using Microsoft.EntityFrameworkCore;

namespace AccountRules.Samples.Sharded;

/// <summary>The database's word on some orders against the same rule in memory, order by order.</summary>
internal static class Comparison
{
    public static async Task<(int Compared, int Different)> WithMemoryAsync(
        DeadlineRule<CrmOrder> rule, OrdersDb db, DateOnly asOf, int every, CancellationToken cancellation = default)
    {
        var (compared, different) = (0, 0);
        await foreach (var graded in rule.Grade(db.Orders.Where(o => o.Number % every == 0), asOf).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var assessment = rule.Assess(graded.Fact, asOf);
            compared++;
            if ((assessment.Standing, assessment.Band, assessment.Cause) != (graded.Standing, graded.Band, graded.Cause))
                different++;
        }

        return (compared, different);
    }
}
