using System.Reflection;

namespace AccountRules;

/// <summary>Which version of this library runs.</summary>
internal static class LibraryVersions
{
    /// <summary>As the package has it, without the build's commit.</summary>
    public static string Own { get; } =
        typeof(LibraryVersions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";
}
