using System.Text;
using Microsoft.Win32.SafeHandles;

namespace AccountRules.Cli;

/// <summary>What a run knows of the world around it: where it writes, what of it is a screen, what day it is, and whether to stop.</summary>
/// <param name="Out">Takes the data, and nothing else.</param>
/// <param name="Error">Takes everything that is not data.</param>
internal sealed record Terminal(Stream Out, TextWriter Error)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Whether <see cref="Out"/> is a screen.</summary>
    public bool IsOutScreen { get; init; }

    /// <summary>Whether <see cref="Error"/> is a screen.</summary>
    public bool IsErrorScreen { get; init; }

    /// <summary>Whether colours are to be used where <see cref="Out"/> is a screen.</summary>
    public bool AllowsColor { get; init; } = true;

    /// <summary>The width of the screen in characters; <c>null</c> where there is none.</summary>
    public int? Width { get; init; }

    /// <summary>The file that <see cref="Out"/> writes; <c>null</c> where it is standard output.</summary>
    public string? Output { get; init; }

    /// <summary>Tells what day it is.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Takes what can be done on a second processor before the run comes to it; <c>null</c> where nothing does.</summary>
    public Ahead? Ahead { get; init; }

    /// <summary>Signalled when the user wants the run to end.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>The calendar day on this machine.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Time.GetLocalNow().DateTime);

    /// <summary>A writer of text to <see cref="Out"/>, without a byte order mark.</summary>
    public StreamWriter OutText() => new(Out, Utf8, leaveOpen: true) { NewLine = "\n" };

    /// <summary>
    /// Says something to the user, on one line of <see cref="Error"/>: nothing that a file, a name or an option put in it steers the terminal.
    /// </summary>
    /// <param name="line">The line.</param>
    public void Say(string line) => Error.WriteLine(Visible.Text(line));

    /// <summary>The console of this process.</summary>
    /// <param name="stop">Signalled when the user wants the run to end.</param>
    public static Terminal OfConsole(CancellationToken stop)
    {
        var isScreen = !Console.IsOutputRedirected;
        if (isScreen)
            Console.OutputEncoding = Utf8;

        return new(new OutputStream(StandardOutput()), Console.Error)
        {
            IsOutScreen = isScreen,
            IsErrorScreen = !Console.IsErrorRedirected,
            AllowsColor = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            Ahead = Ahead.Begin(),
            Width = isScreen && Console.WindowWidth > 0 ? Console.WindowWidth : null,
            Stop = stop,
        };
    }

    /// <summary>The console's own stream hides on Unix that the reader of a pipe has gone, and a run of minutes would go on for nobody.</summary>
    private static Stream StandardOutput()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
            return Console.OpenStandardOutput();

        var file = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return file.CanSeek ? Console.OpenStandardOutput() : file;
    }
}
