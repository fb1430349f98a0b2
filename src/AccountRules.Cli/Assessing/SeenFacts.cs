namespace AccountRules.Cli.Assessing;

/// <summary>Remembers which facts of a kind were there.</summary>
/// <param name="shape">The shape of the facts.</param>
/// <param name="areTakenTogether">Whether a rule keeps facts of the same subjects: then their names are kept once.</param>
internal sealed class SeenFacts(FactShape shape, bool areTakenTogether)
{
    private readonly SeenInPeriods? periods = areTakenTogether && shape.HasPeriod ? new() : null;
    private readonly SeenIds ids = new();

    /// <summary>The subject; where facts of the same subject are kept, always the same string.</summary>
    /// <param name="subject">The subject.</param>
    public string Pooled(string subject) => periods is null ? subject : periods.Pooled(subject);

    /// <summary>
    /// Remembers a fact; <c>false</c> where it was there already. Facts that lack the date that would tell them apart are told apart by nothing.
    /// </summary>
    /// <param name="key">What tells it from others.</param>
    public bool Add(in FactKey key) => periods is not null
        ? periods.Add(key.Subject, key.Period.GetValueOrDefault(), key.Part ?? "")
        : ids.Add(key) || (shape.HasStart && key.StartedOn is null);

    /// <summary>Whether a fact was there.</summary>
    /// <param name="key">What tells it from others.</param>
    public bool Has(in FactKey key) => periods is not null
        ? periods.Has(key.Subject, key.Period.GetValueOrDefault(), key.Part ?? "")
        : ids.Has(key);
}
