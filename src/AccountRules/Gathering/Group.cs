using System.Globalization;

namespace AccountRules.Gathering;

/// <summary>The facts of one subject and period, as a roll-up sees them.</summary>
internal sealed record Group(string Subject, Period? Period, Tally Tally, int Streak = 0, Period? StreakBrokenAfter = null)
{
    public string Describe(RuleInfo rule, Verdict verdict, DateOnly asOf)
    {
        var name = $"{rule.Noun} {Subject}{(Period is { } period ? $" in {period}" : "")}";
        if (verdict.Standing == Standing.NotApplicable)
            return $"{name} {verdict.Cause.Because(rule, Period?.Start, asOf)}.";

        var text = string.Create(CultureInfo.InvariantCulture, $"{name}: {Tally.Met} of {Tally.Total} met");
        if (Tally.Missed > 0)
            text += string.Create(CultureInfo.InvariantCulture, $", {Tally.Missed} missed");

        if (Tally.Undetermined > 0)
            text += string.Create(CultureInfo.InvariantCulture, $", {Tally.Undetermined} undetermined");

        if (Streak > 0)
            text += string.Create(CultureInfo.InvariantCulture, $"; {Streak} in a row");

        return StreakBrokenAfter is { } last ? $"{text}, begun anew because nothing is known right after {last}." : $"{text}.";
    }
}
