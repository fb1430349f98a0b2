using System.Globalization;
using System.Numerics;
using System.Text.Json;
using AccountRules.Wording;

namespace AccountRules.Gathering;

/// <summary>The facts of one subject and period, as a roll-up sees them.</summary>
internal sealed record Group(string Subject, Period? Period, Tally Tally, int Streak = 0, Period? StreakBrokenAfter = null)
{
    /// <summary>What came more than once, each in words; <c>null</c> where nothing did.</summary>
    public TermList<string>? Copied { get; init; }

    /// <summary>The required parts that never came, which its tally has as undetermined; <c>null</c> where none is missing.</summary>
    public MissingParts? Missing { get; init; }

    /// <summary>The required parts that came, in bits.</summary>
    public BigInteger Come { get; init; }

    /// <summary>Whether a fact that may be of it could not be read, which its tally has as undetermined.</summary>
    public bool IsUnread { get; init; }

    /// <summary>What was counted of its facts, before the required parts that never came and what could not be read.</summary>
    public Counted Given => new(Tally.With(Standing.Undetermined, -(Missing?.Parts.Count ?? 0) - (IsUnread ? 1 : 0)), Come: Come);

    /// <summary>What a record keeps of it beside its tally and streak.</summary>
    public IEnumerable<RecordedValue> Context =>
    [
        .. Tally.BeforePolicy > 0 ? [RecordedValue.Of("beforePolicy", Tally.BeforePolicy)] : Array.Empty<RecordedValue>(),
        .. StreakBrokenAfter is { } last ? [RecordedValue.Of("streakBrokenAfter", last)] : Array.Empty<RecordedValue>(),
        .. Copied is not null ? [RecordedValue.Of("copies", Texts.Listed(Copied))] : Array.Empty<RecordedValue>(),
        .. Missing is not null ? [RecordedValue.Of("missing", Missing.Names)] : Array.Empty<RecordedValue>(),
    ];

    /// <summary>The group that a record keeps.</summary>
    /// <exception cref="JsonException">It keeps none.</exception>
    public static Group Of(AssessmentRecord record)
    {
        var (before, broken) = (record.Known("beforePolicy"), record.Known("streakBrokenAfter"));
        var (count, last) = (0, default(Period));
        if ((before is not null && !int.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out count))
            || (broken is not null && !AccountRules.Period.TryParse(broken, provider: null, out last)))
        {
            throw new JsonException("no context of a group");
        }

        return new(record.Subject, record.Period, Tally.Of(record.Tally, count), record.Streak ?? 0, broken is null ? null : last)
        {
            Copied = record.Known("copies") is { } copies ? [copies] : null,
            Missing = record.Known("missing") is { } missing ? new([missing]) : null,
        };
    }

    public string Describe(RuleInfo rule, Verdict verdict, DateOnly asOf)
    {
        var name = new FactName(rule.Noun, Part: null, Subject, Period);
        if (verdict.Standing == Standing.NotApplicable || verdict.Cause == Cause.Unreadable)
            return Message.Of($"{name} {verdict.Cause.Because(rule, Period?.Start, asOf)}.");

        var missed = Tally.Missed > 0 ? Message.Of($", {Tally.Missed} missed") : "";
        var atRisk = Tally.AtRisk > 0 ? Message.Of($", {Tally.AtRisk} at risk") : "";
        var undetermined = Tally.Undetermined > 0 ? Message.Of($", {Tally.Undetermined} undetermined") : "";
        var missing = Missing is null ? "" : Message.Of($"; the plan names {Missing.Names}, without a result");
        var counted = Message.Of($"{name}: {Tally.Met} of {Tally.Total} met{missed}{atRisk}{undetermined}") + missing;
        if (verdict.Cause == Cause.Duplicate)
            return Message.Of($"{counted}, but {Texts.Listed(Copied!)} came more than once, and the standing hangs on which one is right.");

        var first = Copied is null ? "" : Message.Of($", the first of {Texts.Listed(Copied)}, which came more than once");
        var streak = Streak > 0 ? Message.Of($"; {Streak} in a row") : "";
        var anew = StreakBrokenAfter is { } last ? Message.Of($", begun anew because nothing is known right after {last}") : "";
        return Message.Of($"{counted}{first}{streak}{anew}.");
    }
}
