namespace AccountRules.Cli.Assessing;

/// <summary>A field of a record that differs from what the policy makes of it, or why a record was not recomputed.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Record">The record.</param>
/// <param name="Difference">The field; <c>null</c> where nothing was recomputed.</param>
/// <param name="Remark">Why nothing was, if so.</param>
internal sealed record RecordFinding(string File, long Line, AssessmentRecord Record, RecordDifference? Difference, string? Remark);
