using System.Globalization;
using AccountRules.Wording;

namespace AccountRules.Gathering;

/// <summary>The facts of one subject and period, as a roll-up sees them.</summary>
internal sealed record Group(string Subject, Period? Period, Tally Tally, int Streak = 0, Period? StreakBrokenAfter = null)
{
    /// <summary>What came more than once, in words; <c>null</c> where nothing did.</summary>
    public string? Copied { get; init; }

    public string Describe(RuleInfo rule, Verdict verdict, DateOnly asOf)
    {
        var name = new FactName(rule.Noun, Part: null, Subject, Period);
        if (verdict.Standing == Standing.NotApplicable)
            return $"{name} {verdict.Cause.Because(rule, Period?.Start, asOf)}.";

        var counted = string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {Tally.Met} of {Tally.Total} met{Some(", ", Tally.Missed, " missed")}"
                + $"{Some(", ", Tally.AtRisk, " at risk")}{Some(", ", Tally.Undetermined, " undetermined")}");
        if (verdict.Cause == Cause.Duplicate)
            return $"{counted}, but {Copied} came more than once, and the standing hangs on which one is right.";

        var first = Copied is null ? "" : $", the first of {Copied}, which came more than once";
        var anew = StreakBrokenAfter is { } last ? $", begun anew because nothing is known right after {last}." : ".";
        return $"{counted}{first}{Some("; ", Streak, " in a row")}{anew}";

        static string Some(string before, int count, string after) =>
            count > 0 ? string.Create(CultureInfo.InvariantCulture, $"{before}{count}{after}") : "";
    }
}
