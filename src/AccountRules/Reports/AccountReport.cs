using AccountRules.Reports;

namespace AccountRules;

/// <summary>
/// How accounts stand under all rules of a policy, as of a date (key-account-manager, comprehensive reports on key account performance): per account, per
/// account manager, per tier and in all, the standings by rule, the worst with their reasons, what comes next and by when to act, the newest period beside the
/// one before, debts by age, and who is in the portfolio. Made by an <see cref="AccountReportCollector"/>. Immutable.
/// </summary>
/// <example>
/// <code>
/// AccountReport report = AccountReport.Collect(policy, asOf).AddRange(accounts).AddRange(orders).AddRange(invoices).Report();
/// foreach (Assessment worst in report.Account("ERNSH")!.Worst)
///     Console.WriteLine(worst.Reason);
/// </code>
/// </example>
public sealed class AccountReport
{
    private readonly Dictionary<(ReportScope, string), ReportSheet> sheets;
    private readonly IReadOnlyList<AccountReport> earlier;

    internal AccountReport(
        Policy policy, Agenda agenda, Sheets sheets, IReadOnlyList<LeftOutFacts> leftOut, IReadOnlyList<UnassessedRule> notAssessed,
        IEnumerable<Waiver> unmatched, IReadOnlyList<AccountReport> earlier)
    {
        this.earlier = earlier;
        (Policy, AsOf, Until, LeftOut, NotAssessed) = (policy, agenda.AsOf, agenda.Until, leftOut, notAssessed);
        (All, Managers, Tiers, Accounts) = (sheets.All, sheets.Managers, sheets.Tiers, sheets.Accounts);
        UnmatchedWaivers = [.. unmatched.Where(w => Managers.Concat(Tiers).Prepend(All).Any(sheet => sheet.Rule(w.Rule) is not null))];
        this.sheets = Managers.Concat(Tiers).Concat(Accounts).ToDictionary(s => (s.Scope, s.Id));
    }

    /// <summary>The policy.</summary>
    public Policy Policy { get; }

    /// <summary>The evaluation date.</summary>
    public DateOnly AsOf { get; }

    /// <summary>
    /// The terms by which scores are made: those of the policy, of a <see cref="PolicyHistory"/> those that are in force on <see cref="AsOf"/>.
    /// </summary>
    public AccountReportTerms ScoreTerms => Policy.TermsOn(AsOf).AccountReport;

    /// <summary>The last day that was looked at for what comes next.</summary>
    public DateOnly Until { get; }

    /// <summary>All accounts together.</summary>
    public ReportSheet All { get; }

    /// <summary>Each account manager's accounts, by need of attention; those without a manager last. Empty where no account has one.</summary>
    public IReadOnlyList<ReportSheet> Managers { get; }

    /// <summary>Each tier's accounts, by need of attention; those without a tier last. Empty where no account has one.</summary>
    public IReadOnlyList<ReportSheet> Tiers { get; }

    /// <summary>
    /// Each account, by need of attention: those with the most overdue first, then at risk, missed, late and undetermined, then by id. Also those that are in
    /// the list and have no facts, and those that have facts and are not in the list.
    /// </summary>
    public IReadOnlyList<ReportSheet> Accounts { get; }

    /// <summary>The ids of accounts that have facts and are not in the list of accounts, in ordinal order; none where no list was given.</summary>
    public IReadOnlyList<string> Unlisted => field ??=
        [.. Accounts.Where(a => a.IsListed is false).Select(a => a.Id).Order(StringComparer.Ordinal)];

    /// <summary>Facts that belong to no account, such as those of employees, by kind: they are in no sheet.</summary>
    public IReadOnlyList<LeftOutFacts> LeftOut { get; }

    /// <summary>Rules over facts of several kinds of which one was not given.</summary>
    public IReadOnlyList<UnassessedRule> NotAssessed { get; }

    /// <summary>Waivers that are in effect on the evaluation date, under rules that the report has assessments of, and that none of these is of.</summary>
    public IReadOnlyList<Waiver> UnmatchedWaivers { get; }

    /// <summary>Begins a report.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    /// <param name="options">How much is shown; the usual where left out.</param>
    public static AccountReportCollector Collect(Policy policy, DateOnly asOf, AccountReportOptions? options = null) => new(policy, asOf, options ?? new());

    /// <summary>
    /// The score of a sheet on the earlier dates that the report was asked for (<see cref="AccountReportOptions.ScoredOn"/>) and on its own; <c>null</c> where
    /// the policy gives no weights. On a date on which there was no such sheet the score is not known.
    /// </summary>
    /// <param name="sheet">A sheet of this report.</param>
    public ScoreTrend? Trend(ReportSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return sheet.Score is not { } score ? null : new(
        [
            .. earlier.Select(one => Scored(
                one.AsOf, sheet.Scope == ReportScope.All ? one.All.Score : one.sheets.GetValueOrDefault((sheet.Scope, sheet.Id))?.Score)),
            Scored(AsOf, score),
        ]);

        static ScorePoint Scored(DateOnly asOf, ReportScore? score) => new(asOf, score?.Points, score?.Band);
    }

    /// <summary>What is said of an account; <c>null</c> where it is not in the report.</summary>
    /// <param name="id">The account's id.</param>
    public ReportSheet? Account(string id) => sheets.GetValueOrDefault((ReportScope.Account, id));

    /// <summary>What is said of a manager's accounts; <c>null</c> where the manager has none.</summary>
    /// <param name="id">The manager's id; empty for the accounts that have none.</param>
    public ReportSheet? Manager(string id) => sheets.GetValueOrDefault((ReportScope.Manager, id));

    /// <summary>What is said of a tier's accounts; <c>null</c> where it has none.</summary>
    /// <param name="tier">The tier; empty for the accounts that have none.</param>
    public ReportSheet? Tier(string tier) => sheets.GetValueOrDefault((ReportScope.Tier, tier));
}
