using System.Runtime.InteropServices;
using AccountRules.Facts;

namespace AccountRules.Reports;

/// <summary>Adds up what is counted of each account by manager, by tier and in all, and puts what comes next beside it.</summary>
internal sealed class Sheets
{
    private readonly Dictionary<(ReportScope Scope, string Id), SheetCount> counts = [];
    private readonly Dictionary<(ReportScope Scope, string Id), Upcoming> upcoming = [];
    private readonly Dictionary<(ReportScope Scope, string Id), int> accounts = [];
    private readonly AccountReportOptions options;
    private readonly AccountList list;
    private readonly AccountReportTerms terms;
    private readonly DateOnly asOf;

    private Sheets(AccountReportOptions options, AccountReportTerms terms, AccountList list, DateOnly asOf) =>
        (this.options, this.terms, this.list, this.asOf) = (options, terms, list, asOf);

    public ReportSheet All => field ??= SheetOf((ReportScope.All, ""));

    public IReadOnlyList<ReportSheet> Managers => field ??= Of(ReportScope.Manager);

    public IReadOnlyList<ReportSheet> Tiers => field ??= Of(ReportScope.Tier);

    public IReadOnlyList<ReportSheet> Accounts => field ??= Of(ReportScope.Account);

    /// <summary>Makes the sheets.</summary>
    /// <param name="options">How much each shows.</param>
    /// <param name="terms">The weights of the score.</param>
    /// <param name="list">The list of accounts.</param>
    /// <param name="own">What was counted of each account when its facts came; it stays as it is.</param>
    /// <param name="together">What the facts make together, each with its rule.</param>
    /// <param name="agenda">What comes next.</param>
    public static Sheets Of(
        AccountReportOptions options, AccountReportTerms terms, AccountList list, IReadOnlyDictionary<string, SheetCount> own,
        IEnumerable<(ReportedRule Rule, Assessment Assessment)> together, Agenda agenda)
    {
        var made = new Sheets(options, terms, list, agenda.AsOf);
        foreach (var (id, count) in own)
            made.CountOf((ReportScope.Account, id)).Add(count);

        foreach (var (rule, assessment) in together)
        {
            if (PlaceOf(assessment.Judged, assessment.Account) is { } place)
                made.CountOf(place).Add(rule, assessment);
        }

        made.AddUp();
        foreach (var entry in agenda.Entries())
            made.Add(entry);

        return made;
    }

    /// <summary>Whose an assessment is: an account's, or that of a group of accounts; <c>null</c> for nobody's.</summary>
    private static (ReportScope Scope, string Id)? PlaceOf(object judged, string? account) => judged is Cohort cohort
        ? cohort.Per switch
        {
            RetentionPer.Manager => (ReportScope.Manager, cohort.Group),
            RetentionPer.Tier => (ReportScope.Tier, cohort.Group),
            _ => (ReportScope.All, ""),
        }
        : string.IsNullOrEmpty(account) ? null : (ReportScope.Account, account);

    /// <summary>In the order of ids, so that what is alike in all else comes in this order.</summary>
    private void AddUp()
    {
        foreach (var id in list.All)
            CountOf((ReportScope.Account, id));

        CountOf((ReportScope.All, ""));
        foreach (var id in counts.Keys.Where(k => k.Scope == ReportScope.Account).Select(k => k.Id).Order(StringComparer.Ordinal).ToArray())
        {
            accounts[(ReportScope.Account, id)] = 1;
            foreach (var group in GroupsOf(id))
            {
                CountOf(group).Add(counts[(ReportScope.Account, id)]);
                CollectionsMarshal.GetValueRefOrAddDefault(accounts, group, out _)++;
            }
        }
    }

    /// <summary>An entry of an account is one of its manager, its tier and all; one of a group is its own alone.</summary>
    private void Add(AgendaEntry entry)
    {
        if (PlaceOf(entry.After.Judged, entry.Account) is not { } place)
            return;

        foreach (var one in place.Scope == ReportScope.Account ? GroupsOf(place.Id).Prepend(place) : [place])
        {
            ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(upcoming, one, out _);
            (next ??= new(options.Next)).Add(entry);
        }
    }

    private IEnumerable<(ReportScope Scope, string Id)> GroupsOf(string account) =>
    [
        (ReportScope.All, ""), (ReportScope.Manager, list.Of(account)?.ManagerId ?? ""), (ReportScope.Tier, list.Of(account)?.Tier ?? ""),
    ];

    private SheetCount CountOf((ReportScope Scope, string Id) place)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, place, out _);
        return count ??= new(options);
    }

    /// <summary>By need of attention. Where no account has a manager, or a tier, there is no such sheet.</summary>
    private ReportSheet[] Of(ReportScope scope)
    {
        var own = counts.Keys.Where(key => key.Scope == scope).ToArray();
        return scope != ReportScope.Account && Array.TrueForAll(own, key => key.Id.Length == 0)
            ? []
            : [.. own.Select(SheetOf).Order(ByNeed)];
    }

    private ReportSheet SheetOf((ReportScope Scope, string Id) place)
    {
        var (count, account) = (counts[place], place.Scope == ReportScope.Account ? list.Of(place.Id) : null);
        var attention = count.Attention(asOf);
        var next = upcoming.GetValueOrDefault(place);
        return new()
        {
            Scope = place.Scope,
            Id = place.Id,
            Account = account,
            IsListed = place.Scope == ReportScope.Account ? list.Has(place.Id) : null,
            Accounts = accounts.GetValueOrDefault(place),
            Standings = count.Standings,
            Rules = [.. count.Rules.Select(rule => rule.Of(asOf))],
            Attention = attention.Worst.Standings,
            Worst = [.. attention.Worst.All()],
            WaivedStandings = attention.Waived.Standings,
            Waived = [.. attention.Waived.All()],
            Changes = next?.Count ?? 0,
            Next = next?.First ?? [],
            Days = next?.Days ?? [],
            ScoredBy = terms,
        };
    }

    private static IComparer<ReportSheet> ByNeed { get; } = Comparer<ReportSheet>.Create((a, b) =>
    {
        if ((a.Id.Length == 0) != (b.Id.Length == 0))
            return a.Id.Length == 0 ? 1 : -1;

        foreach (var standing in (ReadOnlySpan<Standing>)[Standing.Overdue, Standing.AtRisk, Standing.Missed, Standing.Late, Standing.Undetermined])
        {
            if (b.Attention[standing].CompareTo(a.Attention[standing]) is var order and not 0)
                return order;
        }

        return string.CompareOrdinal(a.Id, b.Id);
    });
}
