using System.Text.Json;
using System.Text.Json.Serialization;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// A change of standing in a <see cref="PolicyMonitor"/>: another standing, or with the same standing another band, cause, movement,
/// factor, programme or payable amount, or the same for good that was provisional, or waived by another waiver or by none. Equal by value.
/// <c>default</c> is no change, and nothing of it throws.
/// </summary>
/// <remarks>
/// Both assessments are live, as <see cref="Assessment"/> says: standing, band and cause are those of the change, the rest is read off the fact objects. Take
/// <see cref="ToRecord"/>
/// as the change comes, to keep or send it. Where an entity was changed in place and then handed to <c>Update</c>, what it held before is nowhere any more:
/// <see cref="Before"/> then
/// has the standing, band and cause of before, and its reason says that the fact has changed since. Hand over a new object to have the whole of it.
/// </remarks>
/// <param name="Before">What was said before the call; <c>null</c> where there was nothing.</param>
/// <param name="After">What is said since the call; <c>null</c> where there is nothing any more.</param>
[JsonConverter(typeof(PlainJsonConverter<StandingChange>))]
public readonly record struct StandingChange(Assessment? Before, Assessment? After) : IPlainJson
{
    /// <summary>Whether the standing was raised, changed or cleared, or stays while something else that is told is another.</summary>
    public ChangeKind Kind => Before is null ? ChangeKind.Raised : After is null ? ChangeKind.Cleared : From == To ? ChangeKind.Moved : ChangeKind.Changed;

    /// <summary>Whether a waiver is in effect no more and the standing stays: it stands again as it was judged all the while.</summary>
    public bool StandsAgain => Before?.Waiver is not null && After is { Waiver: null } && From == To;

    /// <summary>The standing before; <c>null</c> where there was none.</summary>
    public Standing? From => Before?.Standing;

    /// <summary>The standing after; <c>null</c> where there is none any more.</summary>
    public Standing? To => After?.Standing;

    /// <summary>The rule; the new policy's where the policy was swapped.</summary>
    public Rule Rule => Latest.Rule;

    /// <summary>The id of the order, item, account or employee.</summary>
    public string Subject => Latest.Subject;

    /// <summary>The account that the fact belongs to, if any.</summary>
    public string? Account => Latest.Account;

    /// <summary>The period that the fact is of, if any.</summary>
    public Period? Period => Latest.Period;

    /// <summary>What the fact is of beside its subject, such as a KPI, if anything.</summary>
    public string? Part => Latest.Part;

    private Assessment Latest => After ?? Before ?? default;

    /// <summary>A flat copy of both assessments as they read now, which no later change of a fact reaches.</summary>
    public StandingChangeRecord ToRecord() => new() { Kind = Kind, Before = Before?.ToRecord(), After = After?.ToRecord() };

    void IPlainJson.Write(Utf8JsonWriter writer, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, ToRecord(), options);

    /// <summary>
    /// The rule, both standings and the reason in one line, such as <c>fte-fulfillment OnTrack -> AtRisk: Order 1042 is open for 76 of 90 days, due
    /// 2026-11-30.</c>
    /// </summary>
    public override string ToString() => $"{Rule.Id} {StandingOf(Before)} -> {StandingOf(After)}: {Latest.Reason}";

    private static string StandingOf(Assessment? assessment) =>
        assessment is not { } said ? "nothing" : said.Waiver is { } waiver ? $"{said.Standing} (waived until {Texts.Date(waiver.Until)})" : $"{said.Standing}";
}
