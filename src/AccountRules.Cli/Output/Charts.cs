using System.Globalization;
using System.Text;
using AccountRules.Cli.Input;

namespace AccountRules.Cli.Output;

/// <summary>
/// Charts as plain SVG. Each piece has a colour and a pattern of its own, a title that says what it is, and stands beside its numbers: nothing rests on colour
/// alone.
/// </summary>
internal static class Charts
{
    private const int Width = 440;
    private const int Height = 150;
    private const int Top = 22;
    private const int Bottom = 24;

    /// <summary>So many columns have room for their numbers.</summary>
    private const int FewColumns = 7;

    /// <summary>So many have room for their names; fewer are no wider.</summary>
    private const int NamedColumns = 6;

    /// <summary>Begins a picture.</summary>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    /// <param name="label">What it shows, for those who do not see it.</param>
    public static StringBuilder Begin(int width, int height, string label) => new(string.Create(
        CultureInfo.InvariantCulture, $"<svg class=\"chart\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{Html.Text(label)}\">"));

    /// <summary>A text in a picture.</summary>
    /// <param name="x">Where it is set, across.</param>
    /// <param name="y">Where it is set, down.</param>
    /// <param name="text">The text.</param>
    /// <param name="anchor">What of it is set there: its start, middle or end.</param>
    /// <param name="class">Its class.</param>
    public static string Label(decimal x, decimal y, string text, string anchor, string @class) =>
        $"<text x=\"{Html.At(x)}\" y=\"{Html.At(y)}\" text-anchor=\"{anchor}\" class=\"{@class}\">{Html.Text(text)}</text>";

    /// <summary>A mark for each standing, read without colours.</summary>
    /// <param name="standing">The standing.</param>
    public static string Mark(Standing standing) => standing switch
    {
        Standing.Met => "✓",
        Standing.OnTrack => "●",
        Standing.AtRisk => "▲",
        Standing.Overdue => "!",
        Standing.Late => "◷",
        Standing.Missed => "✕",
        Standing.Graded => "◆",
        Standing.Undetermined => "?",
        _ => "–",
    };

    /// <summary>The patterns that pieces are filled with.</summary>
    public static string Patterns => """
        <svg width="0" height="0" style="position:absolute" aria-hidden="true"><defs>
        <pattern id="p-AtRisk" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" class="s-AtRisk"/>
        <rect width="2" height="6" class="ink"/></pattern>
        <pattern id="p-Late" width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" class="s-Late"/>
        <circle cx="2.5" cy="2.5" r="1" class="ink"/></pattern>
        <pattern id="p-Missed" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <rect width="6" height="6" class="s-Missed"/>
        <rect width="2" height="6" class="ink"/></pattern>
        <pattern id="p-Undetermined" width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" class="s-Undetermined"/>
        <rect width="5" height="1.4" class="ink"/><rect width="1.4" height="5" class="ink"/></pattern>
        </defs></svg>

        """;

