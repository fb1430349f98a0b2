using System.Globalization;
using System.Text;

namespace AccountRules.Cli.Output;

/// <summary>
/// The curve of a threshold over facts as plain SVG, with its values before and after: what is paid as a line, or else the outcomes as parts of all.
/// </summary>
internal sealed class CurvePicture
{
    private const int Width = 440;
    private const int Height = 160;
    private const int Left = 4;
    private const int Right = Width - 4;
    private const int Top = 34;
    private const int Bottom = Height - 22;

    /// <summary>As many places are looked at as can be told apart.</summary>
    private const int Places = 108;

    private readonly StringBuilder svg = new();
    private readonly PolicyCurve curve;
    private readonly RuleCurve rule;

    private CurvePicture(PolicyCurve curve, RuleCurve rule) => (this.curve, this.rule) = (curve, rule);

    /// <summary>Draws the curve of a rule.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="rule">What it says of the rule.</param>
    /// <param name="old">The value before.</param>
    /// <param name="new">The value after.</param>
    public static string Of(PolicyCurve curve, RuleCurve rule, decimal old, decimal @new) => new CurvePicture(curve, rule).Draw(old, @new);

    /// <summary>A value of a term.</summary>
    /// <param name="number">The value.</param>
    public static string Number(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private string Draw(decimal old, decimal @new)
    {
        var label = $"{rule.Rule.Id} at values of {curve.Term} from {Number(curve.From)} to {Number(curve.To)}";
        svg.Append(Charts.Begin(Width, Height, label));
        if (rule.Rule.Pays)
            DrawLine();
        else
            DrawParts();

        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{Right}\" y1=\"{Bottom}\" y2=\"{Bottom}\" class=\"axis\"/>");
        DrawValue(old, "before", row: old < @new ? 0 : 1, "then");
        DrawValue(@new, "after", row: old < @new ? 1 : 0, "dot");
        return svg.Append(Charts.Label(Left, Height - 6, Shown(curve.From), "start", "u")).Append(Charts.Label(Right, Height - 6, Shown(curve.To), "end", "u"))
            .Append("</svg>").ToString();
    }

    /// <summary>From the least pay at the bottom to the most at the top; between two places nothing changes, so it goes in steps.</summary>
    private void DrawLine()
    {
        var path = new StringBuilder();
        foreach (var (point, from, until) in Steps())
            path.Append(path.Length == 0 ? 'M' : 'L').Append($"{Html.At(from)} {Html.At(Y(point))}H{Html.At(until)}");

        svg.Append($"<path d=\"{path}\" class=\"line\"/>");
    }

    private void DrawParts()
    {
        foreach (var (point, from, until) in Steps())
        {
            var (all, y) = (point.Counts.Sum(), (decimal)Bottom);
            foreach (var i in Enumerable.Range(0, rule.Outcomes.Count).Where(i => point.Counts[i] > 0).OrderBy(i => Rank(rule.Outcomes[i].Standing)))
            {
                var height = (Bottom - Top) * (decimal)point.Counts[i] / all;

                y -= height;
                var said = $"{point}: {Input.Shown.Count(point.Counts[i])} {rule.Outcomes[i].Name}";
                svg.Append(
                    $"<rect x=\"{Html.At(from)}\" y=\"{Html.At(y)}\" width=\"{Html.At(until - from)}\" height=\"{Html.At(height)}\""
                    + $" class=\"f-{rule.Outcomes[i].Standing}\" shape-rendering=\"crispEdges\" style=\"opacity:{Opacity(i)}\">"
                    + $"<title>{Html.Text(said)}</title></rect>");
            }
        }
    }

    /// <summary>Where a value lies, and what is so there.</summary>
    private void DrawValue(decimal value, string name, int row, string @class)
    {
        var (x, point) = (X(value), rule.At(value));
        var said = rule.Rule.Pays ? $"{name} {Shown(value)}: {DossierImpact.Money(point.Paid!.Value)}" : $"{name} {Shown(value)}";
        var half = said.Length * 3.3m;
        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Html.At(x)}\" x2=\"{Html.At(x)}\" y1=\"{(row * 14) + 14}\" y2=\"{Bottom}\" class=\"dash\"/>");
        if (rule.Rule.Pays)
            svg.Append($"<circle cx=\"{Html.At(x)}\" cy=\"{Html.At(Y(point))}\" r=\"4\" class=\"{@class}\"/>");

        svg.Append(Charts.Label(Math.Clamp(x, half, Width - half), (row * 14) + 11, said, "middle", @class == "dot" ? "u b" : "u"));
    }

    /// <summary>The points as far as they can be told apart, each with where it begins and ends; those that say the same are one.</summary>
    private IEnumerable<(CurvePoint Point, decimal From, decimal Until)> Steps()
    {
        var (last, begin) = (rule.Points[0], (decimal)Left);
        for (var i = 1; i < Places; i++)
        {
            var x = Left + ((Right - Left) * (decimal)i / Places);
            var point = rule.At(Value(x));
            if (point == last)
                continue;

            yield return (last, begin, x);
            (last, begin) = (point, x);
        }

        yield return (last, begin, Right);
    }

    /// <summary>Outcomes of one standing, such as bands, are told apart by how dark they are.</summary>
    private string Opacity(int outcome)
    {
        int[] alike = [.. Enumerable.Range(0, rule.Outcomes.Count).Where(i => rule.Outcomes[i].Standing == rule.Outcomes[outcome].Standing)];
        return Html.At(0.4m + (0.6m * (Array.IndexOf(alike, outcome) + 1) / alike.Length));
    }

    /// <summary>From good to bad, so that what is good lies at the bottom of every picture.</summary>
    private static int Rank(Standing standing) => ReportView.Order.TakeWhile(s => s != standing).Count();

    private decimal Value(decimal x) => curve.From + ((curve.To - curve.From) * ((x - Left) / (Right - Left)));

    private decimal X(decimal value) => Left + ((Right - Left) * ((value - curve.From) / (curve.To - curve.From)));

    private decimal Y(CurvePoint point)
    {
        var (least, most) = (rule.Points.Min(p => p.Paid!.Value), rule.Points.Max(p => p.Paid!.Value));
        return most == least ? (Top + Bottom) / 2m : Bottom - 8 - ((Bottom - Top - 20) * ((point.Paid!.Value - least) / (most - least)));
    }

    private string Shown(decimal value) => curve.IsRatio ? $"{Number(value * 100)} %" : Number(value);
}
