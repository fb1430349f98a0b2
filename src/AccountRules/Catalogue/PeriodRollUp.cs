namespace AccountRules;

/// <summary>How the KPI results of months become the achievement of a quarter, half-year or year.</summary>
public enum PeriodRollUp
{
    /// <summary>
    /// Of each KPI the sum of its actuals over the sum of its targets, each with its share: a month with a larger target counts for more. What it counts for at
    /// most and at least is asked of the whole.
    /// </summary>
    Sum,

    /// <summary>The mean of the months' achievements: each month counts alike, as it was paid, with what it counted for at most and at least.</summary>
    Mean,
}