    /// <summary>A bar of standings, as parts of a whole.</summary>
    /// <param name="counts">How many of each.</param>
    public static string Bar(StandingCounts counts)
    {
        var svg = new StringBuilder($"<svg class=\"bar\" viewBox=\"0 0 300 12\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{Said(counts)}\">");
        var at = 0m;
        foreach (var standing in ReportView.Order.Where(s => counts[s] > 0))
        {
            var width = 300m * counts[standing] / counts.Total;
            svg.Append(Piece(standing, at, 0, Math.Max(width - 1, 0.8m), 12, $"{Shown.Count(counts[standing])} {Paint.Words(standing)}"));
            at += width;
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>Columns of standings, one for each period, on top of each other.</summary>
    /// <param name="periods">The periods, oldest first.</param>
    public static string Standings(IReadOnlyList<ReportPeriod> periods) => Columns(
        [.. periods.Select(p => p.Period.ToString())], periods.Max(p => p.Standings.Total), Shown.Count(periods.Max(p => p.Standings.Total)),
        i => ReportView.Order.Where(s => periods[i].Standings[s] > 0).Select(s =>
            (s, (decimal)periods[i].Standings[s], $"{periods[i].Period}: {Shown.Count(periods[i].Standings[s])} {Paint.Words(s)}")),
        i => Shown.Count(periods[i].Standings.Total), i => periods[i].IsProvisional);

    /// <summary>Columns of one number for each period.</summary>
    /// <param name="periods">The periods, oldest first.</param>
    /// <param name="valueOf">The number of a period, 0 or more; <c>null</c> where there is none.</param>
    /// <param name="said">The number in words.</param>
    public static string Values(IReadOnlyList<ReportPeriod> periods, Func<ReportPeriod, decimal?> valueOf, Func<decimal, string> said)
    {
        var most = periods.Max(p => valueOf(p) ?? 0);
        return Columns(
            [.. periods.Select(p => p.Period.ToString())], most, said(most),
            i => valueOf(periods[i]) is { } value
                ? [(periods[i].Only.IsDefault ? Standing.Graded : periods[i].Only.Standing, value, $"{periods[i].Period}: {said(value)}")] : [],
            i => valueOf(periods[i]) is { } value ? said(value) : "?", i => periods[i].IsProvisional);
    }

    /// <summary>The days to come: what changes on each, on top of each other.</summary>
    /// <param name="days">The days on which something changes.</param>
    /// <param name="asOf">The evaluation date.</param>
    /// <param name="until">The last day.</param>
    public static string Agenda(IReadOnlyList<ReportDay> days, DateOnly asOf, DateOnly until)
    {
        var (count, most) = (until.DayNumber - asOf.DayNumber, days.Max(d => d.Changes.Total));
        var svg = Begin($"Changes by day from {asOf:O} to {until:O}");
        var step = (Width - 20m) / Math.Max(count, 1);
        foreach (var day in days)
        {
            var (x, y) = (10 + step * (day.On.DayNumber - asOf.DayNumber - 1), (decimal)(Height - Bottom));
            foreach (var standing in ReportView.Order.Where(s => day.Changes[s] > 0))
            {
                var height = (decimal)(Height - Top - Bottom) * day.Changes[standing] / most;
                y -= height;
                svg.Append(Piece(
                    standing, x + 0.5m, y, Math.Max(step - 1.5m, 1), Math.Max(height - 1, 1),
                    $"{day.On:O}: {Shown.Count(day.Changes[standing])} become{(day.Changes[standing] == 1 ? "s" : "")} {Paint.Words(standing)}"));
            }

            if (day.Changes.Total == most)
                svg.Append(Label(x + step / 2, y - 5, Shown.Count(day.Changes.Total), "middle", "t"));
        }

        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"10\" x2=\"{Width - 10}\" y1=\"{Height - Bottom}\" y2=\"{Height - Bottom}\" class=\"axis\"/>");
        svg.Append(Label(10, Height - 7, asOf.AddDays(count > 0 ? 1 : 0).ToString("O"), "start", "t"));
        if (count > 2)
            svg.Append(Label(Width / 2m, Height - 7, asOf.AddDays(count / 2).ToString("O"), "middle", "t"));

        return svg.Append(Label(Width - 10, Height - 7, until.ToString("O"), "end", "t")).Append("</svg>").ToString();
    }

    /// <summary>A bar of one number beside the greatest.</summary>
    /// <param name="value">The number.</param>
    /// <param name="most">The greatest; above 0.</param>
    /// <param name="standing">Whose colour and pattern it has.</param>
    public static string Amount(decimal value, decimal most, Standing standing) =>
        "<svg class=\"bar\" viewBox=\"0 0 300 12\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
        + $"{(value > 0 ? Piece(standing, 0, 0, Math.Max(value / most * 300, 1), 12, "") : "")}</svg>";

    /// <summary>Counts in words, such as <c>12 met, 3 overdue</c>.</summary>
    /// <param name="counts">The counts.</param>
    public static string Said(StandingCounts counts) =>
        string.Join(", ", ReportView.Order.Where(s => counts[s] > 0).Select(s => $"{Shown.Count(counts[s])} {Paint.Words(s)}"));

    private static string Columns(
        string[] names, decimal most, string mostSaid, Func<int, IEnumerable<(Standing Standing, decimal Value, string Title)>> pieces,
        Func<int, string> labelOf, Func<int, bool> isProvisional)
    {
        var svg = Begin($"By period, {names[0]} to {names[^1]}, at most {mostSaid}");
        var step = (Width - 20m) / Math.Max(names.Length, NamedColumns);
        for (var i = 0; i < names.Length; i++)
        {
            var (x, y) = (10 + step * i, (decimal)(Height - Bottom));
            foreach (var (standing, value, title) in pieces(i))
            {
                var height = most > 0 ? (Height - Top - Bottom) * (value / most) : 0;
                y -= height;
                svg.Append(Piece(standing, x + 2, y, step - 4, Math.Max(height - 1, 0.8m), title + (isProvisional(i) ? ", so far" : ""), isProvisional(i)));
            }

            if (names.Length <= FewColumns)
                svg.Append(Label(x + step / 2, y - 5, labelOf(i), "middle", "t b"));
        }

        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"10\" x2=\"{Width - 10}\" y1=\"{Height - Bottom}\" y2=\"{Height - Bottom}\" class=\"axis\"/>");
        if (names.Length > FewColumns)
            svg.Append(Label(10, 12, $"max {mostSaid}", "start", "t"));

        string NameOf(int i) => names[i] + (isProvisional(i) ? " so far" : "");
        if (names.Length > NamedColumns)
            svg.Append(Label(12, Height - 7, NameOf(0), "start", "t")).Append(Label(Width - 12, Height - 7, NameOf(names.Length - 1), "end", "t"));
        else
            svg.AppendJoin("", names.Select((_, i) => Label(10 + (step * (i + 0.5m)), Height - 7, NameOf(i), "middle", "t")));

        return svg.Append("</svg>").ToString();
    }

    private static StringBuilder Begin(string label) => Begin(Width, Height, label);

    private static string Piece(Standing standing, decimal x, decimal y, decimal width, decimal height, string title, bool isProvisional = false) =>
        $"<rect x=\"{Html.At(x)}\" y=\"{Html.At(y)}\" width=\"{Html.At(width)}\" height=\"{Html.At(height)}\""
        + $" class=\"f-{standing}{(isProvisional ? " soon" : "")}\">"
        + (title.Length > 0 ? $"<title>{Html.Text(title)}</title></rect>" : "</rect>");
}
