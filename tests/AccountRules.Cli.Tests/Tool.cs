using System.Text;

namespace AccountRules.Cli.Tests;

/// <summary>The tool in process, with a folder of its own that is gone after the test.</summary>
internal sealed class Tool : IDisposable
{
    public const string Orders = "OrderId,AccountId,OrderedOn,FulfilledOn,Headcount\n";
    /// <summary>The names of the files that the rules' facts are read from, and of the waivers and absences beside them.</summary>
    public static readonly string[] FactNames =
        [.. Policy.Default.Rules.SelectMany(r => r.FactShapes).Select(s => s.Name).Distinct(StringComparer.Ordinal), "waivers", "absences"];

    /// <summary>The ids of the rules, as messages list them.</summary>
    public static readonly string RuleIds = string.Join(", ", Policy.Default.Rules.Select(r => r.Id));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("accountrules-");

    public string Folder => folder.FullName;

    public static string Northwind => Path.Combine(Root, "samples", "northwind");

    public static string Expected => Path.Combine(Root, "tests", "data", "northwind");

    private static string Root { get; } = FindRoot();

    /// <summary>Runs a command line, with the evaluation date 2026-05-01 as today; the test's folder is taken out of what it prints.</summary>
    public Result Run(params string[] args) => Run(terminal => terminal, args);

    public Result Run(Func<Terminal, Terminal> with, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var code = App.Run(args, with(new Terminal(output, error) { Time = new FirstOfMay() }));
        var prefix = Folder + Path.DirectorySeparatorChar;
        return new(
            code,
            Encoding.UTF8.GetString(output.ToArray()).Replace(prefix, "", StringComparison.Ordinal),
            error.ToString().Replace(prefix, "", StringComparison.Ordinal));
    }

    /// <summary>Expected output of long lines, of which each may stand on several that end in a backslash.</summary>
    public static string Joined(string text) => text.Replace("\\\n", "", StringComparison.Ordinal);

    /// <summary>Assesses in JSON as of 2026-05-01.</summary>
    public Result Assess(params string[] args) => Run(["assess", .. args, "--as-of", "2026-05-01", "--format", "json"]);

    /// <summary>Writes a file and gives its path.</summary>
    public string File(string name, string content) => File(name, Encoding.UTF8.GetBytes(content));

    public string File(string name, byte[] content)
    {
        var path = PathOf(name);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    public void Dispose() => folder.Delete(recursive: true);

    private static string FindRoot()
    {
        for (var path = AppContext.BaseDirectory; path is not null; path = Path.GetDirectoryName(path))
        {
            if (System.IO.File.Exists(Path.Combine(path, "AccountRules.sln")))
                return path;
        }

        throw new InvalidOperationException("The tests run outside the repository: AccountRules.sln is in no folder above them.");
    }

    private sealed class FirstOfMay : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    }
}
