using System.Text.Json;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>What tells that a record is as it was made: all of it but its digest, in canonical JSON without what is not there, hashed.</summary>
internal static class RecordDigest
{
    public static string Of(AssessmentRecord record) =>
        CanonicalJson.Hash(CanonicalJson.Of(JsonSerializer.SerializeToElement(record with { Digest = null }), isShort: true));
}
