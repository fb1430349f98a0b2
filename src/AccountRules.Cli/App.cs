using System.CommandLine;
using AccountRules.Cli.Verbs;

namespace AccountRules.Cli;

/// <summary>The whole tool, callable in process.</summary>
internal static class App
{
    /// <summary>Runs one command line.</summary>
    /// <param name="args">The arguments after <c>accountrules</c>.</param>
    /// <param name="terminal">Where it runs.</param>
    public static ExitCode Run(string[] args, Terminal terminal)
    {
        try
        {
            if (args.Length > 1)
                terminal.Ahead?.Do(() => _ = RuleCatalogue.Documents);

            var parsed = RootVerb.Create(terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Errors.Count > 0)
                throw new StopException(ExitCode.Usage, [.. parsed.Errors.Select(e => e.Message), $"See: {RootVerb.PathOf(parsed.CommandResult)} --help"]);

            using var output = terminal.OutText();
            return (ExitCode)parsed.Invoke(new InvocationConfiguration
            {
                Output = output,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (StopException stop)
        {
            foreach (var line in stop.Lines)
                terminal.Say(line);

            return stop.Code;
        }
        catch (OperationCanceledException)
        {
            terminal.Say("Interrupted: the rows were taken in, and the output was not written to its end.");
            return ExitCode.Interrupted;
        }
#pragma warning disable CA1031 // the last resort: a user gets a line, never a stack trace
        catch (Exception e)
        {
            terminal.Say($"accountrules failed unexpectedly: {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}");
            return ExitCode.Failed;
        }
#pragma warning restore CA1031
    }
}
