using System.Text.Json;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>What tells that a record is as it was made: all of it but its digest, in canonical JSON without what is not there, hashed.</summary>
internal static class RecordDigest
{
    public static string Of(AssessmentRecord record) => Of(Sealed(record));

    /// <param name="record">What <see cref="Sealed"/> gives.</param>
    public static string Of(JsonElement record) => CanonicalJson.Hash(CanonicalJson.Of(record, isShort: true));

    /// <summary>All of a record but its digest.</summary>
    public static JsonElement Sealed(AssessmentRecord record) =>
        JsonSerializer.SerializeToElement(record with { Digest = null }, AccountRulesJsonContext.Default.AssessmentRecord);
}
