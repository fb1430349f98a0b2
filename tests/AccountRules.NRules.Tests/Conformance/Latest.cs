using AccountRules.Reference;

namespace AccountRules.NRules.Tests.Conformance;

/// <summary>Which row of a history is the latest, by its words.</summary>
internal static class Latest
{
    public static void Check(IEnumerable<AssessmentFact> rows)
    {
        foreach (var history in rows.GroupBy(a => (a.Subject, PeriodKind.Of(a.Period!.Value))))
        {
            var last = history.Where(a => a.Band is not null).OrderBy(a => a.Period!.Value.Start).LastOrDefault();
            Assert.Equal(last is null ? [] : [last], history.Where(a => a.IsLatest));
        }
    }
}
