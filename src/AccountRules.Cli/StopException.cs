using AccountRules.Cli.Builds;

namespace AccountRules.Cli;

/// <summary>Ends the run with an exit code, and with lines for the user on standard error.</summary>
internal sealed class StopException(ExitCode code, params string[] lines) : Exception(string.Join(Environment.NewLine, lines))
{
    public ExitCode Code { get; } = code;

    public IReadOnlyList<string> Lines { get; } = lines;

    /// <summary>What is wrong with a policy document, for a build; empty where it is something else.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What the user gave cannot be understood.</summary>
    public static StopException Usage(string what, string found, string allowed) => new(ExitCode.Usage, $"{what}: found {found}; allowed: {allowed}.");
}
