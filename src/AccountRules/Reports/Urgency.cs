namespace AccountRules;

/// <summary>
/// How much an assessment needs attention: by its standing or movement, less where it is waived, then the latest period, then the worst value, then as they
/// came.
/// </summary>
internal readonly record struct Urgency(int Rank, Period Period, decimal Value, long Order)
{
    private static readonly int[] Ranks = RanksOf(StandingOrder.Of(
        Standing.NotApplicable, Standing.Met, Standing.OnTrack, Standing.Graded, Standing.Undetermined,
        Standing.Late, Standing.Missed, Standing.AtRisk, Standing.Overdue));

    /// <summary>The urgency of an assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="order">How many came before it.</param>
    public static Urgency Of(Assessment assessment, long order)
    {
        var rank = Ranks[(int)assessment.Standing];
        if (assessment.Movement is Movement.Left or Movement.Entered || assessment.Programme is not null)
            rank += 2;
        else if (assessment.Movement is Movement.Stayed)
            rank++;

        // What is waived comes behind all that needs attention, and before what does not.
        if (assessment.Waiver is not null)
            rank = Ranks[(int)Standing.Graded] + 5;

        // Of days and money the most comes first, of an attainment the least.
        var value = assessment.Value ?? 0;
        return new(rank, assessment.Period ?? default, assessment.Unit == Unit.Ratio ? -value : value, order);
    }

    /// <summary>Whether an assessment needs attention: what a rule that is not in force leaves undetermined needs none.</summary>
    /// <param name="assessment">The assessment.</param>
    public static bool IsAttentionNeeded(in Assessment assessment) => assessment.Standing switch
    {
        Standing.Overdue or Standing.AtRisk or Standing.Missed or Standing.Late => true,
        Standing.Undetermined => assessment.Cause != Cause.NoThreshold,
        _ => false,
    };

    /// <summary>Orders the least urgent first.</summary>
    public static IComparer<Urgency> LeastFirst { get; } = Comparer<Urgency>.Create((a, b) =>
        a.Rank != b.Rank ? a.Rank.CompareTo(b.Rank)
        : a.Period != b.Period ? a.Period.CompareTo(b.Period)
        : a.Value != b.Value ? a.Value.CompareTo(b.Value)
        : b.Order.CompareTo(a.Order));

    /// <summary>The rank of each standing, at its number.</summary>
    private static int[] RanksOf(Standing[] order) => [.. order.Order().Select(standing => Array.IndexOf(order, standing) * 10)];
}
