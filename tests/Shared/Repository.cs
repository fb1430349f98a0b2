namespace AccountRules.Shared;

internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "AccountRules.sln")))
                return folder;
        }

        throw new InvalidOperationException("The tests run outside the repository: AccountRules.sln is in no folder above them.");
    }
}
