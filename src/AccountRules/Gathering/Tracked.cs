namespace AccountRules.Gathering;

/// <summary>One subject, by its number, in one period of a track; where it has no fact in the period, it leaves for lack of one.</summary>
internal sealed record Tracked(int Number, string Subject, string? Account, Period Period, decimal Value, Movement? Movement, bool HasFact)
{
    /// <summary>Whether all facts that were tracked are of this one subject, so that no period is known but its own.</summary>
    public bool IsAlone { get; init; }

    /// <summary>What the stage before is called in the context of a record.</summary>
    public const string BeforeName = "before";

    /// <summary>The stage in which the subject was before, by its number.</summary>
    public int Before { get; init; }

    /// <summary>Whether it is the first period, in which nobody enters.</summary>
    public bool IsFirst { get; init; }

    /// <summary>The fact, where it was kept.</summary>
    public object? Fact { get; init; }

    /// <summary>
    /// The period of which nothing is known before: the first one under the policy; <c>null</c> where it is known who was inside before.
    /// </summary>
    public static Period? First(Period[] ordered, Rule rule, TrackPeriods? given) =>
        given is { IsBeforeUnknown: false } ? null : ordered.Select(p => (Period?)p).FirstOrDefault(p => !rule.Info.IsBeforePolicy(p!.Value));

    /// <summary>Whether a subject without a fact in a period leaves in it: it has begun, and the policy is in force.</summary>
    public static bool MayLeaveIn(Period period, Rule rule, DateOnly asOf) =>
        period.Start <= asOf && !rule.Info.IsBeforePolicy(period) && rule.IsInForceIn(period, asOf);

    /// <summary>How a subject moves from a stage to what a rule yields in the next period; <c>null</c> where it yields a cause.</summary>
    public static Movement? MovementOf(int stage, int code, bool isFirst) => code < 0 ? null : (stage != 0, code != 0) switch
    {
        (false, false) => AccountRules.Movement.Outside,
        (false, true) => isFirst ? AccountRules.Movement.Stayed : AccountRules.Movement.Entered,
        (true, true) => AccountRules.Movement.Stayed,
        (true, false) => AccountRules.Movement.Left,
    };

    /// <summary>
    /// The order of a track: kind of period, period, the subjects with facts as these came, then the others by number. As of any date it has the same
    /// rows with facts, so two of these in one period are alike.
    /// </summary>
    public static int Compare(Assessment left, Assessment right)
    {
        var (a, b) = ((Tracked)left.Judged, (Tracked)right.Judged);
        return a.Period.Kind != b.Period.Kind ? a.Period.Kind.CompareTo(b.Period.Kind)
            : a.Period != b.Period ? a.Period.CompareTo(b.Period)
            : a.HasFact != b.HasFact ? b.HasFact.CompareTo(a.HasFact)
            : a.HasFact ? 0 : a.Number.CompareTo(b.Number);
    }
}
