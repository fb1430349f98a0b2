using System.Text;
using AccountRules.Documents;

namespace AccountRules;

/// <content>Reading a policy from its document.</content>
public sealed partial class Policy
{
    /// <summary>Reads a policy from its document in a file.</summary>
    /// <param name="path">The file: JSON as <see cref="PolicyDocument.Schema"/> says, comments allowed.</param>
    /// <exception cref="PolicyException">The file cannot be read, or its policy cannot be used; all problems are named, each with its path and line.</exception>
    public static Policy Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        byte[] utf8;
        try
        {
            utf8 = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new PolicyException($"The policy file {path}", [new("$", Line: null, Why(path, e), "a policy document in JSON")]);
        }

        return Parse(utf8, $"The policy file {path}");
    }

    private static string Why(string path, Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file",
        UnauthorizedAccessException when Directory.Exists(path) => "a folder",
        _ => $"no readable file ({e.Message})",
    };

    /// <summary>Reads a policy from its document.</summary>
    /// <param name="json">The JSON text; comments are allowed.</param>
    /// <exception cref="PolicyException">The policy cannot be used; all problems are named, each with its path and line.</exception>
    public static Policy Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Parse(Encoding.UTF8.GetBytes(json), "The policy");
    }

    private static Policy Parse(ReadOnlySpan<byte> utf8, string source) =>
        PolicyDocument.Read(utf8, out var problems) ?? throw new PolicyException(source, problems);
}
