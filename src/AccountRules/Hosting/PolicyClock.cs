namespace AccountRules.Hosting;

/// <summary>
/// Which day is today, by the host's <see cref="TimeProvider"/> and the time zone of its options: the one place where an evaluation date comes from a clock.
/// Safe for use by many threads.
/// </summary>
public sealed class PolicyClock
{
    private readonly TimeProvider time;
    private readonly PolicySource source;

    internal PolicyClock(TimeProvider time, PolicySource source) => (this.time, this.source) = (time, source);

    /// <summary>The calendar day in the time zone of the options.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), source.TimeZone).DateTime);
}
