using System.Globalization;
using System.Text;

namespace AccountRules.Cli.Output;

/// <summary>
/// The line of a measure before and after a change of policy, as plain SVG: two bars with their bands and cuts, and what differs marked between them.
/// </summary>
internal sealed class ScalePicture
{
    private const int Width = 440;
    private const int Height = 132;
    private const int Left = 46;
    private const int Right = Width - 4;
    private const int BarHeight = 24;
    private const int Before = 32;
    private const int After = 76;

    /// <summary>The width of a character of these labels in a wide font.</summary>
    private const decimal CharacterWidth = 6.6m;

    /// <summary>Values are taken as a part of themselves, so that there is room around the largest decimals too.</summary>
    private const decimal Part = 8;

    private readonly StringBuilder svg = new();
    private readonly decimal low;
    private readonly decimal high;

    private ScalePicture(ScaleLine old, ScaleLine @new)
    {
        decimal[] cuts = [.. old.Starts.Concat(@new.Starts).Select(start => start.At / Part)];
        var (least, most) = (cuts.Min(), cuts.Max());
        var smallest = (old.Cuts.Concat(@new.Cuts).Any(b => b.IsRatio) ? 0.05m : 1) / Part;
        var below = least - Math.Max(Math.Max((most - least) * 1.2m, Math.Abs(most) * 0.25m), smallest);
        (low, high) = (least > 0 ? Math.Max(below, 0) : below, most + Math.Max(Math.Max((most - least) * 0.3m, Math.Abs(most) * 0.12m), smallest));
    }

    /// <summary>Draws two lines of the same measure.</summary>
    /// <param name="old">The line before.</param>
    /// <param name="new">The line after.</param>
    public static string Of(ScaleLine old, ScaleLine @new) => new ScalePicture(old, @new).Draw(old, @new);

    private string Draw(ScaleLine old, ScaleLine @new)
    {
        ScaleLine.Difference[] differences = [.. old.To(@new)];
        svg.Append(Charts.Begin(Width, Height, Said(old, @new, differences)));
        DrawBar("before", old, Before, isAbove: true);
        DrawBar("after", @new, After, isAbove: false);
        foreach (var difference in differences)
            Mark(difference, old.Cuts.Concat(@new.Cuts).First());

        return svg.Append("</svg>").ToString();
    }

    private static string Said(ScaleLine old, ScaleLine @new, ScaleLine.Difference[] differences) =>
        $"{(@new.Cuts.Count > 0 ? @new : old).Measure} before and after, which differ in {ReportView.Counted(differences.Length, "place")}";

    private void DrawBar(string name, ScaleLine line, int y, bool isAbove)
    {
        svg.Append(Charts.Label(0, y + 16, name, "start", "u"));
        for (var i = 0; i < line.Outcomes.Count; i++)
        {
            var (x, end) = (i == 0 ? Left : At(line.Starts[i - 1].At), i == line.Cuts.Count ? Right : At(line.Starts[i].At));
            DrawBand(line.Outcomes[i], x, Math.Max(end - x - 1, 1), y, (i + 1m) / line.Outcomes.Count);
        }

        decimal[] ends = [decimal.MinValue, decimal.MinValue];
        foreach (var (boundary, start) in line.Cuts.Zip(line.Starts))
        {
            var text = $"{(boundary.Cut.Edge == Edge.From ? "from" : "above")} {boundary.Show(boundary.Cut.At)}";
            var half = text.Length * CharacterWidth / 2;
            var x = Math.Clamp(At(start.At), half, Width - half);
            var row = Array.FindIndex(ends, end => end < x - half);
            if (row < 0)
                continue;

            ends[row] = x + half + 4;
            svg.Append(Charts.Label(x, isAbove ? y - 6 - (row * 12) : y + BarHeight + 13 + (row * 12), text, "middle", "u"));
        }
    }

    /// <summary>A band is filled lightly, so that its name can be read, over a strip in the colour of its standing; grades are darker upwards.</summary>
    private void DrawBand(string outcome, decimal x, decimal width, int y, decimal rank)
    {
        var standing = StandingOf(outcome);
        var fade = standing == Standing.Graded ? $" style=\"opacity:{Html.At(0.3m + (rank * 0.7m))}\"" : "";
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<g><title>{Html.Text(outcome)}</title>"
            + $"<rect x=\"{Html.At(x)}\" y=\"{y}\" width=\"{Html.At(width)}\" height=\"{BarHeight}\" class=\"s-{standing} pale\"/>"
            + $"<rect x=\"{Html.At(x)}\" y=\"{y + BarHeight - 6}\" width=\"{Html.At(width)}\" height=\"6\" class=\"f-{standing}\"{fade}/>");
        if (Fitting(outcome, width) is { Length: > 0 } label)
            svg.Append(Charts.Label(x + (width / 2), y + 13, label, "middle", "u b"));

        svg.Append("</g>");
    }

    private void Mark(ScaleLine.Difference difference, PolicyBoundary any)
    {
        var (x, end) = (difference.From is { } from ? At(from.At) : Left, difference.Until is { } until ? At(until.At) : Right);
        var (top, middle) = (Before + BarHeight + 2, (Before + BarHeight + After) / 2);
        var where = ReportView.Joined(
            " ", difference.From is { } f ? $"{(f.Edge == Edge.From ? "from" : "above")} {any.Show(f.At)}" : "",
            difference.Until is { } u ? $"{(u.Edge == Edge.From ? "below" : "up to")} {any.Show(u.At)}" : "");
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<g class=\"mark\"><title>{Html.Text($"{where}: {difference.Old} -> {difference.New}")}</title>"
            + $"<rect x=\"{Html.At(x)}\" y=\"{top}\" width=\"{Html.At(Math.Max(end - x - 1, 2))}\" height=\"{After - top - 2}\" rx=\"2\"/>");
        if (end - x > 20)
            svg.Append(Charts.Label((x + end) / 2, middle + 4, "≠", "middle", ""));

        svg.Append("</g>");
    }

    /// <summary>The name as far as there is room: whole, or its first part.</summary>
    private static string Fitting(string outcome, decimal width)
    {
        var line = Visible.Text(outcome);
        string[] names = [line, line.Split(", ")[0]];
        return names.FirstOrDefault(name => (name.Length * CharacterWidth) + 4 < width) ?? "";
    }

    /// <summary>The standing that an outcome names; a band without one is a grade.</summary>
    private static Standing StandingOf(string outcome) =>
        Enum.GetNames<Standing>().Contains(outcome.Split(',')[0], StringComparer.Ordinal) ? Enum.Parse<Standing>(outcome.Split(',')[0]) : Standing.Graded;

    /// <summary>Where a value lies on the picture.</summary>
    private decimal At(decimal value) => Left + ((Right - Left) * (((value / Part) - low) / (high - low)));
}
