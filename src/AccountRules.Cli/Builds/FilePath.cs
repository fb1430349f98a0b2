namespace AccountRules.Cli.Builds;

/// <summary>A file as a build server finds it in what it has checked out.</summary>
internal static class FilePath
{
    /// <summary>The path from the working folder, with slashes; the whole path where the file is outside of it.</summary>
    /// <param name="path">The path as it was typed.</param>
    public static string Relative(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        var isOutside = relative == ".." || relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
        return (isOutside ? Path.GetFullPath(path) : relative).Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>The same as a reference, whose special characters are escaped; a <c>file:</c> URI where the file is outside.</summary>
    /// <param name="path">The path as it was typed.</param>
    public static string Reference(string path)
    {
        var relative = Relative(path);
        var escaped = string.Join('/', relative.Split('/').Select(Uri.EscapeDataString));
        return !Path.IsPathRooted(relative) ? escaped : relative.StartsWith('/') ? $"file://{escaped}" : $"file:///{escaped}";
    }
}
