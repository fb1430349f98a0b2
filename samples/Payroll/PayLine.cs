using AccountRules.Facts;

namespace AccountRules.Samples.Payroll;

/// <summary>A line that is paid out: what was assessed, and what is paid of it, which is less where the year's most is reached.</summary>
/// <param name="Of">The assessment of the pay period.</param>
/// <param name="Capped">What the most of a year leaves of it; <c>null</c> where there is none.</param>
internal sealed record PayLine(Assessment Of, CappedPayable? Capped = null)
{
    /// <summary>The most that a year pays in US dollars.</summary>
    private const decimal MostInDollars = 24_000m;

    public string Currency => Of.Currency ?? "";

    public string Group => Of.FactAs<PlannedPay>()?.Plan?.Group ?? "";

    /// <summary>What is paid; <c>null</c> where that is not known.</summary>
    public decimal? Payable => Capped is null ? Of.Payable : Capped.Payable;

    public bool IsCapped => Capped?.IsCapped == true;

    /// <summary>Why nothing is known to be paid; <c>null</c> where it is.</summary>
    public string? Cause => Payable is null ? ToRecord().Cause : null;

    public static IEnumerable<PayLine> Each(Assessment[] assessed) =>
    [
        .. assessed.Where(a => a.Currency != "USD").Select(a => new PayLine(a)),
        .. Payables.Capped(assessed.Where(a => a.Currency == "USD"), MostInDollars).Select(capped => new PayLine(capped.Assessment, capped)),
    ];

    /// <summary>For the ledger, which settles what is paid out.</summary>
    public AssessmentRecord ToRecord() => Capped?.ToRecord() ?? Of.ToRecord();
}
