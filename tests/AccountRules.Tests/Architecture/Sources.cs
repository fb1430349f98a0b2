using System.Text.RegularExpressions;

namespace AccountRules.Tests.Architecture;

/// <summary>The library's source files as text.</summary>
internal static partial class Sources
{
    /// <summary>Every file with its folder below <c>src/AccountRules</c>, empty for the root.</summary>
    public static IReadOnlyList<SourceFile> Library { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "AccountRules"), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Path.Combine(Repository.Root, "src", "AccountRules"), path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(Repository.Root, "src", "AccountRules", path)))),
    ];

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
