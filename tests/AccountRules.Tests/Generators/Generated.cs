using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Generators;

/// <summary>
/// How many cases a property is tried on, and which: the same ones in every run, so that a run that passed passes again, and others for each property.
/// ACCOUNTRULES_SEED gives others: a number, or <c>random</c>; what fails says its own. ACCOUNTRULES_TIMES gives that many times as many, or a
/// part (<c>0.1</c>).
/// </summary>
public static class Generated
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    private static readonly ulong Seed = Environment.GetEnvironmentVariable("ACCOUNTRULES_SEED") switch
    {
        null or "" => 2026,
        "random" => (ulong)Random.Shared.NextInt64(),
        var seed => ulong.Parse(seed, NumberStyles.None, CultureInfo.InvariantCulture),
    };

    /// <summary>How many times the cases of a normal run are made.</summary>
    private static readonly decimal Times = Environment.GetEnvironmentVariable("ACCOUNTRULES_TIMES") is { Length: > 0 } times
        ? decimal.Parse(times, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
        : 1;

    /// <summary>How many cases this run makes where a normal one makes so many.</summary>
    public static int Number(int count) => (int)decimal.Ceiling(count * Times);

    /// <param name="count">How many, in a normal run.</param>
    /// <param name="of">What tells this property from others of the same test, such as a rule.</param>
    /// <param name="file">The file of the property.</param>
    /// <param name="test">The property.</param>
    public static Config Cases(int count = 100, string of = "", [CallerFilePath] string file = "", [CallerMemberName] string test = "") =>
        Config.QuickThrowOnFailure
            .WithMaxTest(Number(count))
            .WithQuietOnSuccess(true)
            .WithReplay(SeedOf($"{Path.GetFileNameWithoutExtension(file)} {test} {of}"), Gamma);

    /// <param name="any">Of which values.</param>
    /// <param name="count">How many.</param>
    /// <param name="file">The file.</param>
    public static IEnumerable<T> Sample<T>(Gen<T> any, int count, [CallerFilePath] string file = "") =>
        any.Sample(count, new Rnd(SeedOf(Path.GetFileNameWithoutExtension(file)), Gamma), size: 50);

    /// <summary>FNV-1a, which is the same in every process.</summary>
    private static ulong SeedOf(string text) =>
        Encoding.UTF8.GetBytes(text).Aggregate(14695981039346656037 ^ Seed, (hash, b) => unchecked((hash ^ b) * 1099511628211));
}
