namespace AccountRules;

/// <summary>What an <see cref="AccountReport"/> says of one account, of the accounts of a manager or of a tier, or of all. Immutable.</summary>
public sealed class ReportSheet
{
    /// <summary>What it is of.</summary>
    public required ReportScope Scope { get; init; }

    /// <summary>The id of the account or of the manager, or the tier; empty for all, and for accounts that have no manager, or no tier.</summary>
    public required string Id { get; init; }

    /// <summary>Of an account: what the list of accounts says of it; <c>null</c> where it is not in the list.</summary>
    public Facts.Account? Account { get; init; }

    /// <summary>
    /// Of an account: whether it is in the list of accounts; <c>null</c> where that is not known, because no list was given, or its row could not be read.
    /// </summary>
    public bool? IsListed { get; init; }

    /// <summary>How many accounts it is of.</summary>
    public required int Accounts { get; init; }

    /// <summary>How many assessments have each standing, under all rules.</summary>
    public required StandingCounts Standings { get; init; }

    /// <summary>Each rule that has assessments here, in the order of the policy.</summary>
    public required IReadOnlyList<ReportRule> Rules { get; init; }

    /// <summary>How well it stands, in points, by the weights of the policy (<c>policy.Terms.AccountReport</c>); <c>null</c> where it gives none.</summary>
    public ReportScore? Score => field ??= ScoredBy is { } terms ? ReportScore.Of(this, terms) : null;

    /// <summary>
    /// How many assessments need attention, by standing: overdue, at risk, missed, late or undetermined. Of a rule on periods those of its newest count, and
    /// of the one before while that runs; what a rule that is not in force leaves undetermined does not, nor does what is waived.
    /// </summary>
    public required StandingCounts Attention { get; init; }

    /// <summary>
    /// Those most in need of attention: overdue before at risk, missed, late and undetermined; of these the newest period first, then the most days or money,
    /// or the least attained.
    /// </summary>
    public required IReadOnlyList<Assessment> Worst { get; init; }

    /// <summary>How many assessments would need attention and are waived, by the standing as judged.</summary>
    public required StandingCounts WaivedStandings { get; init; }

    /// <summary>Those, in the order of <see cref="Worst"/>, as many at most: each with its <see cref="Assessment.Waiver"/>.</summary>
    public required IReadOnlyList<Assessment> Waived { get; init; }

    /// <summary>How many changes come within the days that are looked at.</summary>
    public required int Changes { get; init; }

    /// <summary>What comes next, and by when to act (<see cref="AgendaEntry.ActBy"/>), in date order.</summary>
    public required IReadOnlyList<AgendaEntry> Next { get; init; }

    /// <summary>The days on which something changes, and how much.</summary>
    public required IReadOnlyList<ReportDay> Days { get; init; }

    internal AccountReportTerms? ScoredBy { get; init; }

    /// <summary>What a rule says here; <c>null</c> where it has nothing to say.</summary>
    /// <param name="id">The rule's id, such as <c>payment</c>.</param>
    public ReportRule? Rule(string id) => Rules.FirstOrDefault(rule => string.Equals(rule.Rule.Id, id, StringComparison.Ordinal));

    /// <summary>What it is of and how it stands, in one line.</summary>
    public override string ToString() => $"{Scope}{(Id.Length > 0 ? " " : "")}{Id}: {Standings}";
}
