using AccountRules.Numbers;
using AccountRules.Wording;

namespace AccountRules.Changes;

/// <summary>What a rule says of a fact: a grade, or the cause of having none. Equal by what a host sees of it.</summary>
internal sealed record Outcome(Standing Standing, string Band, string Cause, decimal? Factor, string? Programme)
{
    /// <summary>The line that the factor goes along; <c>null</c> where it is one.</summary>
    public FactorLine? Line { get; init; }

    /// <summary>The standing while the fact's period runs, where the band says one of its own.</summary>
    public Standing? WhileRunning { get; init; }

    /// <summary>The standing while the fact's period runs.</summary>
    public Standing Running => WhileRunning ?? Standing;

    public static Outcome Of(Rule rule, int code)
    {
        var verdict = rule.VerdictOf(code);
        return code >= 0 && rule.Grades[code] is var grade
            ? new(verdict.Standing, grade.Band, "", grade.Factor, grade.Programme) { WhileRunning = grade.WhileRunning, Line = grade.Line }
            : new(verdict.Standing, "", verdict.Cause.Code, null, null);
    }

    /// <summary>In words, beside the other outcome: what both share is said only where nothing else tells them apart.</summary>
    public string Beside(Outcome other) => WhileRunning == other.WhileRunning ? Once(other)
        : $"{Once(other)}{(WhileRunning is { } running ? $", {running} while the period runs" : "")}";

    private string Once(Outcome other) => Cause.Length > 0 ? $"{Standing}, {Cause}"
        : Factor is { } factor ? $"{Band}, {Percent(factor)}{Rising}{(Programme is null ? "" : $", programme {Programme}")}"
        : Band == Standing.ToString() ? Band
        : Standing == Standing.Graded ? $"{Band}{(Programme is null ? "" : $", programme {Programme}")}"
        : other.Cause.Length == 0 && other.Standing != Standing ? Standing.ToString()
        : $"{Standing}, {Band}";

    /// <summary>Whether the other outcome is worse or better; <c>null</c> where neither can be said.</summary>
    public DiffVerdict? To(Outcome other, IReadOnlyList<string> oldBands, IReadOnlyList<string> newBands)
    {
        if (Cause.Length > 0 || other.Cause.Length > 0)
            return null;

        var order = Worth(other.Standing).CompareTo(Worth(Standing));
        if (order == 0)
            order = Worth(other.Running).CompareTo(Worth(Running));

        if (order == 0 && Line != other.Line)
            return null;

        if (order == 0 && Factor is not null && other.Factor is not null)
            order = other.Factor.Value.CompareTo(Factor.Value);

        if (order == 0)
            order = (Programme is not null).CompareTo(other.Programme is not null);

        if (order == 0 && Factor is null && Standing == Standing.Graded)
            order = Order(oldBands, other) is var old and not 0 ? old : Order(newBands, other);

        return order < 0 ? DiffVerdict.Stricter : order > 0 ? DiffVerdict.Looser : null;
    }

    /// <summary>How fast a factor rises along a line, in words.</summary>
    private string Rising => Line is not { } line ? ""
        : $" and, from {Texts.Number(line.At)} on, {Texts.Number(line.Rise)} for each {Texts.Number(line.Run)} above {Percent(line.Base)}";

    /// <summary>A ratio as a percentage with every digit.</summary>
    public static string Percent(decimal ratio) =>
        Texts.Number(Exact.Value(DecimalBits.Of(ratio).Mantissa * 100, ratio.Scale) ?? decimal.MaxValue) + " %";

    private int Order(IReadOnlyList<string> bands, Outcome other)
    {
        var (own, others) = (IndexOf(bands, Band), IndexOf(bands, other.Band));
        return own < 0 || others < 0 ? 0 : others.CompareTo(own);
    }

    private static int IndexOf(IReadOnlyList<string> bands, string band)
    {
        for (var i = 0; i < bands.Count; i++)
        {
            if (bands[i] == band)
                return i;
        }

        return -1;
    }

    private static int Worth(Standing standing) => standing switch
    {
        Standing.Missed => 0,
        Standing.Late or Standing.Overdue => 1,
        Standing.AtRisk => 2,
        _ => 3,
    };
}
