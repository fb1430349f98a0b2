using System.Globalization;
using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;

namespace AccountRules.Cli.Output;

/// <summary>What of a report is shown.</summary>
/// <param name="Report">The report.</param>
/// <param name="Sheet">The sheet that it is about.</param>
/// <param name="Managers">The managers beside it.</param>
/// <param name="Tiers">The tiers beside it.</param>
/// <param name="Accounts">The accounts beside it.</param>
/// <param name="Limit">How many rows each part shows.</param>
internal sealed record ReportView(
    AccountReport Report, ReportSheet Sheet, IReadOnlyList<ReportSheet> Managers, IReadOnlyList<ReportSheet> Tiers, IReadOnlyList<ReportSheet> Accounts,
    int Limit)
{
    /// <summary>The standings in the order in which people read them, from good to bad.</summary>
    public static IReadOnlyList<Standing> Order { get; } = StandingOrder.Of(
        Standing.Met, Standing.OnTrack, Standing.AtRisk, Standing.Overdue, Standing.Late, Standing.Missed, Standing.Graded, Standing.Undetermined,
        Standing.NotApplicable);

    /// <summary>The standings that need attention, the worst first.</summary>
    public static IReadOnlyList<Standing> Bad { get; } =
        [Standing.Overdue, Standing.AtRisk, Standing.Missed, Standing.Late, Standing.Undetermined];

    /// <summary>What the report is about, such as <c>Account ERNSH</c>.</summary>
    public string Title => Sheet.Scope switch
    {
        ReportScope.Account => $"Account {Sheet.Id}",
        ReportScope.Manager => Sheet.Id.Length > 0 ? $"Accounts of manager {Sheet.Id}" : "Accounts without a manager",
        _ => "All accounts",
    };

    /// <summary>As of when, and by which policy.</summary>
    public string Basis => string.Create(
        CultureInfo.InvariantCulture, $"as of {Report.AsOf:yyyy-MM-dd}, by the policy {Report.Policy.Name}, {Shown.Versions(Report.Policy)}");

    /// <summary>The score in one line; empty where the policy has no weights.</summary>
    public string Score => Sheet.Score is { } score ? ScoreText.Line(score, Report.ScoreTerms.Missing, Report.Trend(Sheet)!) : "";

    /// <summary>Who the account is, or how many accounts there are.</summary>
    public string Who
    {
        get
        {
            if (Sheet.Scope != ReportScope.Account)
            {
                return Joined(
                    ", ", Counted(Sheet.Accounts, "account"), Counted(Managers.Count(m => m.Id.Length > 0), "manager"),
                    Counted(Tiers.Count(t => t.Id.Length > 0), "tier"));
            }

            return Sheet.Account is not { } account
                ? Sheet.IsListed is false ? "not in the list of accounts" : ""
                : Joined(
                    ", ", account.ManagerId is { } manager ? $"managed by {manager}" : "managed by nobody", account.Tier is { } tier ? $"tier {tier}" : "",
                    account.StartedOn is { } start ? $"since {start:O}" : "", account.EndedOn is { } end ? $"until {end:O}" : "");
        }
    }

    /// <summary>What of the files could not be read; empty where all was.</summary>
    public string Unread { get; init; } = "";

    /// <summary>What is not in the report, and what it lacks, a line each.</summary>
    public IEnumerable<string> Notes
    {
        get
        {
            if (Unread.Length > 0)
                yield return Unread;

            if (Sheet.Scope != ReportScope.Account && Report.Unlisted is { Count: > 0 } unlisted)
            {
                yield return $"{Counted(unlisted.Count, "account")} with facts {(unlisted.Count == 1 ? "is" : "are")} not in the list of accounts: "
                    + $"{string.Join(", ", unlisted.Take(5))}{(unlisted.Count > 5 ? $" and {Shown.Count(unlisted.Count - 5)} more" : "")}.";
            }

            if (Report.LeftOut.Count > 0 && Sheet.Scope == ReportScope.All)
                yield return $"Left out: {string.Join("; ", Report.LeftOut)}.";

            foreach (var rule in Report.NotAssessed.Where(r => r.Rule.Info.NotSet is null))
                yield return $"{rule}.";

            foreach (var rule in Sheet.Rules.Where(r => r.Rule.Info.NotSet is not null))
                yield return $"{rule.Rule.Id}: not in force, since the policy does not set {rule.Rule.Info.NotSet}.";
        }
    }

    /// <summary>What an entry becomes where its standing does not say it: another band, or waived; <c>null</c> where the standing says it.</summary>
    /// <param name="entry">The entry.</param>
    public static string? Becomes(AgendaEntry entry) => entry.IsWaived() ? "waived" : entry.Begins() ? null : entry.After.Band;

    /// <summary>By whom, until when and why something is waived; empty where it is not.</summary>
    /// <param name="assessment">The assessment.</param>
    public static string WaivedBy(Assessment assessment) =>
        assessment.Waiver is { } waiver ? $"until {waiver.Until:O} by {waiver.ApprovedBy}: {waiver.Reason}" : "";

    /// <summary>A number of things, in words; empty for none.</summary>
    /// <param name="count">How many.</param>
    /// <param name="noun">What they are, in the singular.</param>
    public static string Counted(long count, string noun) => count == 0 ? "" : $"{Shown.Count(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>An amount for people.</summary>
    /// <param name="amount">The amount.</param>
    public static string Money(decimal? amount) => amount is { } money ? money.ToString("#,##0.00", CultureInfo.InvariantCulture) : "too large";

    /// <summary>What is open in a band, in its currency.</summary>
    /// <param name="debt">The band.</param>
    public static string Money(DebtBand debt) => In(Money(debt.Amount), debt.Currency);

    /// <summary>An amount with its currency, where one is named.</summary>
    /// <param name="amount">The amount, in words.</param>
    /// <param name="currency">The currency.</param>
    public static string In(string amount, string? currency) => currency is null ? amount : $"{amount} {currency}";

    /// <summary>What a rule says of its newest period beside the one before; empty where its facts have none.</summary>
    /// <param name="rule">The rule.</param>
    public static string Newest(ReportRule rule)
    {
        if (rule.Newest is not { } period || rule.Rule.Info.NotSet is not null)
            return "";

        var (now, before) = (rule.Now, rule.Before);
        var said = rule switch
        {
            _ when now is null => rule.IsPortfolio ? "outside" : "nothing",
            _ when !now.Only.IsDefault => One(now.Only, before is { Only.IsDefault: false } ? before.Only : default),
            { IsPortfolio: true } => Joined(
                ", ", $"{Shown.Count(now.Members)} in{Change(now.Members - (before?.Members ?? now.Members))}",
                now.Entered > 0 ? $"{Shown.Count(now.Entered)} entered" : "",
                now.Left > 0 ? $"{Shown.Count(now.Left)} left" : ""),
            _ => Joined(", ", [.. Order.Where(s => now.Standings[s] > 0).Select(s =>
                $"{Paint.Words(s)} {Shown.Count(now.Standings[s])}{(before is null ? "" : Change(now.Standings[s] - before.Standings[s]))}")]),
        };
        return $"{period}: {said}";
    }

    /// <summary>Texts that are not empty, joined.</summary>
    /// <param name="separator">What stands between them.</param>
    /// <param name="texts">The texts.</param>
    public static string Joined(string separator, params IEnumerable<string> texts) => string.Join(separator, texts.Where(t => t.Length > 0));

    private static string Change(long change) => change == 0 ? "" : $" ({(change > 0 ? "+" : "−")}{Shown.Count(Math.Abs(change))})";

    private static string One(Assessment now, Assessment before) => Joined(
        ", ", now.Movement?.ToString().ToLowerInvariant() ?? (now.Standing == Standing.Graded ? "" : Paint.Words(now.Standing)),
        ValueOf(now) is { Length: > 0 } value ? ValueOf(before) is { Length: > 0 } was ? $"{value} after {was}" : value : "");

    private static string ValueOf(Assessment assessment) => assessment is not { IsDefault: false, Value: { } value } ? ""
        : assessment.Unit == Unit.Ratio ? $"{Math.Truncate(value * 1000) / 10:0.#} %"
        : In(value.ToString("#,##0.##", CultureInfo.InvariantCulture), assessment.ValueCurrency);
}
