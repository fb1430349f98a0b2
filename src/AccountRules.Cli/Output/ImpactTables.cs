using System.Globalization;
using AccountRules.Cli.Input;

namespace AccountRules.Cli.Output;

/// <summary>The tables of an impact that say whom it concerns: by band, by account, by account manager.</summary>
/// <param name="withUnchanged">Whether they list those for whom nothing changes too.</param>
/// <param name="limit">How many rows people are shown of each; 0 for all.</param>
internal sealed class ImpactTables(bool withUnchanged, int limit)
{
    private static readonly (string Title, string Whom, string None, Func<RuleImpact, IReadOnlyList<ImpactGroup>> Of)[] Kinds =
    [
        ("By account", "account", "no account", r => r.Accounts), ("By account manager", "manager", "no manager known", r => r.Managers),
    ];

    /// <summary>The bands of a rule.</summary>
    /// <param name="rule">The rule.</param>
    public IEnumerable<ImpactBand> Bands(RuleImpact rule) => rule.Bands.Where(b => withUnchanged || b.IsChanged);

    /// <summary>The accounts, or the account managers, of a rule.</summary>
    /// <param name="groups">All of them.</param>
    public IEnumerable<ImpactGroup> Groups(IReadOnlyList<ImpactGroup> groups) => groups.Where(g => withUnchanged || g.IsChanged);

    /// <summary>The tables for people, each with what it leaves out: bands where they are paid, and accounts and managers where facts are of any.</summary>
    /// <param name="rules">The impact on each rule.</param>
    public IEnumerable<(TextTable Table, string? More)> Of(IReadOnlyList<RuleImpact> rules)
    {
        var bands = rules.Where(r => r.Pay is not null).SelectMany(r => Bands(r).Select(b => (Rule: r, Band: b)))
            .OrderByDescending(b => Math.Abs(b.Band.Difference)).ToArray();
        if (bands.Length > 0)
        {
            var table = new TextTable([("From band", false, true), ("To band", false, true), ("Rule", false, false), .. Numbers(hasPay: true)]);
            foreach (var (rule, band) in Top(bands))
            {
                table.Add([
                    Screen.Text(band.From ?? "no band"), Screen.Text(band.To ?? "no band"), Screen.Text(rule.RuleId),
                    .. Cells(rule, band.Facts, band.Changed, band.Old, band.New, hasPay: true),
                ]);
            }

            yield return (table, Rest("bands", bands.Length));
        }

        foreach (var (title, whom, none, of) in Kinds)
        {
            var groups = rules.Where(r => of(r).Any(g => g.Id is not null)).SelectMany(r => Groups(of(r)).Select(g => (Rule: r, Group: g)))
                .OrderByDescending(g => Math.Abs(g.Group.Difference)).ThenByDescending(g => g.Group.Changed).ThenByDescending(g => g.Group.Facts).ToArray();
            if (groups.Length == 0)
                continue;

            var hasPay = groups.Any(g => g.Rule.Pay is not null);
            var table = new TextTable([(title, false, true), ("Rule", false, false), .. Numbers(hasPay)]);
            foreach (var (rule, group) in Top(groups))
            {
                table.Add([
                    Screen.Text(group.Id ?? none), Screen.Text(rule.RuleId), .. Cells(rule, group.Facts, group.Changed, group.Old, group.New, hasPay),
                ]);
            }

            yield return (table, Rest(whom + "s", groups.Length));
        }
    }

    /// <summary>An amount with its sign.</summary>
    /// <param name="amount">The amount.</param>
    public static string Signed(decimal amount) => (amount > 0 ? "+" : "") + Number(amount);

    /// <summary>An amount.</summary>
    /// <param name="amount">The amount.</param>
    public static string Number(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<(string Title, bool IsNumber, bool Wraps)> Numbers(bool hasPay) =>
    [
        ("Facts", true, false), ("Changed", true, false),
        .. hasPay ? [("Old pay", true, false), ("New pay", true, false), ("Difference", true, false)] : Array.Empty<(string, bool, bool)>(),
    ];

    private static IEnumerable<string> Cells(RuleImpact rule, long facts, long changed, decimal old, decimal @new, bool hasPay) =>
    [
        Shown.Count(facts), Shown.Count(changed),
        .. !hasPay ? [] : rule.Pay is null ? ["", "", ""] : new[] { Number(old), Number(@new), Signed(@new - old) },
    ];

    private IEnumerable<T> Top<T>(T[] rows) => limit == 0 ? rows : rows.Take(limit);

    private string? Rest(string what, int count) =>
        limit > 0 && count > limit ? $"and {Shown.Count(count - limit)} more: --limit 0 shows all, --format csv --table {what} has them as data" : null;
}
