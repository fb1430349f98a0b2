using AccountRules.Facts;

namespace AccountRules.Catalogue;

/// <summary>
/// The terms of <c>performance-pay</c>: KPI achievement decides performance-linked pay (key-account-manager, PLP table). Above 1.00 pays 1.10; above 0.80 to
/// 1.00 pays 1.00; above 0.60 to 0.80 pays 0.60; above 0.35 to 0.60 pays 0.40; up to 0.35 pays 0 and enters the Performance Improvement Plan.
/// Immutable; equal by value.
/// </summary>
/// <param name="Bands">The pay table, lowest band first; the table of the document unless given.</param>
/// <param name="Decimals">To how many places the payable amount is rounded, once.</param>
/// <param name="Rounding">How it is rounded.</param>
public sealed record PerformancePayTerms(IReadOnlyList<PayBandTerms>? Bands = null, int Decimals = 2, PayRounding Rounding = PayRounding.HalfAwayFromZero) : ITerms
{
    private static readonly Term[] Table =
    [
        new(nameof(Bands), TermKind.Section, "The pay table, lowest band first. Each upper end belongs to its band, where the next band begins above it.", isList: true, item: new PayBandTerms("")),
        new(nameof(Decimals), TermKind.Whole, "To how many places the payable amount is rounded, once, at the end.", min: 0, max: 10),
        new(nameof(Rounding), TermKind.Choice, "How the payable amount is rounded.", choices: [nameof(PayRounding.HalfAwayFromZero), nameof(PayRounding.HalfToEven), nameof(PayRounding.TowardZero)]),
    ];

    /// <summary>The pay table, lowest band first.</summary>
    public IReadOnlyList<PayBandTerms> Bands { get; init => field = [.. value]; } = Bands is not null ? [.. Bands] :
    [
        new("Pip", Factor: 0.00m, Programme: "PIP"),
        new("Low", Above: 0.35m, Factor: 0.40m),
        new("Partial", Above: 0.60m, Factor: 0.60m),
        new("Full", Above: 0.80m, Factor: 1.00m),
        new("Over", Above: 1.00m, Factor: 1.10m),
    ];

    internal TierRule<PayPeriod> Rule(PolicyTerms policy) => new(
        new RuleInfo("performance-pay")
        {
            Title = "Performance-linked pay",
            Says = "KPI achievement decides performance-linked pay, by the PLP table.",
            Reading = "The upper end belongs to the band: exactly 80% pays 60%. Pay is the committed pay times the band's factor, kept exact and rounded once.",
            Noun = "Employee",
            Citation = new("key-account-manager", "PLP table"),
            PolicyVersion = policy.Version,
        },
        Measure.Ratio<PayPeriod>(p => p.Actual, p => p.Target),
        new Scale(Bands.Select(b => b.Band)),
        new Facets<PayPeriod>(p => p.EmployeeId) { Period = p => p.Period },
        new Payment<PayPeriod>(p => p.CommittedPay, Decimals, Rounding switch
        {
            PayRounding.HalfToEven => MidpointRounding.ToEven,
            PayRounding.TowardZero => MidpointRounding.ToZero,
            _ => MidpointRounding.AwayFromZero,
        }));

    /// <summary>Where the band that enters a programme ends; <c>null</c> where no band does, or it has no end.</summary>
    internal Cut? TopOfProgramme
    {
        get
        {
            for (var i = Bands.Count - 1; i > 0; i--)
            {
                if (Bands[i - 1].Programme is not null)
                    return Bands[i].Cut;
            }

            return null;
        }
    }

    /// <summary>Whether both have the same terms.</summary>
    /// <param name="other">The terms to compare with.</param>
    public bool Equals(PerformancePayTerms? other) =>
        other is not null && Decimals == other.Decimals && Rounding == other.Rounding && Bands.SequenceEqual(other.Bands);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Decimals, Rounding, Bands.Count);

    Term[] ITerms.Terms => Table;

    object?[] ITerms.Values => [Bands, Decimals, (int)Rounding];

    ITerms ITerms.With(object?[] values) => new PerformancePayTerms(Term.List<PayBandTerms>(values[0]), (int)values[1]!, (PayRounding)(int)values[2]!);

    void ITerms.Check(PolicyTerms policy, List<TermProblem> problems) => PayTable.Check(Bands, problems);
}
