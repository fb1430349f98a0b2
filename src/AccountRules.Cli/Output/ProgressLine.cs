using System.Diagnostics;
using System.Globalization;
using AccountRules.Cli.Input;

namespace AccountRules.Cli.Output;

/// <summary>
/// A line on the screen that says how far a long run is. It is there only where standard error is a screen and the data goes elsewhere or comes at the end.
/// </summary>
internal sealed class ProgressLine(Terminal terminal, bool isOn)
{
    private const int RowsBetweenLooks = 4096;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);
    private readonly long started = Stopwatch.GetTimestamp();
    private long shown;
    private bool isShown;

    /// <summary>Shows how far the run is, now and then.</summary>
    /// <param name="file">The file that is read.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="count">How many rows were read so far.</param>
    public void Show(FactFile file, Rows rows, long count)
    {
        if (!isOn || !terminal.IsErrorScreen || count % RowsBetweenLooks != 0 || Stopwatch.GetElapsedTime(started) < First || (isShown
            && Stopwatch.GetElapsedTime(shown) < Between))
        {
            return;
        }

        (shown, isShown) = (Stopwatch.GetTimestamp(), true);
        var part = rows.Fraction is { } fraction ? fraction.ToString("P0", CultureInfo.InvariantCulture) + ", " : "";
        terminal.Error.Write($"\r\e[K{Path.GetFileName(file.Path)}: {part}{Shown.Count(count)} rows");
    }

    /// <summary>Takes the line away.</summary>
    public void Clear()
    {
        if (isShown)
            terminal.Error.Write("\r\e[K");

        isShown = false;
    }
}
