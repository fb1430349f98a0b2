using System.Globalization;

namespace AccountRules.Crm.Tests;

/// <summary>The sample's files, read and counted here without any code of the library.</summary>
internal static class SampleFiles
{
    public static DateOnly Today { get; } = new(1998, 7, 20);

    public static List<(string Number, string Account, DateOnly From, DateOnly? Until)> Orders { get; } = Read("fte-orders.csv");

    public static List<(string Number, string Account, DateOnly From, DateOnly? Until)> Registry { get; } = Read("registry-items.csv");

    public static Dictionary<string, string> ManagerOf { get; } = Lines("accounts.csv").ToDictionary(row => row[0], row => row[1]);

    public static Dictionary<string, string> Names { get; } =
        File.ReadLines(Path.Combine(Repository.Root, "samples", "Crm", "Data", "names.csv")).Skip(1)
            .Select(line => line.Split(',')).ToDictionary(row => row[0], row => row[1]);

    /// <summary>How many of an account manager's are open for so many days, today.</summary>
    public static int Open(
        IEnumerable<(string Number, string Account, DateOnly From, DateOnly? Until)> facts, string manager, int from, int to = int.MaxValue) => facts.Count(
            f => f.Until is null && ManagerOf[f.Account] == manager && Today.DayNumber - f.From.DayNumber >= from && Today.DayNumber - f.From.DayNumber <= to);

    public static IEnumerable<string[]> Lines(string file) =>
        File.ReadLines(Path.Combine(Repository.Root, "samples", "northwind", file)).Skip(1).Select(line => line.Split(','));

    private static List<(string, string, DateOnly, DateOnly?)> Read(string file) =>
        [.. Lines(file).Select(row => (row[0], row[1], Day(row[2]), row[3].Length == 0 ? (DateOnly?)null : Day(row[3])))];

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
