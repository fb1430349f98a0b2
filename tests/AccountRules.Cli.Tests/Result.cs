using System.Text.Json;

namespace AccountRules.Cli.Tests;

/// <summary>What a run of the tool gave.</summary>
internal sealed record Result(ExitCode Code, string Out, string Error)
{
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public JsonElement[] Json => [.. JsonDocument.Parse(Out).RootElement.EnumerateArray()];
}
