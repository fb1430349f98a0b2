using AccountRules.Documents;

namespace AccountRules;

/// <content>The fingerprint of a policy.</content>
public partial class Policy
{
    /// <summary>
    /// What tells that two policies say the same: the SHA-256, in 64 lower-case hexadecimal digits, of the terms that differ from the documents' own numbers,
    /// in a canonical spelling. Name and version are labels and not in it; <c>effectiveFrom</c> and the sections of a host's own rules are. Of a
    /// <see cref="PolicyHistory"/> it is made of those of its versions. Made when it is first asked for.
    /// </summary>
    public virtual string Fingerprint => field ??= origin?.Fingerprint ?? CanonicalTerms.Fingerprint(Terms);
}
