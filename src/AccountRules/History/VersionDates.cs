namespace AccountRules.History;

/// <summary>The dates by which a version is chosen: the start of a fact or of its period, the period's last day, and the evaluation date.</summary>
internal readonly record struct VersionDates(DateOnly? Start, DateOnly? End, DateOnly AsOf)
{
    public static VersionDates Of(Period? period, DateOnly asOf) => new(period?.Start, period?.End, asOf);
}
