using AccountRules.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AccountRules.Tests.Hosting;

/// <summary>A real host in a folder of its own, and what it logs.</summary>
public abstract class HostFixture : IDisposable
{
    private protected string Folder { get; } = Directory.CreateTempSubdirectory("accountrules").FullName;

    private protected RecordingLogs Logs { get; } = new();

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>A host of a JSON file of settings, as <c>appsettings.json</c> is read.</summary>
    private protected IHost HostOf(string appsettings, Action<HostApplicationBuilder>? also = null, string section = "AccountRules")
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = Folder });
        var file = Path.Combine(Folder, $"appsettings-{Guid.NewGuid():N}.json");
        File.WriteAllText(file, appsettings);
        builder.Configuration.AddJsonFile(file, optional: false, reloadOnChange: false);
        also?.Invoke(builder);
        builder.Services.AddAccountRules(builder.Configuration.GetSection(section));
        builder.Logging.Services.AddSingleton<ILoggerProvider>(Logs);
        return builder.Build();
    }

    /// <summary>A started host of a policy file.</summary>
    private protected async Task<(IHost Host, PolicySource Source)> StartedOn(string policyFile)
    {
        var host = HostOf($$"""{ "AccountRules": { "PolicyFile": "{{policyFile}}" } }""");
        await host.StartAsync();
        return (host, host.Services.GetRequiredService<PolicySource>());
    }

    /// <summary>Puts a file in place in one step: one that is read while half of it is written is refused, until the rest is there.</summary>
    private protected string Write(string name, string json)
    {
        var file = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file + ".new", json);
        File.Move(file + ".new", file, overwrite: true);
        return file;
    }

    private protected async Task Until(Func<bool> condition, string what)
    {
        for (var i = 0; i < 400 && !condition(); i++)
            await Task.Delay(50);

        Assert.True(condition(), $"{what}; logged: {string.Join('\n', Logs.Lines)}");
    }

    private protected bool Logged(string start) => Logs.Lines.Any(l => l.StartsWith(start, StringComparison.Ordinal));
}
