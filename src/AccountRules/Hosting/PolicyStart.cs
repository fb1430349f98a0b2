using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AccountRules.Hosting;

/// <summary>
/// Makes the host's <see cref="PolicySource"/> when the host starts, asked for or not: from then on changes are seen, and the log says which policy it is.
/// Then it checks the host's own rules.
/// </summary>
internal sealed class PolicyStart(IServiceProvider services) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (services.GetService<PolicySource>() is null)
            throw new InvalidOperationException("A rule is added by AddRule, and no policy: call services.AddAccountRules(…) too.");

        var known = services.GetService<IServiceProviderIsService>();
        if (known?.IsService(typeof(IChangeHandler)) == true && !known.IsService(typeof(PolicyMonitor)))
        {
            throw new InvalidOperationException(
                "A handler of changes is added, and no monitor that would tell it any: call services.AddPolicyMonitor(…) too.");
        }

        services.GetRequiredService<PolicyMetrics>();
        var scope = services.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            string[] problems = [.. services.GetServices<IPolicyRule>().Select(rule => rule.Check(scope.ServiceProvider)).OfType<string>()];
            if (problems.Length > 0)
                throw new InvalidOperationException(string.Join(Environment.NewLine, problems));
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
