namespace AccountRules.Cli.Input;

/// <summary>Finds the fact files among folders, files of their names, and files of other names given as <c>fte-orders=FILE</c>.</summary>
internal static class FactFiles
{
    private static readonly string[] Extensions = [".csv", ".json"];

    /// <summary>The files that the arguments name, each once.</summary>
    /// <param name="arguments">Folders, files, and files with the name of their facts.</param>
    /// <param name="kinds">The names that facts have.</param>
    /// <param name="verb">The verb that takes them.</param>
    /// <exception cref="StopException">An argument names no facts.</exception>
    public static IReadOnlyList<FactFile> Find(IEnumerable<string> arguments, IReadOnlyList<string> kinds, string verb) =>
        [
            .. arguments.SelectMany(argument => Of(argument, kinds, verb))
                .DistinctBy(file => $"{file.Kind}={Path.GetFullPath(file.Path)}", StringComparer.Ordinal),
        ];

    private static FactFile[] Of(string argument, IReadOnlyList<string> kinds, string verb)
    {
        if (argument.Contains('\0', StringComparison.Ordinal) || string.IsNullOrWhiteSpace(argument[(argument.IndexOf('=', StringComparison.Ordinal) + 1)..]))
            throw Unknown(argument, kinds, verb);

        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0 && KindOf(argument[..equals], kinds) is { } given)
            return [new(given, argument[(equals + 1)..])];

        if (Directory.Exists(argument))
            return InFolder(argument, kinds);

        var exists = File.Exists(argument);
        if (KindOfFile(argument, kinds) is { } kind && (exists || equals < 0))
            return [new(kind, argument)];

        throw exists || equals > 0 ? Unknown(argument, kinds, verb) : new StopException(ExitCode.Failed, $"{argument}: does not exist.");
    }

    /// <summary>The files of one name in a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="kind">The name.</param>
    public static IEnumerable<FactFile> In(string folder, string kind) => Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)
        .Where(path => KindOfFile(path, [kind]) is not null)
        .Select(path => new FactFile(kind, path));

    private static FactFile[] InFolder(string folder, IReadOnlyList<string> kinds)
    {
        var files = Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)
            .Select(path => (Path: path, Kind: KindOfFile(path, kinds)))
            .Where(file => file.Kind is not null)
            .Select(file => new FactFile(file.Kind!, file.Path))
            .ToArray();
        return files.Length > 0 ? files : throw new StopException(ExitCode.Failed,
            $"{folder}: holds no fact file; looked for {string.Join(", ", kinds.Select(kind => kind + ".csv"))}, and the same names with .json.");
    }

    private static string? KindOfFile(string path, IReadOnlyList<string> kinds) =>
        Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) ? KindOf(Path.GetFileNameWithoutExtension(path), kinds) : null;

    private static string? KindOf(string name, IReadOnlyList<string> kinds) =>
        kinds.FirstOrDefault(kind => kind.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static StopException Unknown(string argument, IReadOnlyList<string> kinds, string verb) => StopException.Usage(verb, Shown.Value(argument),
        $"a folder, a file named {string.Join(", ", kinds)} with .csv or .json, or NAME=FILE with one of these names, such as {kinds[0]}=export.csv");
}
