using AccountRules.Cli.Input;

namespace AccountRules.Cli.Output;

/// <summary>The score of a report in words.</summary>
internal static class ScoreText
{
    /// <summary>The columns of its parts.</summary>
    public static string[] Columns { get; } = ["Rule", "Weight", "In time", "Points"];

    /// <summary>A score in one cell, such as <c>83.25 (+1.20) Good</c>; empty where there are no weights.</summary>
    /// <param name="trend">The score, on its dates.</param>
    public static string Short(ScoreTrend? trend) => trend?.Scores[^1] is not { } score ? ""
        : ReportView.Joined(" ", Points(score.Points, "not known"), Change(trend), score.Band ?? "", trend.Lasting > 1 ? $"for {trend.Lasting}" : "");

    /// <summary>The scores on the dates before, oldest first, in one line; empty where there are none.</summary>
    /// <param name="trend">The score, on its dates.</param>
    public static string Before(ScoreTrend trend) => trend.Scores.Count == 1 ? ""
        : $"Before: {string.Join(", ", trend.Scores.SkipLast(1).Select(s =>
            $"{s.AsOf:O} {ReportView.Joined(" ", Points(s.Points, "not known"), s.Band ?? "")}"))}.";

    /// <summary>The score, its band, and what is not known and how that counts.</summary>
    /// <param name="score">The score.</param>
    /// <param name="missing">How what is not known counts.</param>
    /// <param name="trend">The score, on its dates.</param>
    public static string Line(ReportScore score, MissingPart missing, ScoreTrend trend)
    {
        var how = score.Missing.Count == 0 ? "" : $"not known: {string.Join(", ", score.Missing)}, "
            + (score.Points is null ? "and so is the score"
                : missing == MissingPart.CountAsNothing ? "which counts as nothing"
                : "and the others count in proportion");
        var known = score.Points is null
            ? "no score"
            : ReportView.Joined(", ", ReportView.Joined(" ", $"{Points(score.Points, "")} of 100", Change(trend)), Lasting(score, trend));
        return ReportView.Joined("; ", known, how);
    }

    /// <summary>A row for each part.</summary>
    /// <param name="view">What is shown of the report.</param>
    /// <param name="score">The score of its sheet.</param>
    public static IEnumerable<string[]> Parts(ReportView view, ReportScore score) => score.Parts.Select(part => (string[])[
        view.Report.Policy.Rules.First(r => r.Id == part.Rule).Info.Title,
        FormattableString.Invariant($"{part.Weight * 100:0.##} %"),
        ReportView.Joined(
            ", ", part.InTime + part.NotInTime > 0 ? $"{Shown.Count(part.InTime)} of {Shown.Count(part.InTime + part.NotInTime)}" : "nothing to count",
            part.Undetermined > 0 ? $"{Shown.Count(part.Undetermined)} undetermined" : ""),
        Points(part.Points, ""),
    ]);

    private static string Change(ScoreTrend trend) => trend.Change is { } change and not 0 ? FormattableString.Invariant($"({change:+0.00;−0.00})") : "";

    private static string Lasting(ReportScore score, ScoreTrend trend) =>
        ReportView.Joined(" ", score.Band ?? "", trend.Lasting > 1 ? $"on {trend.Lasting} dates in a row" : "");

    private static string Points(decimal? points, string none) => points is { } known ? FormattableString.Invariant($"{known:0.00}") : none;
}
