using AccountRules.Documents;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AccountRules.Hosting;

/// <summary>Reads the host's options and the policy that they name, with all problems at once.</summary>
internal sealed class PolicyLoader(IServiceProvider services, IConfiguration? section, Action<AccountRulesOptions>? configure)
{
    private const string PolicySection = "Policy";
    private static readonly string[] Settings = [nameof(AccountRulesOptions.PolicyFile), nameof(AccountRulesOptions.TimeZone), PolicySection];

    public IConfiguration? Section => section;

    /// <summary>The rules whose terms the policy may hold: the host's own too, where it has added its catalogue.</summary>
    private RuleCatalogue Rules => services.GetService<RuleCatalogue>() ?? RuleCatalogue.Documents;

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
            return FullPath(options);
        }
    }

    /// <summary>The setup, or everything that is wrong with it.</summary>
    public PolicyLoad Load()
    {
        var options = new AccountRulesOptions();
        Configure(options);
        var problems = new List<string>();
        var settings = section?.GetChildren().ToArray() ?? [];
        foreach (var key in settings.Select(c => c.Key).Where(k => !Settings.Contains(k, StringComparer.OrdinalIgnoreCase)))
        {
            problems.Add(
                $"{At(key)}: found an unknown setting{(Likeness.Closest(key, Settings) is { } meant ? $" (did you mean {meant}?)" : "")}; "
                + $"allowed: {string.Join(", ", Settings)}.");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone ?? "", out var zone))
        {
            problems.Add(
                $"{At(nameof(options.TimeZone))}: found `{options.TimeZone}`; allowed: an IANA time zone that this machine knows, such as Europe/Berlin.");
        }

        // An empty text is no file name, and hardly meant to say "the documents' own numbers": think of a variable that was not set.
        if (options.PolicyFile is { } named && string.IsNullOrWhiteSpace(named))
            problems.Add($"{At(nameof(options.PolicyFile))}: found `{named}`; allowed: the name of a file; leave the setting out where there is none.");

        var inline = Array.Find(settings, c => c.Key.Equals(PolicySection, StringComparison.OrdinalIgnoreCase));
        if (inline is not null && options.PolicyFile is not null)
            problems.Add($"{At(nameof(options.PolicyFile))}: found beside a {PolicySection} section; allowed: one of them.");

        var file = FullPath(options);
        PolicyFiles? content = null;
        var policy = inline is not null ? PolicyConfiguration.Read(inline, Rules, problems)
            : file is not null ? ReadFile(file, out content, problems)
            : Rules == RuleCatalogue.Documents ? Policy.Default : new(new PolicyTerms(Rules) { Version = Policy.Default.Version });
        if (problems.Count == 0)
            problems.AddRange(services.GetServices<IPolicyRule>().Select(rule => rule.ProblemWith(policy!)).OfType<string>());

        var source = inline is not null ? $"configuration section {inline.Path}" : file ?? "the documents' own numbers";
        return new(
            problems.Count == 0 ? new(policy!, zone!) : null, problems,
            [.. Warnings(settings, inline), .. (policy?.Remarks ?? []).Select(r => $"{source}: {r}")],
            source, inline is null ? file : null, content);
    }

    private Policy? ReadFile(string file, out PolicyFiles content, List<string> problems)
    {
        content = PolicyFiles.At(file);
        var policy = content.Policy(Rules, out var found);
        problems.AddRange(found.Select(p => $"{file}: {p}"));
        return policy;
    }

    private string? FullPath(AccountRulesOptions options) => string.IsNullOrWhiteSpace(options.PolicyFile)
        ? null
        : Path.GetFullPath(options.PolicyFile, services.GetService<IHostEnvironment>()?.ContentRootPath ?? Directory.GetCurrentDirectory());

    /// <summary>A section without settings leaves the documents' own numbers in force: right where that is meant, and the likeliest mistake of all.</summary>
    private string[] Warnings(IConfigurationSection[] settings, IConfigurationSection? inline)
    {
        if (inline is { Value: null or "" } && !inline.GetChildren().Any())
            return [WithoutSettings(inline.Path, meant: null)];

        if (section is not IConfigurationSection { Path: var path, Key: var key } || settings.Length > 0)
            return [];

        var around = path[..^key.Length];
        var root = services.GetService<IConfiguration>();
        var siblings = (around.Length == 0 ? root : root?.GetSection(around[..^1]))?.GetChildren().Select(c => c.Key) ?? [];
        return [WithoutSettings(
            path, Likeness.Closest(key, siblings.Where(k => !k.Equals(key, StringComparison.OrdinalIgnoreCase))) is { } meant ? around + meant : null)];
    }

    private static string WithoutSettings(string path, string? meant) =>
        $"Configuration section `{path}` is not there, or has no settings{(meant is null ? "" : $" (did you mean `{meant}`?)")}: "
        + $"the policy has the documents' own numbers";

    private string At(string key) => section is IConfigurationSection { Path: var path } ? $"{path}:{key}" : key;
}
