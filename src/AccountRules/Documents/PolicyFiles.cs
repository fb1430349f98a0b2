namespace AccountRules.Documents;

/// <summary>
/// The policy documents that a path leads to: a file, which holds one version or several, or a folder with a file for each. Of a folder, the files named
/// <c>*.json</c> count that do not begin with a dot.
/// </summary>
/// <param name="Path">The file or folder.</param>
/// <param name="Files">The files with their names and what they hold, ordered by name.</param>
/// <param name="Unreadable">What cannot be read; none where all can.</param>
internal sealed record PolicyFiles(string Path, IReadOnlyList<(string Name, byte[] Content)> Files, IReadOnlyList<PolicyProblem> Unreadable)
{
    private const string Pattern = "*.json";

    /// <summary>Reads all that there is, at once.</summary>
    public static PolicyFiles At(string path)
    {
        var (files, problems) = (new List<(string, byte[])>(), new List<PolicyProblem>());
        var isFolder = Directory.Exists(path);
        foreach (var file in isFolder ? FilesOf(path) : [path])
        {
            if (AccountRules.Policy.Bytes(file, out var unreadable) is { } content)
                files.Add((isFolder ? System.IO.Path.GetFileName(file) : file, content));
            else
                problems.Add(unreadable! with { File = isFolder ? System.IO.Path.GetFileName(file) : null });
        }

        if (isFolder && files.Count + problems.Count == 0)
            problems.Add(new("$", Line: null, $"a folder without a file {Pattern}", "a policy document in JSON for each version"));

        return new(path, files, problems);
    }

    /// <summary>Whether both hold the same.</summary>
    public bool HoldsSameAs(PolicyFiles other) => Files.Count == other.Files.Count && Unreadable.SequenceEqual(other.Unreadable)
        && Files.Zip(other.Files).All(pair => string.Equals(pair.First.Name, pair.Second.Name, StringComparison.Ordinal)
            && pair.First.Content.AsSpan().SequenceEqual(pair.Second.Content));

    /// <summary>
    /// The policy: of a file with one version that one, of all else the history; <c>null</c> where there is a problem. All problems of all documents are told,
    /// and whatever keeps the versions from being a history.
    /// </summary>
    /// <param name="rules">The rules whose terms the documents may hold.</param>
    /// <param name="problems">All problems.</param>
    public Policy? Policy(RuleCatalogue rules, out IReadOnlyList<PolicyProblem> problems)
    {
        List<PolicyProblem> found = [.. Unreadable];
        List<PolicyVersionSource> versions = [];
        var isHistory = Directory.Exists(Path);
        foreach (var (name, content) in Files)
        {
            var file = isHistory ? name : null;
            if (VersionsDocument.Read(content, rules, file, found) is { } several)
            {
                isHistory = true;
                versions.AddRange(several);
            }
            else if (PolicyDocument.Read(content, out var own, rules) is { } policy)
            {
                versions.Add(new(policy, name));
            }
            else
            {
                found.AddRange(own.Select(p => p with { File = file }));
            }
        }

        if (found.Count == 0 && isHistory)
            found.AddRange(PolicyHistoryCheck.Problems(versions).Select(p => p.Problem));

        problems = found;
        return found.Count > 0 ? null : isHistory ? PolicyHistory.Of(PolicyHistoryCheck.Ordered(versions)) : versions[0].Policy;
    }

    private static IEnumerable<string> FilesOf(string folder) =>
        Directory.EnumerateFiles(folder, Pattern).Where(file => !System.IO.Path.GetFileName(file).StartsWith('.')).Order(StringComparer.Ordinal);
}
