namespace AccountRules.Reference;

/// <summary>What the reference evaluator says of a fact, or of what many facts make. Immutable; equal by value.</summary>
public sealed record ReferenceAnswer
{
    /// <summary>The rule's id.</summary>
    public required string Rule { get; init; }

    /// <summary>What it is of, as <see cref="Assessment.Key"/>.</summary>
    public required FactKey Key { get; init; }

    /// <summary>The standing.</summary>
    public required Standing Standing { get; init; }

    /// <summary>
    /// The band, or a lifecycle's stage; <c>null</c> where it is <see cref="Standing.Undetermined"/> or <see cref="Standing.NotApplicable"/>, and of roll-ups.
    /// </summary>
    public string? Band { get; init; }

    /// <summary>Whether the period has begun and had not ended on the evaluation date.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>What is paid, in the unit of the committed pay; <c>null</c> where nothing is yet, or the rule does not pay.</summary>
    public decimal? Payable { get; init; }

    /// <summary>The programme that is entered, if any.</summary>
    public string? Programme { get; init; }

    /// <summary>The days of a deadline that are counted; <c>null</c> where the rule counts none, or there is no answer.</summary>
    public int? Days { get; init; }

    /// <summary>How an account moved, in a track.</summary>
    public Movement? Movement { get; init; }

    /// <summary>How many periods one after the other were met, up to this one; of roll-ups.</summary>
    public int? Streak { get; init; }
}
