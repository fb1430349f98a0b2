using System.Globalization;

namespace AccountRules;

/// <summary>A total of payable amounts, and what it leaves out. Immutable; equal by value.</summary>
/// <param name="Sum">The sum of the amounts, exact, with as many places as they were rounded to.</param>
/// <param name="Counted">How many assessments have an amount, 0 included.</param>
/// <param name="LeftOut">How many have none and are not in the sum: undetermined ones, and those whose period has not begun, or not ended.</param>
public sealed record PayableTotal(decimal Sum, int Counted, int LeftOut)
{
    private readonly RecordedList<PeriodOverlap> overlaps;

    /// <summary>The currency of the amounts, such as <c>EUR</c>; <c>null</c> where none is named.</summary>
    public string? Currency { get; init; }

    /// <summary>
    /// The amounts in the sum that are of a period which has a day in common with that of another one under the same rule, of the same subject and part: what
    /// is paid for that day is in the sum twice. Empty where there are none.
    /// </summary>
    public IReadOnlyList<PeriodOverlap> Overlaps
    {
        get => overlaps.Items;
        init => overlaps = new(value);
    }

    /// <summary>The total in one line, such as <c>1340.70 for 2, and 1 left out; 2026-02 of 7 lies in 2026-Q1, which is there too</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Sum}{Named} for {Counted}{(LeftOut == 0 ? "" : $", and {LeftOut} left out")}{string.Concat(Overlaps.Select(overlap => $"; {overlap}"))}");

    private string Named => Currency is null ? "" : $" {Visible.Text(Currency)}";
}
