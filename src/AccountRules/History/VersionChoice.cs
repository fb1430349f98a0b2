using AccountRules.Wording;

namespace AccountRules;

/// <summary>Which version of a policy judged a fact, and why that one. Immutable; equal by value.</summary>
/// <param name="Version">The version.</param>
/// <param name="EffectiveFrom">The first day on which it is in force; <c>null</c> where the history's first version says none.</param>
/// <param name="By">How the version came to judge it.</param>
/// <param name="On">
/// The date that it went by: of <see cref="VersionTransition.ByEvaluationDate"/> that date, otherwise the start of the fact or of its period. <c>null</c> where
/// it has none.
/// </param>
public sealed record VersionChoice(string Version, DateOnly? EffectiveFrom, VersionTransition By, DateOnly? On)
{
    /// <summary>The version and why, such as <c>version 2026.1, in force from 2026-01-01 on, by the start 2026-06-20</c>.</summary>
    public override string ToString() => Message.Of($"version {Visible.Text(Version)}")
        + (EffectiveFrom is { } from ? Message.Of($", in force from {Texts.Date(from)} on") : "")
        + (On is { } day ? Chosen(day) : "");

    private string Chosen(DateOnly day) => By switch
    {
        VersionTransition.Kinder when day < EffectiveFrom => Message.Of($", since it is kinder than the one before to what begins on {Texts.Date(day)}"),
        VersionTransition.ByPeriod or VersionTransition.ByDays => Message.Of($", by the period that begins on {Texts.Date(day)}"),
        VersionTransition.ByEvaluationDate => Message.Of($", by the evaluation date {Texts.Date(day)}"),
        _ => Message.Of($", by the start {Texts.Date(day)}"),
    };
}
