namespace AccountRules;

/// <summary>What a rule says about itself: its name, its sentence, how that is read, and where it comes from. Immutable; equal by value.</summary>
public sealed record RuleInfo
{
    /// <summary>Names a rule.</summary>
    /// <param name="id">The rule's id, such as <c>fte-fulfillment</c>: lower case words joined by hyphens.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public RuleInfo(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        Id = id;
        Title = id;
    }

    /// <summary>The rule's id, such as <c>fte-fulfillment</c>.</summary>
    public string Id { get; }

    /// <summary>A short title for people; the id, unless given.</summary>
    public string Title { get; init; }

    /// <summary>What the source says, in one sentence.</summary>
    public string Says { get; init; } = "";

    /// <summary>How the source is read: edges, open questions, what counts.</summary>
    public string Reading { get; init; } = "";

    /// <summary>What a fact is called in a reason, such as <c>Order</c>.</summary>
    public string Noun { get; init; } = "Fact";

    /// <summary>What a closed fact has been, such as <c>fulfilled</c> or <c>closed</c>.</summary>
    public string Done { get; init; } = "closed";

    /// <summary>
    /// What a reason says after a fact's name where it has a band, in the rule's own words; <c>null</c> for those of the rule's kind. <c>{value}</c>,
    /// <c>{band}</c>, <c>{limit}</c>, <c>{due}</c> and <c>{currency}</c> are filled in, and each detail by its name; a part in brackets, such as
    /// <c>[; {missing} is missing]</c>, is left out where one of these is missing in it.
    /// </summary>
    public string? Sentence { get; init; }

    /// <summary>What it says instead where one of these is missing, such as that there has been no update yet.</summary>
    public string? SentenceWhereMissing { get; init; }

    /// <summary>The clause that the rule rests on; <c>null</c> for a host's rule without one.</summary>
    public Citation? Citation { get; init; }

    /// <summary>The name of the policy that the rule belongs to; <c>null</c> outside a policy.</summary>
    public string? PolicyName { get; init; }

    /// <summary>The version of the policy that the rule belongs to; <c>null</c> outside a policy.</summary>
    public string? PolicyVersion { get; init; }

    /// <summary>
    /// The fingerprint of the policy that the rule belongs to, made when it is first asked for: policies of the same terms have the same. <c>null</c> outside a
    /// policy.
    /// </summary>
    public string? PolicyFingerprint => Fingerprint?.Text;

    internal LazyText? Fingerprint { get; init; }

    /// <summary>
    /// The first day on which the policy that the rule belongs to is in force: a fact that dates from before it is <see cref="Cause.BeforePolicy"/>.
    /// <c>null</c> where the policy says none, and outside a policy.
    /// </summary>
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>
    /// The terms that the documents leave open and the policy does not set, as paths in the document joined by commas: the rule is not in force, and each of
    /// its facts is undetermined (<see cref="Cause.NoThreshold"/>). <c>null</c> where it is in force, if only for those facts that do not need them.
    /// </summary>
    public string? NotSet { get; init; }

    /// <summary>
    /// Which facts alone need the terms that the documents leave open, such as <c>an update without AcknowledgeBy</c>: without those terms the rule is in
    /// force, and these facts are undetermined. <c>null</c> where every fact needs them.
    /// </summary>
    public string? OpenFor { get; init; }

    /// <summary>
    /// The terms that the documents leave open and the policy does not set, where only some facts need them (<see cref="OpenFor"/>): these are undetermined
    /// (<see cref="Cause.NoThreshold"/>). <c>null</c> where there are none.
    /// </summary>
    public string? NotSetForSome { get; init; }

    /// <summary>
    /// The currency of the amounts that its thresholds are, such as <c>EUR</c>; <c>null</c> where none is named, or it has no such thresholds.
    /// </summary>
    public string? Currency { get; init; }

    /// <summary>
    /// What the rule says of a fact while its period runs, where its facts are of periods. <c>null</c> unless given: <see cref="PeriodJudgement.OnceEnded"/> of
    /// a tier that pays, <see cref="PeriodJudgement.AsItStands"/> of any other rule.
    /// </summary>
    public PeriodJudgement? Judged { get; init; }

    /// <summary>Whether a period begins before the policy is in force.</summary>
    internal bool IsBeforePolicy(Period period) => period.Start < EffectiveFrom;

    /// <summary>What the measured value is called as the title of a column, such as <c>Revenue</c>; <c>null</c> where its unit says enough.</summary>
    public string? ValueTitle { get; init; }
}
