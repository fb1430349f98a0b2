namespace AccountRules.Shared;

/// <summary>Texts that are recorded in the repository, so that a change of them is seen in review.</summary>
internal static class Approved
{
    /// <summary>Compares a text with the recorded one; with ACCOUNTRULES_ACCEPT=1 records it instead.</summary>
    public static void Matches(string file, string actual)
    {
        var path = Path.Combine(Repository.Root, file);
        if (Environment.GetEnvironmentVariable("ACCOUNTRULES_ACCEPT") == "1")
            File.WriteAllText(path, actual);

        var recorded = File.Exists(path) ? File.ReadAllText(path) : "";
        if (recorded != actual)
        {
            Assert.Fail(
                $"{file} is not what the code gives ({FirstDifference(recorded, actual)}). "
                + "If the change is meant, run the tests with ACCOUNTRULES_ACCEPT=1 and commit the file.");
        }
    }

    private static string FirstDifference(string recorded, string actual)
    {
        var (old, now) = (recorded.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(old.Length, now.Length)).First(i => old.ElementAtOrDefault(i) != now.ElementAtOrDefault(i));
        return $"line {line + 1}: recorded `{old.ElementAtOrDefault(line)}`, now `{now.ElementAtOrDefault(line)}`";
    }
}
