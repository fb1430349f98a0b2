using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace AccountRules.Tests.Hosting;

/// <summary>
/// docs/operations.md lists the log events and the names of the code, and nothing else; what goes with them is compared where a host is listened to.
/// </summary>
public sealed partial class OperationsPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));

    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly (string Id, string Name, string Level, string Message)[] Events =
    [
        .. from type in typeof(Policy).Assembly.GetTypes()
           from method in type.GetMethods(Any)
           let message = method.GetCustomAttribute<LoggerMessageAttribute>()
           where message is not null
           orderby message.EventId
           select ($"{message.EventId}", $"`{message.EventName}`", $"{message.Level}", message.Message),
    ];

    [Fact]
    public void LogEvents_OfThePage_AreThoseOfTheCode()
    {
        Assert.Equal(Events.Length, Events.Select(e => e.Id).Distinct().Count());
        Assert.Equal(Events, Rows("| id | name |").Select(row => (row[0], row[1], row[2], row[3])));
    }

    [Fact]
    public void Names_OfThePage_AreThoseOfTheCode()
    {
        var names = typeof(TelemetryNames).GetFields(BindingFlags.Static | BindingFlags.Public).Select(f => (string)f.GetRawConstantValue()!);
        Assert.Equal(names.Order(StringComparer.Ordinal), Named().Matches(Page).Select(m => m.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string[]> Rows(string head) => Page.Split('\n')
        .SkipWhile(line => !line.StartsWith(head, StringComparison.Ordinal)).Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray());

    [GeneratedRegex(@"`(?<name>accountrules\.[a-z_.]+|error\.type)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
