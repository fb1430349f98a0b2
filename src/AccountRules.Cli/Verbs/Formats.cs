using System.CommandLine;

namespace AccountRules.Cli.Verbs;

/// <summary>The formats that a verb writes in: what <c>--format</c> takes, what help says of it, and what is refused.</summary>
internal sealed class Formats
{
    private readonly string[] names;

    /// <summary>Makes the option.</summary>
    /// <param name="description">What is written.</param>
    /// <param name="names">The formats, the first of them where the option is left out.</param>
    public Formats(string description, params string[] names)
        : this(description, "--format", names)
    {
    }

    /// <summary>Makes an option of another name.</summary>
    /// <param name="description">What is written.</param>
    /// <param name="name">The option, as it is typed.</param>
    /// <param name="names">The formats, the first of them where the option is left out.</param>
    public Formats(string description, string name, IReadOnlyList<string> names)
    {
        this.names = [.. names];
        Option = FactOptions.Option<string>(name, string.Join('|', names), description);
    }

    /// <summary>The option.</summary>
    public Option<string> Option { get; }

    /// <summary>Whether one was asked for.</summary>
    /// <param name="parsed">What was typed.</param>
    public bool IsGiven(ParseResult parsed) => parsed.GetValue(Option) is not null;

    /// <summary>The format.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <exception cref="StopException">The verb does not write in it.</exception>
    public string Of(ParseResult parsed) => Words.OneOf(Option.Name, parsed.GetValue(Option) ?? names[0], names);
}
