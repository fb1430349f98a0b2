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

    /// <summary>A little longer than any day has been, those that a change of the date line doubled included.</summary>
    private static readonly TimeSpan LongestDay = TimeSpan.FromHours(50);

    /// <summary>The calendar day in the time zone of the options.</summary>
    public DateOnly Today => DayOf(time.GetUtcNow(), source.TimeZone);

    /// <summary>
    /// The calendar day that a moment falls on in the time zone of the options: what to keep of a time, where a rule counts days. The offset of the moment does
    /// not count.
    /// </summary>
    /// <param name="moment">The moment.</param>
    public DateOnly DayOf(DateTimeOffset moment) => DayOf(moment, source.TimeZone);

    /// <summary>
    /// The first moment of the next calendar day in the time zone of the options: midnight, or, where clocks are put forward over midnight, the moment when
    /// they are.
    /// </summary>
    public DateTimeOffset NextDay
    {
        get
        {
            var (now, zone) = (time.GetUtcNow(), source.TimeZone);
            var (today, before, after) = (DayOf(now, zone), now, now + LongestDay);
            while (after.Ticks - before.Ticks > 1)
            {
                var between = before + (after - before) / 2;
                if (DayOf(between, zone) > today)
                    after = between;
                else
                    before = between;
            }

            return after;
        }
    }

    internal static DateOnly DayOf(DateTimeOffset moment, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
}
