using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace AccountRules.Hosting;

/// <summary>Calls back whenever a file changes.</summary>
internal sealed class PolicyFileWatch : IDisposable
{
    private readonly PhysicalFileProvider folder;
    private readonly IDisposable subscription;

    private PolicyFileWatch(string file, Action changed)
    {
        File = file;
        folder = new(Path.GetDirectoryName(file)!);
        subscription = ChangeToken.OnChange(() => folder.Watch(Path.GetFileName(file)), changed);
    }

    public string File { get; }

    /// <summary>A watch on the file; none where no file is named, or its folder does not exist.</summary>
    public static PolicyFileWatch? On(string? file, Action changed) => Directory.Exists(Path.GetDirectoryName(file)) ? new(file!, changed) : null;

    public void Dispose()
    {
        subscription.Dispose();
        folder.Dispose();
    }
}
