namespace AccountRules.Cli.Output;

/// <summary>The columns of a report in CSV: a row for each rule of each sheet.</summary>
internal static class ReportFields
{
    /// <summary>The fields.</summary>
    public static Fields<(ReportSheet Sheet, ReportRule Rule)> All { get; } = new(RuleOf: null,
    [
        new("scope", r => Camel(r.Sheet.Scope.ToString())),
        new("id", r => r.Sheet.Id),
        new("manager", r => r.Sheet.Account?.ManagerId),
        new("tier", r => r.Sheet.Account?.Tier),
        new("accounts", r => (decimal?)r.Sheet.Accounts),
        new("rule", r => r.Rule.Rule.Id),
        .. Enum.GetValues<Standing>().Select(s => new Field<(ReportSheet Sheet, ReportRule Rule)>(Camel(s.ToString()), r => (decimal?)r.Rule.Standings[s])),
        new("all", r => (decimal?)r.Rule.Standings.Total),
        new("period", r => r.Rule.Newest?.ToString()),
        new("movement", r => r.Rule.Now?.Only.Movement?.ToString()),
        new("value", r => r.Rule.Now?.Only.Value),
        new("valueBefore", r => r.Rule.Before?.Only.Value),
        new("members", r => r.Rule.IsPortfolio ? r.Rule.Now?.Members : null),
        new("membersBefore", r => r.Rule.IsPortfolio ? r.Rule.Before?.Members : null),
        new("entered", r => r.Rule.IsPortfolio ? r.Rule.Now?.Entered : null),
        new("left", r => r.Rule.IsPortfolio ? r.Rule.Now?.Left : null),
        new("open", r => r.Rule.Debts.Count > 0 ? r.Rule.Debts.Sum(d => d.Count) : default(decimal?)),
        new("openAmount", r => CurrenciesOf(r.Rule).Count() == 1 && r.Rule.Debts.All(d => d.Amount is not null) ? Sum(r.Rule.Debts) : null),
        new("openWithoutAmount", r => r.Rule.Debts.Count > 0 ? r.Rule.Debts.Sum(d => d.WithoutAmount) : default(decimal?)),
        new("scorePoints", r => r.Sheet.Score?.Parts.FirstOrDefault(p => p.Rule == r.Rule.Rule.Id)?.Points),
        new("score", r => r.Sheet.Score?.Points),
        new("scoreBand", r => r.Sheet.Score?.Band),
        new("waived", r => (decimal?)r.Rule.Waived),
        new("currency", r => r.Rule.Debts.Count > 0
            ? string.Join(" and ", CurrenciesOf(r.Rule).Select(currency => currency ?? (CurrenciesOf(r.Rule).Count() > 1 ? "none" : "")))
            : r.Rule.Now?.Only.ValueCurrency),
    ]);

    /// <summary>A name as it is written in data.</summary>
    /// <param name="name">The name of a member.</param>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>The currencies of what is open: there is a sum of one alone.</summary>
    private static IEnumerable<string?> CurrenciesOf(ReportRule rule) => rule.Debts.Select(debt => debt.Currency).Distinct(StringComparer.Ordinal);

    /// <summary>The sum of what is open; <c>null</c> where no decimal holds it.</summary>
    private static decimal? Sum(IEnumerable<DebtBand> debts)
    {
        try
        {
            return debts.Sum(d => d.Amount!.Value);
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
