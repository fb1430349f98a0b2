using AccountRules.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>A day that stands still, for tests of a host.</summary>
public static class FixedClock
{
    /// <summary>
    /// Makes <see cref="PolicyClock.Today"/> this day, in the time zone of the host's options: the host's <see cref="TimeProvider"/> stands at noon of it.
    /// Call it in place of any other clock; the order to <c>AddAccountRules</c> does not matter.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="today">The day.</param>
    /// <param name="timeZone">The time zone of the options; UTC unless given.</param>
    public static IServiceCollection AddFixedPolicyClock(this IServiceCollection services, DateOnly today, TimeZoneInfo? timeZone = null) =>
        services.Replace(ServiceDescriptor.Singleton(At(today, timeZone)));

    /// <summary>A time that stands at noon of a day; timers run as ever.</summary>
    /// <param name="today">The day.</param>
    /// <param name="timeZone">The time zone; UTC unless given.</param>
    public static TimeProvider At(DateOnly today, TimeZoneInfo? timeZone = null)
    {
        var (noon, zone) = (today.ToDateTime(new(12, 0)), timeZone ?? TimeZoneInfo.Utc);
        return new StandingTime(new DateTimeOffset(noon, zone.GetUtcOffset(noon)).ToUniversalTime(), zone);
    }

    private sealed class StandingTime(DateTimeOffset now, TimeZoneInfo zone) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => zone;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
