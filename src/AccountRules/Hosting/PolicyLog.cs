using Microsoft.Extensions.Logging;

namespace AccountRules.Hosting;

/// <summary>What a <see cref="PolicySource"/> logs; <c>docs/operations.md</c> lists it.</summary>
internal static partial class PolicyLog
{
    [LoggerMessage(1, LogLevel.Information, "Policy {New} is in force; it takes the place of {Old}", EventName = "PolicySwapped")]
    public static partial void Swapped(this ILogger logger, Policy @new, Policy old);

    [LoggerMessage(2, LogLevel.Error, "Policy {Old} stays in force; the changed policy cannot be used: {Problems}", EventName = "PolicyRefused")]
    public static partial void Kept(this ILogger logger, Policy old, string problems);

    [LoggerMessage(
        3, LogLevel.Information, "Policy {Policy} is in force, from {Source}; today is {Today:yyyy-MM-dd} in {TimeZone}", EventName = "PolicyStarted")]
    public static partial void Started(this ILogger logger, Policy policy, string source, DateOnly today, string timeZone);

    [LoggerMessage(4, LogLevel.Information, "Policy {Policy} stays in force; what could not be used has been taken back", EventName = "PolicyMended")]
    public static partial void Mended(this ILogger logger, Policy policy);

    [LoggerMessage(5, LogLevel.Warning, "{Warning}", EventName = "PolicyWarning")]
    public static partial void Warned(this ILogger logger, string warning);

    [LoggerMessage(
        6, LogLevel.Warning, "Policy {Policy} is effective from {EffectiveFrom:yyyy-MM-dd}, and today is {Today:yyyy-MM-dd} in {TimeZone}: "
        + "it is used already, and applies to no fact that begins before then", EventName = "PolicyNotYetEffective")]
    public static partial void NotYetEffective(this ILogger logger, Policy policy, DateOnly effectiveFrom, DateOnly today, string timeZone);

    [LoggerMessage(
        7, LogLevel.Error, "A listener to changes of the policy failed on {Policy}, which is in force all the same", EventName = "PolicyListenerFailed")]
    public static partial void ListenerFailed(this ILogger logger, Policy policy, Exception exception);

    [LoggerMessage(8, LogLevel.Debug, "{File} is not watched by the system; it is looked at every {Seconds} seconds", EventName = "PolicyNotWatched")]
    public static partial void NotWatched(this ILogger logger, string file, int seconds);
}
