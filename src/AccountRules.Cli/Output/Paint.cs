namespace AccountRules.Cli.Output;

/// <summary>The colours of standings.</summary>
internal static class Paint
{
    /// <summary>A text in the colour of a standing, as markup.</summary>
    /// <param name="standing">The standing.</param>
    /// <param name="text">The text.</param>
    public static string Standing(Standing standing, string text) => $"[{ColorOf(standing)}]{Screen.Text(text)}[/]";

    /// <summary>A standing in words, such as <c>at risk</c>.</summary>
    /// <param name="standing">The standing.</param>
    public static string Words(Standing standing) => standing switch
    {
        AccountRules.Standing.OnTrack => "on track",
        AccountRules.Standing.AtRisk => "at risk",
        AccountRules.Standing.NotApplicable => "not applicable",
        _ => standing.ToString().ToLowerInvariant(),
    };

    private static string ColorOf(Standing standing) => standing switch
    {
        AccountRules.Standing.Overdue or AccountRules.Standing.Missed => "red",
        AccountRules.Standing.AtRisk or AccountRules.Standing.Late => "yellow",
        AccountRules.Standing.Met or AccountRules.Standing.OnTrack => "green",
        AccountRules.Standing.Undetermined => "magenta",
        AccountRules.Standing.NotApplicable => "grey",
        _ => "default",
    };
}
