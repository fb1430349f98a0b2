using System.Globalization;

namespace AccountRules.Cli.Benchmarks.Plain;

/// <summary>Performance-linked pay over a file, as a program written for nothing else.</summary>
internal static class PlainPay
{
    /// <summary>Writes pay with its reason.</summary>
    public static void Write(string path, DateOnly asOf, Stream output, bool isJson)
    {
        var (today, seen) = (asOf.ToString("O"), new HashSet<(string, string)>());
        using var rows = new PlainRows(path);
        using var writer = new PlainOutput(output, isJson);
        while (rows.Read())
        {
            var (id, month, target, actual, pay) = (rows.Text(0), rows.Text(1), rows.Number(2), rows.Number(3), rows.Number(4));
            if (!seen.Add((id, month)))
                continue;

            var (band, factor, share, programme) = actual > 1.00m * target ? ("Over", 1.1m, "110 %", null)
                : actual > 0.80m * target ? ("Full", 1m, "100 %", null)
                : actual > 0.60m * target ? ("Partial", 0.6m, "60 %", null)
                : actual > 0.35m * target ? ("Low", 0.4m, "40 %", (string?)null)
                : ("Pip", 0m, "0 %", "PIP");
            var ratio = actual / target;
            var payable = Math.Round(pay * factor, 2, MidpointRounding.AwayFromZero) + 0.00m;
            var entering = programme is null ? "" : $"; enters programme {programme}";
            writer.Write(
                "performance-pay", id, "Graded", band, ratio, "Ratio", null, month, null, null, factor, payable, programme,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Employee {id} in {month} attained {Percent(ratio)} %: {band}, paid at {share}, {payable} of {pay + 0.00m}{entering}."),
                "key-account-manager, PLP table", today);
        }
    }

    private static string Percent(decimal ratio)
    {
        var cut = Math.Truncate(ratio * 10_000m) / 100;
        return cut / 100 == ratio ? cut.ToString("0.##", CultureInfo.InvariantCulture) : cut.ToString("0.00…", CultureInfo.InvariantCulture);
    }
}
