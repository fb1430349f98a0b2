namespace AccountRules.Cli.Assessing;

/// <summary>What the user asks for.</summary>
/// <param name="Policy">The policy to assess by.</param>
/// <param name="AsOf">The evaluation date.</param>
/// <param name="Days">How many days after it are looked at.</param>
/// <param name="Rules">The ids of the rules; all where there are none.</param>
/// <param name="Standings">The standings whose beginnings to show; all where there are none.</param>
/// <param name="GroupBy">What the entries are grouped by.</param>
internal sealed record AgendaRequest(Policy Policy, DateOnly AsOf, int Days, IReadOnlySet<string> Rules, IReadOnlySet<Standing> Standings, Grouping GroupBy)
{
    /// <summary>The entries that the user asks for, grouped, in order.</summary>
    /// <param name="agenda">The agenda.</param>
    public IReadOnlyList<IGrouping<string, AgendaEntry>> Groups(Agenda agenda) =>
    [
        .. agenda.Entries().Where(e => Standings.Count == 0 || (e.Begins() && Standings.Contains(e.To)))
            .GroupBy(KeyOf, StringComparer.Ordinal).OrderBy(g => g.Key.Length == 0).ThenBy(g => g.Key, StringComparer.Ordinal),
    ];

    /// <summary>Facts of employees have no account: their group comes last.</summary>
    private string KeyOf(AgendaEntry entry) => GroupBy switch
    {
        Grouping.Account => entry.Account ?? "",
        Grouping.Rule => entry.Rule.Id,
        _ => entry.On.ToString("O"),
    };
}
