using AccountRules.Documents;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AccountRules.Hosting;

/// <summary>Reads the host's options and the policy that they name, with all problems at once.</summary>
internal sealed class PolicyLoader(IServiceProvider services, IConfiguration? section, Action<AccountRulesOptions>? configure)
{
    private const string PolicySection = "Policy";

    public IConfiguration? Section => section;

    public void Configure(AccountRulesOptions options)
    {
        section?.Bind(options);
        configure?.Invoke(options);
    }

    /// <summary>The policy's file, from the root of its drive on; <c>null</c> where none is named.</summary>
    public string? PolicyFile
    {
        get
        {
            var options = new AccountRulesOptions();
            Configure(options);
            var root = services.GetService<IHostEnvironment>()?.ContentRootPath ?? Directory.GetCurrentDirectory();
            return string.IsNullOrWhiteSpace(options.PolicyFile) ? null : Path.GetFullPath(options.PolicyFile, root);
        }
    }

    /// <summary>The setup, or everything that is wrong with it.</summary>
    public PolicySetup? Load(out IReadOnlyList<string> problems)
    {
        var options = new AccountRulesOptions();
        Configure(options);
        var found = new List<string>();
        foreach (var key in (section?.GetChildren() ?? []).Select(c => c.Key).Where(k => !IsKnown(k)))
            found.Add($"{At(key)}: found an unknown setting; allowed: {nameof(options.PolicyFile)}, {nameof(options.TimeZone)}, {PolicySection}.");

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone ?? "", out var zone))
            found.Add($"{At(nameof(options.TimeZone))}: found `{options.TimeZone}`; allowed: an IANA time zone that this machine knows, such as Europe/Berlin.");

        var inline = section?.GetSection(PolicySection) is { } inner && inner.Exists() ? inner : null;
        if (inline is not null && PolicyFile is not null)
            found.Add($"{At(nameof(options.PolicyFile))}: found beside a {PolicySection} section; allowed: one of them.");

        var policy = inline is not null ? ReadSection(inline, found) : PolicyFile is { } file ? ReadFile(file, found) : Policy.Default;
        problems = found;
        return found.Count == 0 ? new(policy!, zone!) : null;
    }

    private static Policy? ReadSection(IConfigurationSection section, List<string> found)
    {
        var policy = PolicyDocument.Read(ConfigurationJson.Write(section), rules: null, isConfiguration: true, out var problems);
        found.AddRange(problems.Select(p => (p with { Line = null, Path = section.Path + p.Path[1..].Replace(".", ":", StringComparison.Ordinal) }).ToString()));
        return policy;
    }

    private static Policy? ReadFile(string file, List<string> found)
    {
        try
        {
            return Policy.Read(file);
        }
        catch (PolicyException e)
        {
            found.AddRange(e.Problems.Select(p => $"{file}: {p}"));
            return null;
        }
    }

    private static bool IsKnown(string key) =>
        key.Equals(nameof(AccountRulesOptions.PolicyFile), StringComparison.OrdinalIgnoreCase)
        || key.Equals(nameof(AccountRulesOptions.TimeZone), StringComparison.OrdinalIgnoreCase)
        || key.Equals(PolicySection, StringComparison.OrdinalIgnoreCase);

    private string At(string key) => section is IConfigurationSection { Path: var path } ? $"{path}:{key}" : key;
}
