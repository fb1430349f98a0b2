using AccountRules.Cli.Input;
using AccountRules.Cli.Output;

namespace AccountRules.Cli.Assessing;

/// <summary>Of whom the user wants a report: of all accounts, of one, or of those of a manager.</summary>
internal sealed record ReportChoice
{
    private readonly string option;
    private readonly string id;
    private readonly ReportScope scope;

    private ReportChoice(ReportScope scope, string option, string id) => (this.scope, this.option, this.id) = (scope, option, id);

    /// <summary>Reads the options.</summary>
    /// <param name="accountOption">The option of an account, as it is typed.</param>
    /// <param name="account">The account, if any.</param>
    /// <param name="managerOption">The option of a manager, as it is typed.</param>
    /// <param name="manager">The manager, if any.</param>
    /// <exception cref="StopException">Both are given.</exception>
    public static ReportChoice Of(string accountOption, string? account, string managerOption, string? manager)
    {
        if (account is not null && manager is not null)
            throw StopException.Usage(managerOption, $"{Shown.Value(manager)} beside {accountOption}", "one of the two");

        return account is not null ? new(ReportScope.Account, accountOption, account)
            : manager is not null ? new(ReportScope.Manager, managerOption, manager)
            : new(ReportScope.All, "", "");
    }

    /// <summary>What the report shows of whom the user wants it.</summary>
    /// <param name="report">The report.</param>
    /// <param name="limit">How many rows each part shows.</param>
    /// <exception cref="StopException">There is no such account, or no such manager.</exception>
    public ReportView Of(AccountReport report, int limit) => scope switch
    {
        ReportScope.Account => new(report, Found(report.Account(id), report.Accounts, "an account of the data"), [], [], [], limit),
        ReportScope.Manager => new(
            report, Found(report.Manager(id), report.Managers, "a manager in the list of accounts"), [], [],
            [.. report.Accounts.Where(a => (a.Account?.ManagerId ?? "") == id)], limit),
        _ => new(report, report.All, report.Managers, report.Tiers, report.Accounts, limit),
    };

    private ReportSheet Found(ReportSheet? sheet, IReadOnlyList<ReportSheet> all, string allowed)
    {
        if (sheet is not null)
            return sheet;

        var known = all.Select(s => s.Id).Where(i => i.Length > 0).Order(StringComparer.Ordinal).Take(3).Select(Shown.Value).ToArray();
        throw StopException.Usage(
            option, Shown.Value(id), known.Length == 0 ? $"{allowed}, and there is none" : $"{allowed}, such as {string.Join(", ", known)}");
    }
}
