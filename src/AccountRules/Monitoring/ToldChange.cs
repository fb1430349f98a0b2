namespace AccountRules.Monitoring;

/// <summary>What was told last of a fact, and what is said now; <c>null</c> where there was or is nothing. Small until its record is made.</summary>
internal readonly record struct ToldChange(AssessmentRecord? Told, Assessment? Now)
{
    public StandingChangeRecord ToRecord() => new()
    {
        Kind = Told is null ? ChangeKind.Raised
            : Now is null ? ChangeKind.Cleared
            : Told.Standing == Now.Value.Standing ? ChangeKind.Moved
            : ChangeKind.Changed,
        Before = Told,
        After = Now?.ToRecord(),
    };
}
