using System.Globalization;
using AccountRules.Cli.Input;

namespace AccountRules.Cli.Output;

/// <summary>
/// A line on the screen that says how far a long run is, and how long it takes yet. It is there only where standard error is a screen and the data goes
/// elsewhere or comes at the end.
/// </summary>
internal sealed class ProgressLine(Terminal terminal, bool isOn)
{
    private const int RowsBetweenLooks = 4096;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);

    private readonly long started = terminal.Time.GetTimestamp();
    private long shown;
    private bool isShown;
    private long bytesOfAll;
    private long bytesBefore;

    /// <summary>A run begins.</summary>
    /// <param name="files">The files that it reads.</param>
    public void Begin(IReadOnlyList<FactFile> files) => bytesOfAll = files.Sum(file => file.Length);

    /// <summary>A file has been read.</summary>
    /// <param name="file">The file.</param>
    public void End(FactFile file) => bytesBefore += file.Length;

    /// <summary>Shows how far the run is, now and then.</summary>
    /// <param name="file">The file that is read.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="taken">How many rows were taken in so far.</param>
    /// <param name="rejected">How many were rejected.</param>
    public void Show(FactFile file, Rows rows, long taken, long rejected)
    {
        if (!isOn || !terminal.IsErrorScreen || (taken + rejected) % RowsBetweenLooks != 0)
            return;

        var elapsed = terminal.Time.GetElapsedTime(started);
        if (elapsed < First || (isShown && terminal.Time.GetElapsedTime(shown) < Between))
            return;

        (shown, isShown) = (terminal.Time.GetTimestamp(), true);
        var problems = rejected > 0 ? $", {Shown.Count(rejected)} rejected" : "";
        terminal.Error.Write($"\r\e[K{Path.GetFileName(file.Path)}: {Part(rows, elapsed)}{Shown.Count(taken)} rows{problems}");
    }

    /// <summary>Takes the line away.</summary>
    public void Clear()
    {
        if (isShown)
            terminal.Error.Write("\r\e[K");

        isShown = false;
    }

    /// <summary>How much of all files has been read, and how long the rest takes at the same speed; nothing where their size is not known.</summary>
    private string Part(Rows rows, TimeSpan elapsed)
    {
        if (rows.BytesRead is not { } bytes || bytesBefore + bytes is var read && (read <= 0 || read > bytesOfAll))
            return "";

        var left = TimeSpan.FromTicks((long)(elapsed.Ticks * (Int128)(bytesOfAll - read) / read));
        return string.Create(CultureInfo.InvariantCulture, $"{(decimal)read / bytesOfAll:P0}, {Time(left)} left, ");
    }

    private static string Time(TimeSpan time) => time < TimeSpan.FromMinutes(2)
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalMinutes):0} min");
}
