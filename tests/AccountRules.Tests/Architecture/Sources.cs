using System.Text.RegularExpressions;

namespace AccountRules.Tests.Architecture;

/// <summary>The source files as text.</summary>
internal static partial class Sources
{
    /// <summary>Every file of the library with its folder below <c>src/AccountRules</c>, empty for the root.</summary>
    public static IReadOnlyList<SourceFile> Library { get; } =
    [
        .. Below("src/AccountRules").Select(path => new SourceFile(path["src/AccountRules/".Length..], File.ReadAllText(Path.Combine(Repository.Root, path)))),
    ];

    /// <summary>The paths of the source files below a folder of the repository, from its root, without what a build leaves there.</summary>
    public static IEnumerable<string> Below(string folder, string pattern = "*.cs") =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    internal sealed partial record SourceFile(string Path, string Text)
    {
        public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.IndexOf('/', StringComparison.Ordinal)] : "";

        public int Lines => Text.Split('\n').Length - 1;

        /// <summary>The text without comments and without what stands between quotes.</summary>
        public string Code => Quoted().Replace(Comment().Replace(Text, ""), "\"\"");

        [GeneratedRegex(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
        private static partial Regex Comment();

        [GeneratedRegex(@"""(\\.|[^""\\\n])*""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
        private static partial Regex Quoted();
    }
}
