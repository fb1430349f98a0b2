namespace AccountRules;

/// <content>Waivers from rules of the policy.</content>
public partial class Policy
{
    /// <summary>Waivers from rules of this policy, checked all at once.</summary>
    /// <param name="waivers">The waivers, such as the rows of a host's table.</param>
    /// <exception cref="ArgumentException">
    /// Some cannot be used: an unknown rule, or one that only grades; an id that is not clean (see <see cref="Ids"/>); no reason or approver; an end before the
    /// beginning, or none; two of one rule and subject on one day. The message has a line for each problem; a <see cref="WaiverCollector"/> takes the others.
    /// </exception>
    public Waivers Waivers(IEnumerable<Waiver> waivers)
    {
        ArgumentNullException.ThrowIfNull(waivers);
        var collector = CollectWaivers();
        WaiverProblem[] problems = [.. waivers.SelectMany(collector.Add)];
        return problems.Length == 0 ? collector.Waivers() : throw new ArgumentException(
            $"The waivers cannot be used:{string.Concat(problems.Select(p => $"{Environment.NewLine}  {p}"))}", nameof(waivers));
    }

    /// <summary>Takes waivers one at a time, and says of each what is wrong with it.</summary>
    public WaiverCollector CollectWaivers() => new(Rules);
}
