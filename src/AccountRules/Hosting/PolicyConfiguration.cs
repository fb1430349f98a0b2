using System.Globalization;
using System.Text.RegularExpressions;
using AccountRules.Documents;
using Microsoft.Extensions.Configuration;

namespace AccountRules.Hosting;

/// <summary>Reads a policy from a configuration section by the reader of policy documents.</summary>
internal static partial class PolicyConfiguration
{
    /// <summary>The policy; <c>null</c> where it cannot be used, and what is wrong with it is added, by the keys of the configuration.</summary>
    public static Policy? Read(IConfigurationSection section, RuleCatalogue rules, List<string> problems)
    {
        var before = problems.Count;
        var policy = PolicyDocument.Read(ConfigurationJson.Write(section, problems), rules, isConfiguration: true, out var found);
        problems.AddRange(found.Select(p => (p with { Line = null, Path = KeyOf(section, p.Path) }).ToString()));
        return problems.Count == before ? policy : null;
    }

    /// <summary>The key of a document's path. An item has the index that the configuration gives it: lists may leave indices out.</summary>
    private static string KeyOf(IConfigurationSection section, string path)
    {
        foreach (Match step in Steps().Matches(path))
        {
            section = step.Groups["index"] is { Success: true, Value: var index }
                ? section.GetChildren().ElementAt(int.Parse(index, CultureInfo.InvariantCulture))
                : section.GetSection(step.Groups["name"].Value);
        }

        return section.Path;
    }

    [GeneratedRegex(@"\.(?<name>[^.\[]+)|\[(?<index>\d+)\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Steps();
}
