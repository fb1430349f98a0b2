using System.Diagnostics;

namespace AccountRules.Mutants;

/// <summary>The tests, in a folder of their own beside the library under test.</summary>
internal sealed class TestRun
{
    private const string Tests = "AccountRules.Tests";
    private const string CliTests = "AccountRules.Cli.Tests";

    /// <summary>
    /// The tests of rules and of each evaluator, then the other quick ones, then those of the command line. Those that ask of generated cases that all kinds
    /// come up need more cases than a run of a tenth of them has.
    /// </summary>
    private static readonly (string Project, string Filter)[] Parts =
    [
        (Tests, $"({Any("Basics", "Rules", "Achievements", "Documents", "Conformance", "Evaluation")})&"
            + None("VolumeTests", "HaveEachStanding", "TakeMostOfThem", "Quotient_WhereSixtyFourBitsHold", "Ranks_OfGeneratedRevenues")),
        (Tests, $"({Any("History", "Reports", "Evidence", "Settling", "Languages", "Reference", "Samples", "Hosting", "Changes", "Mutation", "Monitoring")}|"
            + Any("Architecture.PublicApiTests") + ")&" + None("RandomMonitor", "LargeMonitor", "MonitorReadersTests", "MonitorRestartTests")
            + "&" + None("PolicyCurveProofTests", "PolicyDiffProofTests", "Pay_OfUpToFiveClauses")),
        (CliTests, None("FuzzTests", "Browser", "OutputFileTests")),
    ];

    private readonly string folder;

    public TestRun(string root, int number)
    {
        folder = Path.Combine(root, "artifacts", "mutants", $"{number}");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);

        foreach (var project in Projects)
        {
            var built = Path.Combine(root, "tests", project, "bin", "Debug", "net10.0");
            if (!Directory.Exists(built))
                throw new DirectoryNotFoundException($"{built} is missing: build the tests first, by `dotnet build tests/{project}`.");

            foreach (var file in Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(folder, project, Path.GetRelativePath(built, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }
    }

    private static IEnumerable<string> Projects => Parts.Select(part => part.Project).Distinct(StringComparer.Ordinal);

    /// <summary>Puts the library under test where the tests load it.</summary>
    /// <param name="library">Its bytes.</param>
    public void Take(byte[] library)
    {
        foreach (var project in Projects)
            File.WriteAllBytes(Path.Combine(folder, project, "AccountRules.dll"), library);
    }

    /// <summary>Runs the tests up to the first that fails.</summary>
    /// <param name="limit">How long a part of them may take.</param>
    /// <returns>The first test that failed; <c>null</c> where all passed.</returns>
    public string? FirstFailure(TimeSpan limit) =>
        Parts.Select(part => FirstFailure(part.Project, part.Filter, limit)).FirstOrDefault(failure => failure is not null);

    private static string Any(params string[] rooms) => string.Join('|', rooms.Select(room => $"FullyQualifiedName~AccountRules.Tests.{room}."));

    private static string None(params string[] tests) => string.Join('&', tests.Select(test => $"FullyQualifiedName!~{test}"));

    private string? FirstFailure(string project, string filter, TimeSpan limit)
    {
        using var run = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "vstest", Path.Combine(folder, project, project + ".dll"), "--TestCaseFilter:" + filter, "--logger:console;verbosity=normal", "--",
                "xUnit.StopOnFail=true",
            },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (failed, all) = ((string?)null, new List<string>());
        run.OutputDataReceived += (_, line) =>
        {
            lock (all)
            {
                all.Add(line.Data ?? "");
                if (line.Data?.TrimStart() is { } text && text.StartsWith("Failed ", StringComparison.Ordinal))
                    failed ??= text["Failed ".Length..];
            }
        };
        run.ErrorDataReceived += (_, _) => { };
        run.BeginOutputReadLine();
        run.BeginErrorReadLine();
        var clock = Stopwatch.StartNew();
        while (!run.WaitForExit(200))
        {
            // The first failure is enough; a run that takes far longer than without the change is noticed too.
            lock (all)
            {
                if (failed is not null || clock.Elapsed > limit)
                {
                    run.Kill(entireProcessTree: true);
                    return failed ?? $"no end after {limit.TotalSeconds:0} s";
                }
            }
        }

        run.WaitForExit();
        return run.ExitCode == 0 ? null : failed ?? "the run failed: " + all.LastOrDefault(line => line.Length > 0);
    }
}
