using AccountRules.Documents;

namespace AccountRules.Hosting;

/// <summary>One reading of the host's options and of the policy that they name.</summary>
/// <param name="Setup">What was read; <c>null</c> where it cannot be used.</param>
/// <param name="Problems">Everything that is wrong with it; empty where there is a setup.</param>
/// <param name="Warnings">What can be used, and is hardly meant.</param>
/// <param name="Source">Where the policy comes from, in words.</param>
/// <param name="File">The policy's file; <c>null</c> where none is named.</param>
/// <param name="Content">What the file, or the folder's files, held; <c>null</c> where there is none.</param>
internal sealed record PolicyLoad(
    PolicySetup? Setup, IReadOnlyList<string> Problems, IReadOnlyList<string> Warnings, string Source, string? File = null, PolicyFiles? Content = null)
{
    /// <summary>
    /// Whether the file holds something else by now. The content is compared, not links, dates and lengths: it shows every change, also of a link that leads
    /// elsewhere, and a policy file has a few kilobytes.
    /// </summary>
    public bool IsOutdated
    {
        get => File is not null && !(Content?.HoldsSameAs(PolicyFiles.At(File)) ?? false);
    }
}
