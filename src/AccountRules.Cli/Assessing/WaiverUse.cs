using AccountRules.Cli.Input;

namespace AccountRules.Cli.Assessing;

/// <summary>Follows what waivers are used for, so that one that does nothing is told.</summary>
/// <param name="waivers">The waivers.</param>
/// <param name="rules">The ids of the rules that the user asks for; all where there are none.</param>
/// <param name="asOf">The evaluation date.</param>
internal sealed class WaiverUse(Waivers waivers, IReadOnlySet<string> rules, DateOnly asOf)
{
    private const int MostTold = 3;
    private readonly HashSet<Waiver> matching = [];
    private readonly HashSet<Waiver> excusing = [];
    private readonly Dictionary<Waiver, string> never = [];

    /// <summary>Puts beside an assessment what waives it.</summary>
    /// <param name="assessment">The assessment.</param>
    public Assessment Over(in Assessment assessment)
    {
        if (waivers.All.Count == 0)
            return assessment;

        if (waivers.Find(assessment) is not { } waiver)
            return waivers.Apply(assessment);

        matching.Add(waiver);
        var waived = waivers.Apply(assessment);
        if (waived.Waiver is not null)
            excusing.Add(waiver);
        else if (assessment.Standing is Standing.AtRisk or Standing.Late or Standing.Overdue or Standing.Missed)
            never.TryAdd(waiver, assessment.Reason);

        return waived;
    }

    /// <summary>What to say of waivers that are not in effect.</summary>
    /// <param name="until">The last day that is looked at.</param>
    public IEnumerable<string> Dated(DateOnly until) =>
    [
        .. Told("has ended", "have ended", waivers.All.Where(w => w.Until < asOf), w => $"on {w.Until:O}"),
        .. Told("begins", "begin", waivers.All.Where(w => w.From > until), w => $"on {w.From:O}", $" after {until:O}"),
    ];

    /// <summary>What to say of waivers that match no fact.</summary>
    /// <param name="unmatched">The waivers.</param>
    public IEnumerable<string> Unmatched(IEnumerable<Waiver> unmatched) => Told("matches no fact", "match no fact", unmatched, w => $"until {w.Until:O}");

    /// <summary>What to say of waivers that did nothing, once all facts are assessed.</summary>
    public IEnumerable<string> Remarks() =>
    [
        .. Dated(asOf),
        .. Unmatched(waivers.All.Where(w => w.IsInEffect(asOf) && !matching.Contains(w))),
        .. Told(
            "has nothing to excuse", "have nothing to excuse",
            waivers.All.Where(w => matching.Contains(w) && !excusing.Contains(w) && !never.ContainsKey(w)), w => $"until {w.Until:O}"),
        .. never.Select(n => $"{WaiverRows.Kind}: {Name(n.Key)} is never waived where it stands so: {n.Value}"),
    ];

    private IEnumerable<string> Told(string one, string many, IEnumerable<Waiver> some, Func<Waiver, string> when, string than = "")
    {
        var told = some.Where(w => rules.Count == 0 || rules.Contains(w.Rule)).ToArray();
        if (told.Length == 0)
            yield break;

        var more = told.Length > MostTold ? $" and {Shown.Count(told.Length - MostTold)} more" : "";
        var count = $"{Shown.Count(told.Length)} {(told.Length == 1 ? one : many)}{than}";
        yield return $"{WaiverRows.Kind}: {count}: {string.Join(", ", told.Take(MostTold).Select(w => $"{Name(w)} {when(w)}"))}{more}.";
    }

    private static string Name(Waiver waiver) => $"{waiver.Subject} from {waiver.Rule}";
}
