using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.FileProviders.Physical;
using Microsoft.Extensions.Primitives;

namespace AccountRules.Hosting;

/// <summary>
/// Calls back as soon as the system tells that a file has changed. It does not tell of all changes (behind links, of a folder made anew, of some network
/// drives), and may refuse to watch: what it leaves out is for <see cref="PolicySource"/> to find. To begin and to end it wait for a call that is running, so
/// the call has to wait for nothing.
/// </summary>
internal sealed class PolicyFileWatch : IDisposable
{
    private readonly PhysicalFileProvider folder;
    private readonly IDisposable subscription;

    private PolicyFileWatch(string file, Action changed)
    {
        File = file;
        var isFolder = Directory.Exists(file);
        folder = new(isFolder ? file : Path.GetDirectoryName(file)!, ExclusionFilters.None);
        try
        {
            subscription = ChangeToken.OnChange(() => folder.Watch(isFolder ? "*.json" : Path.GetFileName(file)), changed);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public string File { get; }

    /// <summary>A watch on the file; none where no file is named, or the system does not watch its folder.</summary>
    public static PolicyFileWatch? On(string? file, Action changed)
    {
        try
        {
            return file is null ? null : new(file, changed);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or PlatformNotSupportedException)
        {
            // There is no such folder, or as many watches as the system allows.
            return null;
        }
    }

    public void Dispose()
    {
        subscription.Dispose();
        folder.Dispose();
    }
}
