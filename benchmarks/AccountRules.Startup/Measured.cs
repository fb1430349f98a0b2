using System.Diagnostics;
using System.Globalization;

namespace AccountRules.Startup;

/// <summary>One fresh process: how long it took from its start to its end, and its stages.</summary>
internal sealed record Measured(double Milliseconds, IReadOnlyList<(string Name, double Milliseconds, int Methods)> Stages)
{
    public const string Empty = "--empty";
    public const string Work = "--work";

    public static Measured Run(params string[] arguments)
    {
        // Run by dotnet itself, the program is its first argument.
        var host = Environment.ProcessPath!;
        var isDotnet = Path.GetFileNameWithoutExtension(host).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(host, isDotnet ? [typeof(Measured).Assembly.Location, .. arguments] : arguments)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The measured process ended with {process.ExitCode}.");

        return new(time, [.. lines.Skip(1)
            .Select(line => line.Split('\t'))
            .Select(f => (f[0], double.Parse(f[1], CultureInfo.InvariantCulture), int.Parse(f[2], CultureInfo.InvariantCulture)))]);
    }
}
