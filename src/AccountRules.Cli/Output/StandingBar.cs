namespace AccountRules.Cli.Output;

/// <summary>A bar of standings: each that occurs has a piece of it, if a small one, and a shade of its own, so that it is read without colours too.</summary>
internal static class StandingBar
{
    private static readonly (Standing[] Standings, char Shade)[] Shades =
    [
        ([Standing.Met, Standing.OnTrack], '█'),
        ([Standing.Graded], '▆'),
        ([Standing.AtRisk, Standing.Late], '▓'),
        ([Standing.Overdue, Standing.Missed], '▒'),
        ([Standing.Undetermined, Standing.NotApplicable], '░'),
    ];

    /// <summary>The bar, as markup; empty where nothing is counted.</summary>
    /// <param name="counts">How many there are of each standing.</param>
    /// <param name="width">How many characters it has.</param>
    public static string Of(StandingCounts counts, int width)
    {
        var pieces = Shades.Select(s => new Piece(s.Standings.Sum(standing => counts[standing]), s.Standings, s.Shade)).Where(p => p.Count > 0).ToArray();
        var total = pieces.Sum(p => p.Count);
        var widths = pieces.Select(p => (int)Math.Max(1, p.Count * width / total)).ToArray();
        if (widths.Length > 0)
            widths[Array.IndexOf(widths, widths.Max())] += width - widths.Sum();

        return string.Concat(pieces.Zip(widths, (p, of) => Paint.Standing(
            p.Standings[0] == Standing.Undetermined ? Standing.Undetermined : p.Standings[^1], new string(p.Shade, of))));
    }

    private sealed record Piece(long Count, Standing[] Standings, char Shade);
}
