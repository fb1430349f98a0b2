namespace AccountRules.Testing;

/// <summary>What tests reached of a rule. Immutable.</summary>
/// <param name="RuleId">The rule's id.</param>
/// <param name="Bands">Its bands, or stages.</param>
/// <param name="Edges">The places just below, at and just above each cut of its scale: one day or year, a hundredth of a point, or 0.01 away.</param>
/// <param name="Movements">The movements of a track; empty for other rules.</param>
public sealed record RuleCoverage(
    string RuleId, IReadOnlyList<CoveredPlace> Bands, IReadOnlyList<CoveredPlace> Edges, IReadOnlyList<CoveredPlace> Movements)
{
    /// <summary>How many places were reached.</summary>
    public int Reached => All.Count(p => p.IsReached);

    private IEnumerable<CoveredPlace> All => [.. Bands, .. Edges, .. Movements];

    /// <summary>In one line: <c>performance-pay: 5 of 5 bands, 9 of 12 places at edges; not reached: below above 1</c>.</summary>
    public override string ToString()
    {
        var parts = new[] { Part(Bands, "bands"), Part(Edges, "places at edges"), Part(Movements, "movements") }.OfType<string>();
        string[] missing = [.. All.Where(p => !p.IsReached).Select(p => p.Place)];
        return $"{RuleId}: {string.Join(", ", parts)}{(missing.Length > 0 ? $"; not reached: {string.Join(", ", missing)}" : "")}";
    }

    private static string? Part(IReadOnlyList<CoveredPlace> places, string name) =>
        places.Count == 0 ? null : $"{places.Count(p => p.IsReached)} of {places.Count} {name}";
}
