using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>"Payment of bills is tracked and debt prevented": past due, in aging buckets.</summary>
public sealed class PaymentTests
{
    private static readonly DateOnly Due = new(2026, 3, 1);
    private static DeadlineRule<Invoice> Rule => Tested.Policy.Payment;

    [Theory]
    [InlineData(-1, "NotLate", Standing.OnTrack, Standing.Met)]
    [InlineData(0, "NotLate", Standing.OnTrack, Standing.Met)]
    [InlineData(1, "Days1To30", Standing.Overdue, Standing.Late)]
    [InlineData(29, "Days1To30", Standing.Overdue, Standing.Late)]
    [InlineData(30, "Days1To30", Standing.Overdue, Standing.Late)]
    [InlineData(31, "Days31To60", Standing.Overdue, Standing.Late)]
    [InlineData(60, "Days31To60", Standing.Overdue, Standing.Late)]
    [InlineData(61, "Over60", Standing.Overdue, Standing.Late)]
    public void Invoice_AtEachCut_IsInItsBucket(int pastDue, string band, Standing open, Standing paid)
    {
        var asOf = Due.AddDays(pastDue);

        var unpaid = Rule.Assess(new() { InvoiceId = "1", DueOn = Due }, asOf);
        Assert.Equal(
            (open, band, (decimal?)pastDue, (DateOnly?)Due, pastDue > 0 ? pastDue : null),
            (unpaid.Standing, unpaid.Band, unpaid.Value, unpaid.DueOn, unpaid.OverdueDays));
        var settled = Rule.Assess(new() { InvoiceId = "1", DueOn = Due, PaidOn = asOf }, asOf.AddDays(100));
        Assert.Equal((paid, band, (decimal?)pastDue, (DateOnly?)asOf), (settled.Standing, settled.Band, settled.Value, settled.EndedOn));
    }

    [Theory]
    [InlineData("2026-02-19", "2026-03-01", "Invoice 1 is due on 2026-03-01, in 10 days.")]
    [InlineData("2026-03-01", "2026-03-01", "Invoice 1 is due on 2026-03-01, the evaluation date.")]
    [InlineData("2026-03-02", "2026-03-01", "Invoice 1 is 1 day past due; it was due 2026-03-01.")]
    [InlineData("2026-03-02", null, "Invoice 1 has no due date.")]
    public void OpenInvoice_SaysHowFarItIsFromItsDueDate(string asOf, string? due, string reason) => Assert.Equal(
        reason, Rule.Assess(new() { InvoiceId = "1", DueOn = due is null ? null : Dated.Day(due) }, Dated.Day(asOf)).Reason);

    [Theory]
    [InlineData("2026-02-27", "Invoice 1 was paid on 2026-02-27, 2 days before it was due on 2026-03-01.")]
    [InlineData("2026-03-01", "Invoice 1 was paid on 2026-03-01, the day on which it was due.")]
    [InlineData("2026-04-01", "Invoice 1 was paid on 2026-04-01, 31 days after it was due on 2026-03-01.")]
    public void PaidInvoice_SaysWhenItWasPaid(string paid, string reason) =>
        Assert.Equal(reason, Rule.Assess(new() { InvoiceId = "1", DueOn = Due, PaidOn = Dated.Day(paid) }, new(2026, 6, 1)).Reason);

    [Fact]
    public void Invoice_IssuedLater_HasNotBegun_AndOnePaidBeforeItWasIssuedIsUndetermined()
    {
        Assert.Equal((Standing.NotApplicable, Cause.NotBegun), Said(new() { InvoiceId = "1", DueOn = Due, IssuedOn = new(2026, 2, 2) }, new(2026, 2, 1)));
        Assert.Equal((Standing.OnTrack, Cause.None), Said(new() { InvoiceId = "1", DueOn = Due, IssuedOn = new(2026, 2, 2) }, new(2026, 2, 2)));
        Assert.Equal(
            (Standing.Undetermined, Cause.EndBeforeStart),
            Said(new() { InvoiceId = "1", DueOn = Due, IssuedOn = new(2026, 2, 2), PaidOn = new(2026, 2, 1) }, new(2026, 2, 3)));
    }

    [Fact]
    public void Buckets_OfTheTerms_NameTheirBands()
    {
        var rule = Policy.Parse("""{ "payment": { "bucketDays": [14, 28, 90] } }""").Payment;

        Assert.Equal(["NotLate", "Days1To14", "Days15To28", "Days29To90", "Over90"], rule.Scale!.Select(b => b.Name));
        Assert.Equal("Over0", Policy.Parse("""{ "payment": { "bucketDays": [] } }""").Payment.Scale![1].Name);
        var problem = Assert.Single(Assert.Throws<PolicyException>(() => Policy.Parse("""{ "payment": { "bucketDays": [30, 30] } }""")).Problems);
        Assert.Equal("line 1: $.payment.bucketDays[1]: found 30; allowed: above bucketDays[0], which is 30.", problem.ToString());
    }

    private static (Standing, Cause) Said(Invoice invoice, DateOnly asOf) => (Rule.Assess(invoice, asOf).Standing, Rule.Assess(invoice, asOf).Cause);
}
