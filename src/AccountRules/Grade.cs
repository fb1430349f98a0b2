namespace AccountRules;

/// <summary>
/// One outcome of a rule: a band, and the standing of a fact in it. A deadline has one grade for each band while the fact is open and
/// one once it is closed; a rule on periods has one for each band once the period has ended, and after these one while it runs; other rules have one for each
/// band. A rule's expression yields the index of a grade in <see cref="Rule.Grades"/>.
/// </summary>
/// <param name="Band">The name of the band, or of a lifecycle's stage.</param>
/// <param name="Standing">The standing of a fact with this grade.</param>
/// <param name="Factor">What the band pays or applies (1 is 100 %), if anything.</param>
/// <param name="Programme">The programme that the fact enters, if any.</param>
public sealed record Grade(string Band, Standing Standing, decimal? Factor = null, string? Programme = null)
{
    /// <summary>Whether it is the grade of a fact whose period has not ended; <c>false</c> unless given.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>Whether a <see cref="Waiver"/> can excuse a fact with this grade: it falls short, or is about to, and no waiver is ruled out.</summary>
    public bool CanBeWaived => !IsNeverWaived && Standing is (Standing.AtRisk or Standing.Late or Standing.Overdue or Standing.Missed);

    /// <summary>Whether no waiver excuses it: see <see cref="Stage.IsNeverWaived"/>.</summary>
    internal bool IsNeverWaived { get; init; }

    /// <summary>The standing while the fact's period runs, where the band says one of its own.</summary>
    internal Standing? WhileRunning { get; init; }

    /// <summary>The line that the factor goes along with the value; <c>null</c> where it is one.</summary>
    internal FactorLine? Line { get; init; }

    /// <summary>Grades of facts of periods: the given ones once a period has ended, then the same ones while it runs.</summary>
    internal static IEnumerable<Grade> OfPeriods(IEnumerable<Grade> ended, PeriodJudgement judged) => [.. ended, .. ended.Select(grade => judged switch
    {
        PeriodJudgement.OnceEnded => new Grade(grade.Band, grade.WhileRunning ?? Standing.OnTrack) { IsProvisional = true },
        _ => grade with { Standing = grade.WhileRunning ?? grade.Standing, WhileRunning = null, IsProvisional = true },
    })];
}
