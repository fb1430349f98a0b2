using System.Runtime.InteropServices;
using AccountRules.Cli.Input;

namespace AccountRules.Cli.Assessing;

/// <summary>
/// Notices facts that are paid for periods with a day in common, such as a quarter beside one of its months. It keeps the periods that there are, which are
/// few, and nothing of a fact: which were there is remembered already, and is only asked for in periods that have a day in common with others.
/// </summary>
/// <param name="seen">Which facts were there.</param>
internal sealed class PaidTwice(SeenFacts seen)
{
    private readonly Dictionary<Period, List<Period>> overlapping = [];
    private PeriodOverlap? first;
    private long count;

    /// <summary>Takes a fact that is assessed, and was not there before.</summary>
    /// <param name="key">What tells it from others.</param>
    public void Take(FactKey key)
    {
        var period = key.Period!.Value;
        foreach (var other in CollectionsMarshal.AsSpan(OverlappingOf(period)))
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

    /// <summary>The other periods so far that have a day in common with a period.</summary>
    private List<Period> OverlappingOf(Period period)
    {
        if (overlapping.TryGetValue(period, out var own))
            return own;

        own = [];
        foreach (var (other, those) in overlapping)
        {
            if (other.Start > period.End || period.Start > other.End)
                continue;

            own.Add(other);
            those.Add(period);
        }

        overlapping.Add(period, own);
        return own;
    }
}
