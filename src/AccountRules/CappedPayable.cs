using AccountRules.Wording;

namespace AccountRules;

/// <summary>What is paid of an assessment where all that a subject is paid in a year has a most: see <see cref="Payables.Capped"/>. Immutable.</summary>
/// <param name="Assessment">The assessment.</param>
/// <param name="Payable">
/// What is paid: the assessment's own amount, or what the year leaves of it. <c>null</c> where the assessment has no amount, and where one of an earlier period
/// of the year has none yet, so that it is not known what is left.
/// </param>
/// <param name="PaidBefore">What was paid in the year for earlier periods; <c>null</c> where that is not known.</param>
/// <param name="Most">The most of the year.</param>
public sealed record CappedPayable(Assessment Assessment, decimal? Payable, decimal? PaidBefore, decimal Most)
{
    /// <summary>Whether less is paid than the assessment says by itself.</summary>
    public bool IsCapped => Payable < Assessment.Payable;

    /// <summary>
    /// Why another amount is paid than the assessment says, such as <c>200.00 of 1000.00, since 4800.00 of 5000.00 are paid in the year</c>, or why it is not
    /// known; <c>null</c> where its own is paid, and where it has none.
    /// </summary>
    public string? Why => Assessment.Payable is not { } own ? null
        : Payable is not { } paid ? Message.Text("not known, since an earlier period of the year has no amount")
        : IsCapped ? Message.Of(
            $"{Texts.AsWritten(paid)}{Currency} of {Texts.AsWritten(own)}, "
            + $"since {Texts.AsWritten(PaidBefore!.Value)} of {Texts.AsWritten(Most)} are paid in the year")
        : null;

    /// <summary>
    /// The assessment as a record with what is paid of it, for a <see cref="SettlementLedger"/>, which settles what is paid out: where an earlier period of the
    /// year is open it is <see cref="Standing.Undetermined"/> by <see cref="Cause.EarlierPeriodOpen"/>, so that nothing is settled for it yet. Not for
    /// <c>Verify</c>, by which one fact alone comes to more.
    /// </summary>
    public AssessmentRecord ToRecord()
    {
        var own = Assessment.ToRecord();
        if (Why is not { } why)
            return own;

        var paid = own with { Payable = Payable, Reason = $"{own.Reason[..^1]}; paid: {why}." };
        return Payable is not null ? paid : paid with { Standing = Standing.Undetermined, Cause = Cause.EarlierPeriodOpen.Code };
    }

    private string Currency => Assessment.Currency is { } named ? $" {Visible.Text(named)}" : "";

    /// <summary>One line for people, such as <c>ann in 2026-12: 200.00 of 1000.00, since 4800.00 of 5000.00 are paid in the year</c>.</summary>
    public override string ToString() => $"{Assessment.Subject} in {Assessment.Period}: "
        + (Why ?? (Payable is { } paid ? $"{Texts.AsWritten(paid)}{Currency}" : "has no amount"));
}
