using AccountRules.Cli.Input;

namespace AccountRules.Cli.Assessing;

/// <summary>Notices facts that are paid for periods with a day in common, such as a quarter beside one of its months.</summary>
internal sealed class PaidTwice
{
    private readonly Dictionary<string, PeriodOverlaps> periods = new(StringComparer.Ordinal);
    private PeriodOverlap? first;
    private long count;

    /// <summary>Takes a fact that is assessed.</summary>
    /// <param name="key">What tells it from others.</param>
    public void Take(FactKey key)
    {
        if (!periods.TryGetValue(key.Part ?? "", out var own))
            periods.Add(key.Part ?? "", own = new());

        if (own.Add(key.Subject, key.Period!.Value) is not { } overlap)
            return;

        first ??= overlap;
        count++;
    }

    /// <summary>What there is to say of it; <c>null</c> where no periods overlap.</summary>
    /// <param name="name">The name of the facts' files.</param>
    public string? Remark(string name) => first is null ? null
        : $"{name}: {first}, so that its days are paid twice{(count == 1 ? "" : $"; {Shown.Count(count)} periods overlap in all")}: leave one of them out.";
}
