using System.ComponentModel;
using System.Diagnostics;

namespace AccountRules.Cli.Benchmarks;

/// <summary>What a process costs.</summary>
/// <param name="Cpu">Its processor time on all cores, to 10 ms.</param>
/// <param name="Wall">How long it ran.</param>
/// <param name="Peak">Its largest working set, in bytes; where the system keeps no peak, the largest that was seen, looking every 2 ms.</param>
internal readonly record struct Cost(TimeSpan Cpu, TimeSpan Wall, long Peak)
{
    private const int LookMilliseconds = 2;

    /// <summary>Runs a program for .NET to its end; what it writes is read and dropped, or taken.</summary>
    /// <param name="arguments">The program and its arguments.</param>
    /// <param name="output">Takes what it writes.</param>
    public static Cost Of(IEnumerable<string> arguments, Stream? output = null)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        var begun = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output ?? Stream.Null);
        var errors = process.StandardError.ReadToEndAsync();
        var cost = default(Cost);
        while (!process.WaitForExit(LookMilliseconds))
        {
            try
            {
                process.Refresh();
                cost = new(
                    process.TotalProcessorTime, Stopwatch.GetElapsedTime(begun), Math.Max(cost.Peak, Math.Max(process.PeakWorkingSet64, process.WorkingSet64)));
            }
            catch (Exception e) when (e is InvalidOperationException or Win32Exception)
            {
                // It has ended meanwhile.
            }
        }

        reading.Wait();
        return process.ExitCode == 0 ? cost : throw new InvalidOperationException($"{string.Join(' ', arguments)} failed: {errors.Result}");
    }
}
