namespace AccountRules;

/// <summary>The scores of one <see cref="ReportSheet"/> on several dates. Immutable.</summary>
public sealed class ScoreTrend
{
    internal ScoreTrend(IReadOnlyList<ScorePoint> scores) => Scores = scores;

    /// <summary>The scores, oldest first; the last is that of the report's own date.</summary>
    public IReadOnlyList<ScorePoint> Scores { get; }

    /// <summary>The newest score less the one before; <c>null</c> where one of them is not known, or there is only one.</summary>
    public decimal? Change => Scores.Count > 1 ? Scores[^1].Points - Scores[^2].Points : null;

    /// <summary>On how many dates in a row, up to the newest, the score has been in the newest's band: 3 is poor for three. 0 where it has no band.</summary>
    public int Lasting => Scores[^1].Band is { } band ? Scores.Reverse().TakeWhile(s => s.Band == band).Count() : 0;
}
