namespace AccountRules;

/// <summary>What one rule says in a <see cref="ReportSheet"/>. Immutable.</summary>
public sealed class ReportRule
{
    /// <summary>The rule.</summary>
    public required Rule Rule { get; init; }

    /// <summary>How many of its assessments have each standing, those of all periods.</summary>
    public required StandingCounts Standings { get; init; }

    /// <summary>How many of these are waived: they are counted by their standing as judged.</summary>
    public required long Waived { get; init; }

    /// <summary>The newest periods that there are assessments of, oldest first; empty where the rule's facts have none.</summary>
    public required IReadOnlyList<ReportPeriod> Periods { get; init; }

    /// <summary>
    /// The newest period that has begun and that the rule has assessments of anywhere in the report; <c>null</c> where its facts have none. A sheet may have
    /// nothing in it.
    /// </summary>
    public required Period? Newest { get; init; }

    /// <summary>
    /// What the rule says of the <see cref="Newest"/> period; <c>null</c> where the sheet has nothing of it. An account that is tracked and has no row in it is
    /// outside.
    /// </summary>
    public ReportPeriod? Now => Periods.LastOrDefault(p => p.Period == Newest);

    /// <summary>The same of the newest period that has ended; <c>null</c> where the sheet has nothing of it.</summary>
    public required ReportPeriod? Ended { get; init; }

    /// <summary>The same of the period right before; <c>null</c> where the sheet has nothing of it.</summary>
    public ReportPeriod? Before => Newest is { } newest ? Periods.LastOrDefault(p => p.Period.IsFollowedBy(newest)) : null;

    /// <summary>Whether accounts are members of something by this rule, from one period to the next, such as of the key-account portfolio.</summary>
    public required bool IsPortfolio { get; init; }

    /// <summary>
    /// What is open, by age, of a rule whose facts are about money; all bands of the rule, once for each currency that the amounts name, those that name none
    /// first; empty for other rules.
    /// </summary>
    public required IReadOnlyList<DebtBand> Debts { get; init; }
}
