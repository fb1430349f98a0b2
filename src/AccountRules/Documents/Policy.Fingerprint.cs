using AccountRules.Documents;

namespace AccountRules;

/// <content>The fingerprint of a policy.</content>
public partial class Policy
{
    /// <summary>
    /// What tells that two policies say the same: the SHA-256, in 64 lower-case hexadecimal digits, of the terms that differ from the documents' own numbers,
    /// in a canonical spelling. Name and version are labels and not in it; <c>effectiveFrom</c> and the sections of a host's own rules are. Made when it is
    /// first asked for.
    /// </summary>
    public string Fingerprint => field ??= CanonicalTerms.Fingerprint(Terms);
}
