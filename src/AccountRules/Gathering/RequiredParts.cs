using System.Numerics;

namespace AccountRules.Gathering;

/// <summary>The parts that each group of a roll-up must have, such as the KPIs of a plan. Which of them have come is a set of bits.</summary>
internal sealed class RequiredParts(IEnumerable<string> names)
{
    private readonly Dictionary<string, int> numbers = names.Distinct(StringComparer.Ordinal).Index()
        .ToDictionary(part => part.Item, part => part.Index, StringComparer.Ordinal);

    /// <summary>The bit of a part; 0 for one that need not come.</summary>
    public BigInteger BitOf(string? part) =>
        part is not null && numbers.TryGetValue(part, out var number) ? BigInteger.One << number : BigInteger.Zero;

    /// <summary>
    /// What is counted of a group with the parts that have not come, each of which is undetermined; the same where the rule applies to no fact of it.
    /// </summary>
    public Counted Complete(Counted counted, IReadOnlyList<string> parts)
    {
        if (parts.Count == 0 || counted.Tally.Total == 0)
            return counted;

        string[] missing = [.. parts.Where(part => (counted.Come & BitOf(part)).IsZero)];
        return missing.Length == 0 ? counted
            : counted with { Tally = counted.Tally.With(Standing.Undetermined, missing.Length), Missing = new([.. missing]) };
    }
}
