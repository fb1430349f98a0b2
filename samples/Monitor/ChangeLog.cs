using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AccountRules.Samples.Monitor;

/// <summary>Logs how things stand when it starts, and every change from then on. It starts after the monitor, which has its facts by then.</summary>
internal sealed partial class ChangeLog(PolicyMonitor monitor, ILogger<ChangeLog> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = monitor.Subscribe();
        foreach (var count in subscription.Start.Counts)
            LogCount(count.RuleId, count.Count, count.Standing);

        await foreach (var change in subscription.WithCancellation(stoppingToken))
            LogChange(change.Kind, change);
    }

    [LoggerMessage(1, LogLevel.Information, "{Rule}: {Count} {Standing}")]
    private partial void LogCount(string rule, int count, Standing standing);

    [LoggerMessage(2, LogLevel.Information, "{Kind}: {Change}")]
    private partial void LogChange(ChangeKind kind, StandingChange change);
}
