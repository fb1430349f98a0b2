namespace AccountRules.Reports;

/// <summary>What is counted of one period.</summary>
internal sealed class PeriodCount(Period period)
{
    private readonly long[] standings = new long[Standings.Count];
    private Assessment only;
    private Attention? urgent;
    private long count;
    private int members;
    private int entered;
    private int left;

    public Period Period => period;

    /// <summary>Those in need of attention, or waived; <c>null</c> where nothing is, or the period is too old for it.</summary>
    public Attention? Urgent => urgent;

    /// <summary>Whether the period needs no attention any more: newer ones are there.</summary>
    public bool IsPast
    {
        get;
        set
        {
            field = value;
            urgent = value ? null : urgent;
        }
    }

    public void Add(in Assessment assessment, int mostUrgent)
    {
        if (!IsPast && Urgency.IsAttentionNeeded(assessment))
            (urgent ??= new(mostUrgent)).Add(assessment);

        only = count++ == 0 ? assessment : default;
        standings[(int)assessment.Standing]++;
        var movement = assessment.Movement;
        members += movement is Movement.Entered or Movement.Stayed ? 1 : 0;
        entered += movement is Movement.Entered ? 1 : 0;
        left += movement is Movement.Left ? 1 : 0;
    }

    public void Add(PeriodCount other, int mostUrgent)
    {
        if (!IsPast && other.urgent is { } more)
            (urgent ??= new(mostUrgent)).Add(more);

        only = count == 0 ? other.only : default;
        count += other.count;
        for (var i = 0; i < standings.Length; i++)
            standings[i] += other.standings[i];

        (members, entered, left) = (members + other.members, entered + other.entered, left + other.left);
    }

    public ReportPeriod Of(DateOnly asOf) => new()
    {
        Period = period,
        Standings = new([.. standings]),
        Only = only,
        IsProvisional = asOf <= period.End,
        Members = members,
        Entered = entered,
        Left = left,
    };
}
