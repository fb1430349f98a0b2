using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// What is settled of a fact: what it pays, its standing, band, factor and programme. The version of the policy says by what, and makes no difference.
/// Immutable; equal by value, the version included.
/// </summary>
public sealed record SettledOutcome
{
    /// <summary>The payable amount, as <see cref="AssessmentRecord.Payable"/> has it; <c>null</c> where the rule does not pay.</summary>
    public decimal? Payable { get; init; }

    /// <summary>The currency of <see cref="Payable"/>, such as <c>EUR</c>; <c>null</c> where none is named.</summary>
    public string? Currency { get; init; }

    /// <summary>The standing; never <see cref="Standing.Undetermined"/> or <see cref="Standing.NotApplicable"/>.</summary>
    public required Standing Standing { get; init; }

    /// <summary>The band, or a lifecycle's stage.</summary>
    public string? Band { get; init; }

    /// <summary>What the band pays or applies, 1 being 100 %.</summary>
    public decimal? Factor { get; init; }

    /// <summary>The programme that the fact enters, such as <c>PIP</c>.</summary>
    public string? Programme { get; init; }

    /// <summary>The version of the policy that judged it; <c>null</c> outside a policy.</summary>
    public string? PolicyVersion { get; init; }

    internal static SettledOutcome Of(AssessmentRecord record) => new()
    {
        Payable = record.Payable,
        Currency = record.Payable is null ? null : record.Currency,
        Standing = record.Standing,
        Band = record.Band,
        Factor = record.Factor,
        Programme = record.Programme,
        PolicyVersion = record.PolicyVersion,
    };

    /// <summary>Whether an assessment can be settled: it has a standing, and that is for good as far as its period goes.</summary>
    internal static bool CanBe(AssessmentRecord record) =>
        !record.IsProvisional && record.Standing is not (Standing.Undetermined or Standing.NotApplicable);

    /// <summary>Whether both settle the same, by whichever version of the policy.</summary>
    internal bool SettlesAs(SettledOutcome other) => this with { PolicyVersion = other.PolicyVersion } == other;

    /// <summary>The standing, the band, what is paid, and the programme, such as <c>Graded Full, paid 1000.00</c>.</summary>
    public override string ToString() =>
        $"{Standing}{(Band is { } band ? $" {band}" : "")}"
        + $"{(Payable is { } amount ? $", paid {Texts.AsWritten(amount)}" : "")}{(Currency is { } named ? $" {Visible.Text(named)}" : "")}"
        + $"{(Programme is { } programme ? $", programme {programme}" : "")}";
}
