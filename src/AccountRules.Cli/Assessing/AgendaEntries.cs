namespace AccountRules.Cli.Assessing;

/// <summary>What kind of entry of an agenda it is, waivers included.</summary>
internal static class AgendaEntries
{
    /// <summary>Whether its standing begins: it is another than before, or stands again after a waiver.</summary>
    /// <param name="entry">The entry.</param>
    public static bool Begins(this AgendaEntry entry) => entry.Kind == ChangeKind.Changed || entry.StandsAgain;

    /// <summary>Whether a waiver begins, and the standing is the same.</summary>
    /// <param name="entry">The entry.</param>
    public static bool IsWaived(this AgendaEntry entry) =>
        entry.Kind == ChangeKind.Moved && entry.After.Waiver is { } waiver && waiver != entry.Before.Waiver;
}
