using System.Text;
using AccountRules.Documents;

namespace AccountRules;

/// <content>Reading a policy from its document.</content>
public partial class Policy
{
    /// <summary>Reads a policy from wherever it is: a file with its document, a file with several versions of it, or a folder with a file for each.</summary>
    /// <param name="path">
    /// The file: JSON as <see cref="PolicyDocument.Schema"/> says, comments allowed, with one policy document, or with several as
    /// <c>{ "versions": [ … ] }</c>; or the folder, of which the files <c>*.json</c> count that do not begin with a dot.
    /// </param>
    /// <param name="rules">The rules whose terms the documents may hold; those of the documents unless given.</param>
    /// <returns>A <see cref="PolicyHistory"/>, unless it is a file with a single policy.</returns>
    /// <exception cref="PolicyException">
    /// A document cannot be read or used, or they make no history; all problems of all documents are named, each with its file, path and line.
    /// </exception>
    public static Policy Read(string path, RuleCatalogue? rules = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return PolicyFiles.At(path).Policy(rules ?? RuleCatalogue.Documents, out var problems)
            ?? throw new PolicyException($"The policy {(Directory.Exists(path) ? "folder" : "file")} {path}", problems);
    }

    private static string Why(string path, Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file",
        UnauthorizedAccessException when Directory.Exists(path) => "a folder",
        _ => $"no readable file ({e.Message})",
    };

    /// <summary>Reads a policy from its document.</summary>
    /// <param name="json">The JSON text; comments are allowed.</param>
    /// <param name="rules">The rules whose terms the document may hold; those of the documents unless given.</param>
    /// <exception cref="PolicyException">The policy cannot be used; all problems are named, each with its path and line.</exception>
    public static Policy Parse(string json, RuleCatalogue? rules = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return PolicyDocument.Read(Encoding.UTF8.GetBytes(json), out var problems, rules) ?? throw new PolicyException("The policy", problems);
    }

    /// <summary>What a policy file holds; <c>null</c> where it cannot be read, with why.</summary>
    internal static byte[]? Bytes(string path, out PolicyProblem? unreadable)
    {
        try
        {
            unreadable = null;
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            unreadable = new("$", Line: null, Why(path, e), "a policy document in JSON");
            return null;
        }
    }
}
