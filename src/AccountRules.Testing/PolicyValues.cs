namespace AccountRules.Testing;

/// <summary>
/// Values that favour a rule's edges, for generated tests: a plain sequence that any framework takes, such as FsCheck by <c>Gen.Elements</c> or a theory by a
/// row for each. The same seed gives the same values on any machine. Safe for use by many threads.
/// </summary>
/// <example>
/// <code>
/// foreach (var days in PolicyValues.Near(policy, "fte-fulfillment", seed: 1).Take(1000))
///     Check(new FteOrder { OrderId = "1", OrderedOn = asOf.AddDays(-(int)days) });
/// </code>
/// </example>
public static class PolicyValues
{
    /// <summary>
    /// Values without end, in the unit of a rule's measure (a ratio 1 being 100 %): half of them just below, at or just above an edge of it, the others
    /// anywhere from well below the lowest edge to well above the highest. Whole for days, months and years.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="ruleId">The rule's id, such as <c>fte-fulfillment</c>.</param>
    /// <param name="seed">Which sequence.</param>
    /// <exception cref="ArgumentException">The policy has no such rule, or the rule no edge on its measure, such as one that is not in force.</exception>
    public static IEnumerable<decimal> Near(Policy policy, string ruleId, int seed)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var rule = policy.Rules.FirstOrDefault(r => r.Id == ruleId)
            ?? throw new ArgumentException($"The policy has no rule `{ruleId}`; it has {string.Join(", ", policy.Rules.Select(r => r.Id))}.", nameof(ruleId));
        var declared = rule.Scales.Count > 0
            ? rule.Scales.SelectMany(scale => scale).Select(b => b.Cut?.At).OfType<decimal>()
            : PolicyBoundaries.Of(policy).Where(b => b.Rule.Id == ruleId && b.IsRatio == (rule.Unit == Unit.Ratio)).Select(b => b.Cut.At);
        decimal[] cuts = rule.Unit is null || rule.Info.NotSet is not null ? [] : [.. declared.Distinct().Order()];
        return cuts.Length > 0
            ? Values(cuts, rule.Unit is Unit.Days or Unit.Months or Unit.Years ? 1 : rule.Unit == Unit.Ratio ? 0.0001m : 0.01m, seed)
            : throw new ArgumentException($"Rule `{rule.Id}` has no edge on a measure: it is not in force, counts facts, or has one band.", nameof(ruleId));
    }

    private static IEnumerable<decimal> Values(decimal[] cuts, decimal step, int seed)
    {
        var random = new SplitMix((ulong)seed);
        var (low, high) = (cuts[0], cuts[^1]);
        var (from, steps) = (low - Math.Abs(low), (high - low) / step + 2 * (Math.Abs(high) + Math.Abs(low)) / step + 10);
        while (true)
        {
            yield return random.Next(2) == 0
                ? cuts[random.Next(cuts.Length)] + step * (random.Next(3) - 1)
                : from + step * decimal.Floor(steps * random.Next(1_000_000) / 1_000_000);
        }
    }

    /// <summary>Numbers that are the same under every version of .NET, which those of <see cref="Random"/> need not be.</summary>
    private sealed class SplitMix(ulong seed)
    {
        private ulong state = seed;

        public int Next(int below)
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)((mixed ^ (mixed >> 31)) % (ulong)below);
        }
    }
}
