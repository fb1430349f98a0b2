namespace AccountRules.History;

/// <summary>The grades of facts whose days are judged each by its own version: one for each programme that all parts may enter, and one for none.</summary>
internal sealed class DaysGrades
{
    private readonly IReadOnlyList<Grade> ended;
    private readonly string?[] programmes;

    private readonly PeriodJudgement? judged;

    public DaysGrades(IReadOnlyList<Grade> ended, bool isAny, PeriodJudgement? judged)
    {
        (this.ended, this.judged) = ([.. ended], judged);
        programmes = isAny ? [null, .. ended.Select(g => g.Programme).OfType<string>().Distinct(StringComparer.Ordinal)] : [];
    }

    public IEnumerable<Grade> Ended => programmes.Select(programme => new Grade(Name, Standing.Graded, Factor: null, programme));

    public IEnumerable<Grade> Running => judged == PeriodJudgement.AsItStands
        ? Ended.Select(grade => grade with { IsProvisional = true })
        : programmes.Select(_ => new Grade(Name, Standing.OnTrack) { IsProvisional = true });

    private const string Name = "ByDays";

    public bool Holds(int code) => programmes.Length > 0 && code >= ended.Count;

    /// <summary>What is said of parts with these codes: what keeps one of them from a grade, or that each has its own.</summary>
    public int Of(int one, int other) => one < 0 ? one : other < 0 ? other : ended.Count
        + (ProgrammeOf(one) is { } programme && string.Equals(programme, ProgrammeOf(other), StringComparison.Ordinal)
            ? Array.IndexOf(programmes, programme)
            : 0);

    private string? ProgrammeOf(int code) => Holds(code) ? programmes[code - ended.Count] : ended[code].Programme;
}
