using System.Globalization;
using AccountRules.Cli.Assessing;

namespace AccountRules.Cli.Output;

/// <summary>The columns of an agenda's table; a row reads as a sentence.</summary>
internal static class AgendaColumns
{
    private static readonly TextColumn<AgendaEntry> Day = new("Day", e => e.On.ToString("O"));
    private static readonly TextColumn<AgendaEntry> Rule = new("Rule", e => Screen.Text(e.Rule.Id));
    private static readonly TextColumn<AgendaEntry> Account = new("Account", e => Screen.Text(e.Account), Wraps: true);

    /// <summary>The columns, without the one that the groups are made by.</summary>
    /// <param name="groupBy">What the entries are grouped by.</param>
    public static IEnumerable<TextColumn<AgendaEntry>> For(Grouping groupBy) =>
    [
        .. groupBy == Grouping.Day ? [] : new[] { Day },
        .. groupBy == Grouping.Rule ? [] : new[] { Rule },
        new("Subject", e => Screen.Text(e.Subject), Wraps: true),
        .. groupBy == Grouping.Account ? [] : new[] { Account },
        new("From", e => Paint.Standing(e.From, $"{(e.Kind == ChangeKind.Moved && !OfWaiver(e) ? PlaceOf(e.Before) : e.From)}{Waived(e.Before)}")),
        new("To", e => Paint.Standing(
            e.To, $"{((e.Kind == ChangeKind.Moved && !OfWaiver(e)) || e.To == Standing.Graded ? PlaceOf(e.After) : e.To)}{Waived(e.After)}"), Wraps: true),
        new("Unless, or why", e => Screen.Text(WhatOf(e)), Wraps: true),
    ];

    private static bool OfWaiver(AgendaEntry entry) => entry.StandsAgain || entry.IsWaived();

    private static string Waived(Assessment assessment) => assessment.Waiver is null ? "" : ", waived";

    private static string PlaceOf(Assessment assessment) =>
        $"{assessment.Band ?? assessment.Cause.ToString()}{(assessment.IsProvisional ? " so far" : "")}";

    private static string WhatOf(AgendaEntry entry)
    {
        var waiver = entry.After.Waiver is { } w ? $"waived until {w.Until:O} by {w.ApprovedBy}" : entry.StandsAgain ? "the waiver has ended" : "";
        if (entry.ActBy is not { } actBy)
            return waiver.Length > 0 ? $"{waiver}: {entry.After.Reason}" : entry.After.Reason;

        var due = entry.After.DueOn is { } day && day > actBy ? string.Create(CultureInfo.InvariantCulture, $"; due {day:yyyy-MM-dd}") : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"unless {entry.Rule.Info.Done} by {actBy:yyyy-MM-dd}{due}{(waiver.Length > 0 ? "; " : "")}{waiver}");
    }
}
