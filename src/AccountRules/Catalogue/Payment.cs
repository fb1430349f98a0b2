using AccountRules.Facts;

namespace AccountRules;

/// <summary>The terms of <c>payment</c>: payment of bills is tracked and debt prevented (responsibilities). Immutable; equal by value.</summary>
public sealed record PaymentTerms
{
    /// <summary>
    /// The last days past the due date of the buckets of late invoices, ascending, each from 1 to 3660; the day itself is in. Later ones are in a bucket of
    /// their own. 30 and 60 unless given.
    /// </summary>
    public TermList<int> BucketDays { get; init; } = [30, 60];

    /// <summary>
    /// The name of the calendar (<see cref="WorkingDaysTerms"/>) by whose working days it counts, where a fact names none; calendar days unless given.
    /// </summary>
    public string? Calendar { get; init; }
}

/// <summary>Declares <c>payment</c>: payment of bills is tracked and debt prevented (responsibilities).</summary>
public static class PaymentDeclaration
{
    /// <summary>The section of the policy document.</summary>
    public static TermSection<PaymentTerms> Section { get; } = new TermSection<PaymentTerms>("payment", new())
        .Wholes(
            "bucketDays", "The last days past the due date of the buckets of late invoices, ascending; later ones are in a bucket of their own.",
            t => t.BucketDays, (t, days) => t with { BucketDays = days }, min: 1, max: 3660)
        .Calendar(t => t.Calendar, (t, name) => t with { Calendar = name })
        .Checked((t, problems) =>
        {
            for (var i = 1; i < t.BucketDays.Count; i++)
            {
                if (t.BucketDays[i] <= t.BucketDays[i - 1])
                    problems.AddBeside($"bucketDays[{i}]", t.BucketDays[i], "above", $"bucketDays[{i - 1}]", t.BucketDays[i - 1]);
            }
        });

    /// <summary>The rule.</summary>
    public static RuleDeclaration<DeadlineRule<Invoice>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("payment")
        {
            Title = "Payment of bills",
            Says = "Payment of bills is tracked and debt prevented.",
            Reading = "Days past the due date, which itself is in time; negative before it. An invoice without a payment by the evaluation date is open.",
            Noun = "Invoice",
            Done = "paid",
            ValueTitle = "Past due",
            Citation = new("responsibilities", "payment of bills"),
        },
        Section,
        (info, terms, policy) => new DeadlineRule<Invoice>(
            info, Measure.DaysPast<Invoice>(i => i.DueOn, i => i.PaidOn, i => i.IssuedOn), new Scale(Bands(terms.BucketDays)), Invoice.Shape)
        { Days = policy.DaysBy(terms.Calendar) });

    extension(Policy policy)
    {
        /// <summary>Payment of bills is tracked and debt prevented (responsibilities).</summary>
        public DeadlineRule<Invoice> Payment => policy.Rule(Rule);
    }

    extension(PolicyTerms terms)
    {
        /// <summary>The terms of <c>payment</c>.</summary>
        public PaymentTerms Payment => terms.Of(Section);
    }

    /// <summary><c>NotLate</c>, <c>Days1To30</c>, <c>Days31To60</c>, <c>Over60</c>.</summary>
    private static IEnumerable<Band> Bands(IReadOnlyList<int> lastDays)
    {
        yield return Band.Lowest("NotLate", Standing.Met).Open(Standing.OnTrack);
        var below = 0;
        foreach (var day in lastDays)
        {
            yield return Band.Above(below, $"Days{below + 1}To{day}", Standing.Late).Open(Standing.Overdue);
            below = day;
        }

        yield return Band.Above(below, $"Over{below}", Standing.Late).Open(Standing.Overdue);
    }
}
