using AccountRules.Cli.Input;

namespace AccountRules.Cli.Assessing;

/// <summary>
/// Notices facts that are paid for periods with a day in common, such as a quarter beside one of its months. It keeps nothing of a fact: which were there is
/// remembered already, and only where periods are of several lengths is asked for those with a day in common.
/// </summary>
/// <param name="seen">Which facts were there.</param>
internal sealed class PaidTwice(SeenFacts seen)
{
    private readonly HashSet<int> lengths = [];
    private PeriodOverlap? first;
    private long count;

    /// <summary>Takes a fact that is assessed, and was not there before.</summary>
    /// <param name="key">What tells it from others.</param>
    public void Take(FactKey key)
    {
        var period = key.Period!.Value;
        lengths.Add(MonthsOf(period));
        if (lengths.Count < 2)
            return;

        foreach (var other in InYearOf(period).Where(other => MonthsOf(other) != MonthsOf(period) && other.Start <= period.End && period.Start <= other.End))
        {
            if (!seen.Has(key with { Period = other }))
                continue;

            first ??= new(key.Subject, period, other);
            count++;
            return;
        }
    }

    /// <summary>What there is to say of it; <c>null</c> where no periods overlap.</summary>
    /// <param name="name">The name of the facts' files.</param>
    public string? Remark(string name) => first is null ? null
        : $"{name}: {first}, so that its days are paid twice{(count == 1 ? "" : $"; {Shown.Count(count)} periods overlap in all")}: leave one of them out.";

    private static IEnumerable<Period> InYearOf(Period period) =>
    [
        Period.Year(period.Start.Year),
        .. Enumerable.Range(1, 4).Select(quarter => Period.Quarter(period.Start.Year, quarter)),
        .. Enumerable.Range(1, 12).Select(month => Period.Month(period.Start.Year, month)),
    ];

    private static int MonthsOf(Period period) => period.End.Month - period.Start.Month + 1;
}
