using AccountRules.Cli.Input;

namespace AccountRules.Cli.Builds;

/// <summary>One thing that a build is told, in whichever format it reads: what was looked at, what was found, and where.</summary>
/// <param name="Rule">What it goes by.</param>
/// <param name="Kind">What a build makes of it.</param>
/// <param name="Name">What was looked at, such as a region or a boundary: among the findings of a rule the name of this one.</param>
/// <param name="Message">What was found; empty where all is as it should be.</param>
internal sealed record Finding(FindingRule Rule, FindingKind Kind, string Name, string Message)
{
    /// <summary>The file that it is about; <c>null</c> where it is about none.</summary>
    public string? File { get; init; }

    /// <summary>Where in the file.</summary>
    public FilePlace Place { get; init; }

    /// <summary>What was looked at, and what was found, in one line.</summary>
    public string Text => Name.Length > 0 ? $"{Name}: {Message}" : Message;

    /// <summary>Something is wrong with a fact file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="place">Where in it.</param>
    /// <param name="message">What.</param>
    public static Finding OfFile(string? file, FilePlace place, string message) =>
        new(FindingRule.FactFile, FindingKind.Problem, place.Name ?? "", message) { File = file, Place = place };

    /// <summary>As it is said on standard error.</summary>
    public override string ToString() => File is null ? Message : $"{File}{Place.Text}: {Message}";
}
