namespace AccountRules.Hosting;

/// <summary>
/// How a host uses AccountRules: where the policy is, and which day is today. Bound from a configuration section that may also hold the policy
/// itself, as its <c>Policy</c> section, with the properties of the policy document.
/// </summary>
public sealed class AccountRulesOptions
{
    /// <summary>
    /// The policy document's file, or a folder with one for each version (a <see cref="PolicyHistory"/>), relative to the host's content root; watched, and
    /// read again as a whole when it changes. Not together with a <c>Policy</c> section; without either the policy is <see cref="Policy.Default"/>.
    /// </summary>
    public string? PolicyFile { get; set; }

    /// <summary>The IANA time zone that decides which day is today, such as <c>Europe/Berlin</c>; <c>Etc/UTC</c> unless given.</summary>
    public string TimeZone { get; set; } = "Etc/UTC";
}
