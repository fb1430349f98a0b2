using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AccountRules.Hosting;

/// <summary>
/// Makes the host's <see cref="PolicySource"/> when the host starts, asked for or not: from then on changes are seen, and the log says which policy it is.
/// </summary>
internal sealed class PolicyStart(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<PolicySource>();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
