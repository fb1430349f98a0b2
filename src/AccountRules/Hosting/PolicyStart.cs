using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AccountRules.Hosting;

/// <summary>
/// Makes the host's <see cref="PolicySource"/> when the host starts, asked for or not: from then on changes are seen, and the log says which policy it is.
/// Then it checks the host's own rules.
/// </summary>
internal sealed class PolicyStart(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<PolicySource>();
        using var scope = services.CreateScope();
        foreach (var rule in services.GetServices<IPolicyRule>())
            rule.Check(scope.ServiceProvider);

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
