using System.Diagnostics;

namespace AccountRules.Cultures.Tests;

/// <summary>
/// Processes under a culture of the system. The projects here are built for the invariant culture alone, in which no fault of culture can show; a process gets
/// another runtime configuration, and its culture from the environment, as it does on a desk in Ankara or Riyadh. That takes the library ICU.
/// </summary>
internal static class Cultured
{
    public const string Invariant = "invariant";

    /// <summary>Set to 1, these tests fail where they cannot run.</summary>
    public const string Require = "ACCOUNTRULES_REQUIRE_ICU";

    private static readonly Lazy<string?> WhyLeftOut = new(Probe);

    /// <summary>What a process with a culture says that does not start on this machine; <c>null</c> where it does, and where the tests have to run.</summary>
    public static string? LeftOut => Environment.GetEnvironmentVariable(Require) == "1" ? null : WhyLeftOut.Value;

    /// <summary>Runs one of the programs beside the tests.</summary>
    /// <param name="culture">The culture, such as <c>tr-TR</c>, or <see cref="Invariant"/>.</param>
    /// <param name="program">The program's file without extension.</param>
    /// <param name="arguments">Its arguments.</param>
    public static Outcome Run(string culture, string program, params string[] arguments) => Run(culture, program, program, arguments);

    /// <summary>Runs one of the programs beside the tests with the runtime configuration of another.</summary>
    public static Outcome Run(string culture, string program, string configured, string[] arguments)
    {
        var isInvariant = culture == Invariant;
        var configuration = Path.Combine(AppContext.BaseDirectory, $"{configured}.runtimeconfig.json");
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Repository.Root,
        };
        string[] all =
        [
            "exec", "--runtimeconfig", isInvariant ? configuration : WithIcu(configuration), Path.Combine(AppContext.BaseDirectory, $"{program}.dll"),
            .. arguments,
        ];
        foreach (var argument in all)
            start.ArgumentList.Add(argument);

        foreach (var variable in new[] { "LANG", "LC_ALL", "LANGUAGE" })
            start.Environment[variable] = isInvariant ? "C" : $"{culture.Replace('-', '_')}.UTF-8";

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.Result);
    }

    private static string WithIcu(string configuration)
    {
        const string Switch = "\"System.Globalization.Invariant\": true";
        var text = File.ReadAllText(configuration);
        Assert.Contains(Switch, text, StringComparison.Ordinal);
        var path = Path.ChangeExtension(configuration, ".icu.json");
        lock (WhyLeftOut)
            File.WriteAllText(path, text.Replace(Switch, "\"System.Globalization.Invariant\": false", StringComparison.Ordinal));

        return path;
    }

    private static string? Probe()
    {
        var probe = Run("tr-TR", "Cultures.Tests", "control");
        return probe.Code == 0 ? null : probe.Error.Trim().Split('\n')[0];
    }
}
