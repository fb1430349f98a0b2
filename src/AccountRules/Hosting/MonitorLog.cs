using Microsoft.Extensions.Logging;

namespace AccountRules.Hosting;

/// <summary>What a <see cref="PolicyMonitorService"/> logs; <c>docs/operations.md</c> lists it.</summary>
internal static partial class MonitorLog
{
    [LoggerMessage(
        101, LogLevel.Information, "Monitor loaded: {Standings} standings under policy {Policy} as of {AsOf:yyyy-MM-dd}, {Skipped} facts skipped",
        EventName = "MonitorLoaded")]
    public static partial void Loaded(this ILogger logger, int standings, Policy policy, DateOnly asOf, long skipped);

    [LoggerMessage(102, LogLevel.Information, "Monitor moved on to {AsOf:yyyy-MM-dd}: {Changes} changes", EventName = "MonitorAdvanced")]
    public static partial void Advanced(this ILogger logger, DateOnly asOf, int changes);

    [LoggerMessage(103, LogLevel.Information, "Monitor took up policy {New} in the place of {Old}: {Changes} changes", EventName = "MonitorSwapped")]
    public static partial void Swapped(this ILogger logger, Policy @new, Policy old, int changes);

    [LoggerMessage(
        104, LogLevel.Error, "Monitor stays with policy {Old}: under policy {New} a fact could not be judged; it is tried again within the hour",
        EventName = "MonitorKeptPolicy")]
    public static partial void KeptPolicy(this ILogger logger, Policy old, Policy @new, Exception exception);

    [LoggerMessage(
        105, LogLevel.Warning, "The clock says {Today:yyyy-MM-dd} and the monitor has come to {AsOf:yyyy-MM-dd}: it stays there until the clock is past it",
        EventName = "MonitorAhead")]
    public static partial void Ahead(this ILogger logger, DateOnly today, DateOnly asOf);

    [LoggerMessage(
        106, LogLevel.Warning, "Monitor skipped a fact: rule {Rule}, subject {Subject}, index {Index}: {Problem}", EventName = "MonitorSkipped")]
    public static partial void Skipped(this ILogger logger, string rule, string? subject, int index, string problem);

    [LoggerMessage(107, LogLevel.Warning, "Monitor skipped {More} more facts of the same call, {All} in all", EventName = "MonitorSkippedMore")]
    public static partial void SkippedMore(this ILogger logger, int more, int all);

    [LoggerMessage(
        108, LogLevel.Error, "Monitor stays at {AsOf:yyyy-MM-dd}: a fact could not be judged as of {Today:yyyy-MM-dd}; it is tried again within the hour",
        EventName = "MonitorStays")]
    public static partial void Stays(this ILogger logger, DateOnly asOf, DateOnly today, Exception exception);

    [LoggerMessage(
        109, LogLevel.Information, "Monitor begins with {Date:yyyy-MM-dd}, which was told last, and tells what was missed up to {Today:yyyy-MM-dd}",
        EventName = "MonitorBegins")]
    public static partial void Begins(this ILogger logger, DateOnly date, DateOnly today);

    [LoggerMessage(
        110, LogLevel.Error, "The host's handler did not take {Changes} changes as of {AsOf:yyyy-MM-dd}; they are told again in {Seconds} seconds",
        EventName = "ChangesNotTaken")]
    public static partial void NotTaken(this ILogger logger, int changes, DateOnly asOf, int seconds, Exception exception);

    [LoggerMessage(
        111, LogLevel.Warning, "The host's handler took {Changes} changes as of {AsOf:yyyy-MM-dd}, and could not be disposed of then",
        EventName = "HandlerNotDisposed")]
    public static partial void NotDisposed(this ILogger logger, int changes, DateOnly asOf, Exception exception);
}
