using AccountRules.Numbers;

namespace AccountRules;

/// <summary>Adds up lines.</summary>
internal static class SettlementTotals
{
    private static readonly SettlementKind[] Kinds = Enum.GetValues<SettlementKind>();

    public static SettlementTotal Of(IEnumerable<SettlementLine> lines) => Total(of: null, lines.Select(Whole));

    /// <summary>The total of the lines of each group, in the order of what groups them.</summary>
    public static IReadOnlyList<SettlementTotal> By<TKey>(IEnumerable<SettlementLine> lines, Func<SettlementLine, TKey> by, Func<TKey, string?> name) =>
        [.. lines.GroupBy(by).OrderBy(group => group.Key, Order<TKey>()).Select(group => Total(name(group.Key), group.Select(Whole)))];

    public static IReadOnlyList<SettlementTotal> ByProgramme(IEnumerable<SettlementLine> lines) =>
    [
        .. lines.SelectMany(OfProgrammes).GroupBy(part => part.Programme, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Total(group.Key, group)),
    ];

    /// <summary>What stands settled of facts by their last lines.</summary>
    public static SettlementSum Settled(IEnumerable<SettlementLine> last) =>
        Sum([.. last.Select(line => new Part(Programme: null, line.Kind, line.After?.Payable, Difference: null, line.After?.Payable))]);

    private static IComparer<TKey> Order<TKey>() => typeof(TKey) == typeof(string) ? (IComparer<TKey>)StringComparer.Ordinal : Comparer<TKey>.Default;

    private static Part Whole(SettlementLine line) => new(Programme: null, line.Kind, line.Before?.Payable, line.Difference, line.After?.Payable);

    private static IEnumerable<Part> OfProgrammes(SettlementLine line)
    {
        var (before, after) = (line.Before ?? line.After, line.After ?? line.Before);
        if (string.Equals(before?.Programme, after?.Programme, StringComparison.Ordinal))
            return [Whole(line) with { Programme = after?.Programme }];

        return
        [
            new(before!.Programme, line.Kind, before.Payable, -before.Payable, After: null),
            new(after!.Programme, line.Kind, Before: null, after.Payable, after.Payable),
        ];
    }

    private static SettlementTotal Total(string? of, IEnumerable<Part> parts)
    {
        Part[] all = [.. parts];
        return new(of, Sum(all), Kinds.Select(kind => Sum([.. all.Where(part => part.Kind == kind)])));
    }

    private static SettlementSum Sum(Part[] parts)
    {
        var (settled, difference, now) = (new ExactTotal(), new ExactTotal(), new ExactTotal());
        foreach (var part in parts)
        {
            settled.Add(part.Before ?? 0);
            difference.Add(part.Difference ?? 0);
            now.Add(part.After ?? 0);
        }

        return new(parts.Length, settled.Value, difference.Value, now.Value);
    }

    /// <summary>What a line adds to a total.</summary>
    private sealed record Part(string? Programme, SettlementKind Kind, decimal? Before, decimal? Difference, decimal? After);
}
