using AccountRules.Cli.Input;

namespace AccountRules.Cli.Output;

/// <summary>
/// The file of <c>--output</c>: written beside it under another name, and put in its place when all is written, so that it is never there by half. Without the
/// option the output goes where it always does.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string path = "";
    private readonly string beside = "";
    private readonly FileStream? stream;
    private bool isPlaced;

    private OutputFile(Terminal terminal) => Terminal = terminal;

    private OutputFile(string path, Terminal terminal)
    {
        this.path = ResolvedPath(path);
        beside = $"{this.path}.{Guid.NewGuid():N}.tmp";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows() && File.Exists(this.path))
            options.UnixCreateMode = File.GetUnixFileMode(this.path);

        stream = new(beside, options);
        Terminal = terminal with { Out = new OutputStream(stream), IsOutScreen = false, Width = null, Output = path };
    }

    /// <summary>Where the run writes.</summary>
    public Terminal Terminal { get; }

    /// <summary>Opens the output.</summary>
    /// <param name="option">The option, as it is typed.</param>
    /// <param name="path">The file; <c>null</c> where the option is left out.</param>
    /// <param name="inputs">The files that are read, none of which can be written.</param>
    /// <param name="terminal">Where the run writes without the option.</param>
    /// <exception cref="StopException">The file cannot be written.</exception>
    public static OutputFile Open(string option, string? path, IEnumerable<FactFile> inputs, Terminal terminal)
    {
        if (path is null)
            return new(terminal);

        if (string.IsNullOrWhiteSpace(path) || Directory.Exists(path) || IsDevice(path))
            throw StopException.Usage(option, Shown.Value(path), "a file, which is written anew; without the option the output goes to standard output");

        if (inputs.Any(i => string.Equals(ResolvedPath(i.Path), ResolvedPath(path), StringComparison.OrdinalIgnoreCase)))
            throw StopException.Usage(option, Shown.Value(path), "a file that is not read in the same run");

        try
        {
            return new(path, terminal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StopException(ExitCode.Failed, $"{path}: cannot be written: {e.Message.TrimEnd('.')}.");
        }
    }

    /// <summary>All is written: the file takes its place.</summary>
    public void Place()
    {
        if (stream is null)
            return;

        try
        {
            stream.Flush(flushToDisk: true);
            stream.Dispose();
            File.Move(beside, path, overwrite: true);
            isPlaced = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StopException(ExitCode.Failed, $"{Terminal.Output}: cannot be written: {e.Message.TrimEnd('.')}.");
        }
    }

    /// <summary>Closes the output; what was not put in its place is deleted.</summary>
    public void Dispose()
    {
        stream?.Dispose();
        if (stream is not null && !isPlaced)
            File.Delete(beside);
    }

    /// <summary>A link stays, and the file that it leads to is written.</summary>
    private static string ResolvedPath(string path) =>
        File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? target.FullName : Path.GetFullPath(path);

    private static bool IsDevice(string path) => !OperatingSystem.IsWindows() && Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal);
}
