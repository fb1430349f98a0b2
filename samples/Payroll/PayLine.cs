using AccountRules.Facts;

namespace AccountRules.Samples.Payroll;

/// <summary>A line that is paid out: what was assessed, and what is paid of it, which is less where the year's most is reached.</summary>
/// <param name="Of">The assessment of the pay period.</param>
/// <param name="Payable">What is paid; <c>null</c> where that is not known.</param>
internal sealed record PayLine(Assessment Of, decimal? Payable)
{
    /// <summary>The most that a year pays in US dollars.</summary>
    private const decimal MostInDollars = 24_000m;

    public string Currency => Of.Currency ?? "";

    public string Group => Of.FactAs<PlannedPay>()?.Plan?.Group ?? "";

    public bool IsCapped => Payable < Of.Payable;

    /// <summary>Why nothing is known to be paid; <c>null</c> where it is.</summary>
    public string? Cause => Payable is not null ? null : Of.Payable is null ? Of.Cause.Code : "EarlierPeriodOpen";

    public static IEnumerable<PayLine> Each(Assessment[] assessed) =>
    [
        .. assessed.Where(a => a.Currency != "USD").Select(a => new PayLine(a, a.Payable)),
        .. Payables.Capped(assessed.Where(a => a.Currency == "USD"), MostInDollars).Select(capped => new PayLine(capped.Assessment, capped.Payable)),
    ];

    /// <summary>For the ledger, which settles what is paid out. Where an earlier period of the year is open, so is this one.</summary>
    public AssessmentRecord ToRecord() => Payable is null && Of.Payable is not null
        ? Of.ToRecord() with
        {
            Standing = Standing.Undetermined,
            Cause = Cause,
            Payable = null,
            Reason = $"{Of.Reason} An earlier period of the year is open, and so is what the year leaves.",
        }
        : Of.ToRecord() with { Payable = Payable };
}
