using System.Text.Json;
using AccountRules.Evidence;

namespace AccountRules;

/// <summary>Recomputes records. All members are safe for use by many threads.</summary>
public static class RecordVerification
{
    /// <summary>
    /// Judges again what a record keeps, and compares every field of it with what comes of that; and its digest with the record. So any one field that was
    /// changed is found, also one that changes nothing else.
    /// </summary>
    /// <remarks>
    /// As they are recorded it takes what only other data tell: the waiver (and sees that it excuses), a streak of periods, the stage before of a track, and
    /// that a row came twice or could not be read, which <see cref="RecordCheck.Remark"/> says. Of a roll-up it takes the tally: each of its facts has a record
    /// of its own.
    /// </remarks>
    /// <param name="record">The record.</param>
    /// <param name="policy">The policy that it was made by.</param>
    public static RecordCheck Verify(this AssessmentRecord record, Policy policy)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(policy);
        var (again, remark) = Again(record, policy);
        var recorded = RecordDigest.Sealed(record);
        var differences = again is null ? [] : RecordComparison.Between(recorded, RecordDigest.Sealed(again));
        if (RecordDigest.Of(recorded) is var digest && !string.Equals(record.Digest, digest, StringComparison.Ordinal))
            differences.Add(new(nameof(AssessmentRecord.Digest), record.Digest, digest));

        return new(again is not null, differences, remark);
    }

    /// <summary>The record that the policy makes of what is kept; of another rule, or another fact, none, with the words for it.</summary>
    private static (AssessmentRecord? Record, string? Remark) Again(AssessmentRecord record, Policy policy)
    {
        if (policy.Terms.Rules.FirstOrDefault(r => string.Equals(r.Id, record.RuleId, StringComparison.Ordinal)) is not { } declaration)
            return (null, $"the policy has no rule `{record.RuleId}`: nothing was recomputed");

        var known = Array.Find([Cause.Duplicate, Cause.Unreadable, Cause.Excused], cause => record.Cause == cause.Code);
        if (record.Subject is null)
            return (null, "the record has no subject: nothing was recomputed");

        try
        {
            var again = policy.RuleOf(declaration).Again(record, known).With(WaiversOf(record)).ToRecord();

            // A record that was made where there was one version knows no choice between several.
            again = again with { LibraryVersion = record.LibraryVersion, JudgedBy = record.JudgedBy is null ? null : again.JudgedBy };
            return (again, known.IsNone ? null : $"that it {known.Words} is known only beside other rows");
        }
        catch (JsonException e)
        {
            return (null, $"the record holds {e.Message.TrimEnd('.')}: nothing was recomputed");
        }
    }

    /// <summary>The waivers as they are recorded, where they are of the record's rule and subject.</summary>
    private static Waiver[]? WaiversOf(AssessmentRecord record) =>
        (record.Waiver ?? record.NextWaiver) is { } waiver && waiver.Rule == record.RuleId && waiver.Subject == record.Subject ? [waiver] : null;
}
