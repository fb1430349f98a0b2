using Spectre.Console;

namespace AccountRules.Cli.Output;

/// <summary>Where tables are written: a screen with its width and colours, or a plain text.</summary>
internal static class Screen
{
    /// <summary>Wide enough that no line of the sample data is broken.</summary>
    private const int WidthWithoutScreen = 160;

    /// <summary>A text of the user as markup: shown as it is, on one line, and nothing in it steers the terminal.</summary>
    /// <param name="text">The text.</param>
    public static string Text(string? text) => Markup.Escape(Visible.Text(text ?? ""));

    /// <summary>A console that writes to a text.</summary>
    /// <param name="text">Takes it.</param>
    /// <param name="terminal">What the run knows of the world around it.</param>
    public static IAnsiConsole On(TextWriter text, Terminal terminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal.IsOutScreen ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal is { IsOutScreen: true, AllowsColor: true } ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = terminal.Width ?? WidthWithoutScreen;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
