using System.Globalization;
using AccountRules.Wording;

namespace AccountRules.Gathering;

/// <summary>The facts of one subject and period, as a roll-up sees them.</summary>
internal sealed record Group(string Subject, Period? Period, Tally Tally, int Streak = 0, Period? StreakBrokenAfter = null)
{
    /// <summary>What came more than once, in words; <c>null</c> where nothing did.</summary>
    public string? Copied { get; init; }

    public string Describe(string noun, Verdict verdict, DateOnly asOf)
    {
        var name = $"{noun} {Subject}{(Period is { } period ? $" in {period}" : "")}";
        if (verdict.Cause == Cause.NotBegun)
            return $"{name} begins on {Texts.Date(Period!.Value.Start)}, after {Texts.Date(asOf)}.";

        var text = string.Create(CultureInfo.InvariantCulture, $"{name}: {Tally.Met} of {Tally.Total} met");
        if (Tally.Missed > 0)
            text += string.Create(CultureInfo.InvariantCulture, $", {Tally.Missed} missed");

        if (Tally.Undetermined > 0)
            text += string.Create(CultureInfo.InvariantCulture, $", {Tally.Undetermined} undetermined");

        if (verdict.Cause == Cause.Duplicate)
            return $"{text}, but {Copied} came more than once, and the standing hangs on which one is right.";

        if (Copied is not null)
            text += $", the first of {Copied}, which came more than once";

        if (Streak > 0)
            text += string.Create(CultureInfo.InvariantCulture, $"; {Streak} in a row");

        return StreakBrokenAfter is { } last ? $"{text}, begun anew because nothing is known right after {last}." : $"{text}.";
    }
}
