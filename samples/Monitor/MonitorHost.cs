using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AccountRules.Samples.Monitor;

internal static class MonitorHost
{
    public static HostApplicationBuilder CreateBuilder()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddAccountRules(builder.Configuration.GetSection("AccountRules"));
        builder.Services.AddPolicyMonitor(load: (_, monitor, _) =>
        {
            Facts.Load(monitor, Path.Combine(AppContext.BaseDirectory, "data"));
            return Task.CompletedTask;
        });
        builder.Services.AddHostedService<ChangeLog>();
        return builder;
    }
}
