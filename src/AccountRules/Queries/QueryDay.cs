namespace AccountRules.Queries;

/// <summary>
/// The evaluation date, from which dates of a query are counted back. How many days that are is written in the query itself: two dates that are the same under
/// one policy are then another query under a policy that has them apart, which linq2db would answer by the one that it kept.
/// </summary>
internal sealed class QueryDay(DateOnly date)
{
    public QueryParameter<DateOnly> Before(int days) => new(date.AddDays(-days));
}
