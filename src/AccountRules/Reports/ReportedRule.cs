namespace AccountRules.Reports;

/// <summary>A rule in a report: its place among the others, and what there is to count beside standings.</summary>
internal sealed class ReportedRule(Rule rule, int slot)
{
    public Rule Rule => rule;

    /// <summary>The place of the rule in the order of the policy.</summary>
    public int Slot => slot;

    /// <summary>Whether its open facts are debts: deadlines on facts that are about money.</summary>
    public bool HasDebts { get; } = rule is { HasAmounts: true, Unit: Unit.Days, Scale: not null };

    /// <summary>The names of the bands of debt, those of all versions of the policy.</summary>
    public IReadOnlyList<string> DebtBands { get; } = [.. rule.Grades.Select(grade => grade.Band).Distinct(StringComparer.Ordinal)];

    /// <summary>Which of these bands a debt is in.</summary>
    public int DebtBandOf(in Assessment debt)
    {
        var index = 0;
        while (!string.Equals(DebtBands[index], debt.Band, StringComparison.Ordinal))
            index++;

        return index;
    }

    /// <summary>Whether its facts are tracked over periods.</summary>
    public bool IsPortfolio { get; set; }

    /// <summary>The newest period that has begun.</summary>
    public Period? Newest { get; private set; }

    /// <summary>Takes in that there is an assessment of a period.</summary>
    public void See(Period period)
    {
        if (!(Newest >= period))
            Newest = period;
    }
}
