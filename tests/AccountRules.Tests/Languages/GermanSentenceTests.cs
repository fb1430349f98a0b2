using AccountRules.Documents;
using AccountRules.Facts;

namespace AccountRules.Tests.Languages;

/// <summary>Sentences that are made of several messages are German as a whole: case, number and what a date stands after.</summary>
public sealed class GermanSentenceTests
{
    private static readonly DateOnly AsOf = new(2026, 11, 21);

    [Fact]
    public void OverdueOrder_SaysTheLastDayAsADate() => Assert.Equal(
        "Auftrag 1042 ist 91 Tage offen, 1 mehr als erlaubt (90); Termin war der 20.11.2026.",
        German(Policy.Default.FteFulfillment.Assess(new() { OrderId = "1042", OrderedOn = new(2026, 8, 22) }, AsOf)));

    [Fact]
    public void OpenInvoice_MarginToABandThatIsNamedByDays_HasTheBandInQuotes() => Assert.Equal(
        """
        Rechnung I-9 ist 1 Tag über der Fälligkeit (Termin: 20.11.2026).
        noch 29 Tage bis „31 bis 60 Tage“
        """,
        Policy.Default.Payment.Assess(new() { InvoiceId = "I-9", DueOn = new(2026, 11, 20) }, AsOf).Explain(Language.German));

    [Fact]
    public void PaidInvoice_SaysItsDueDate() => Assert.Equal(
        "Rechnung I-9 wurde am 21.11.2026 bezahlt, 2 Tage vor der Fälligkeit (Termin: 23.11.2026).",
        German(Policy.Default.Payment.Assess(new() { InvoiceId = "I-9", DueOn = new(2026, 11, 23), PaidOn = AsOf }, AsOf)));

    [Fact]
    public void ProgrammeUpdate_IsNotAProgressReport() => Assert.StartsWith(
        "Programmänderung U-7 ist fällig am 30.11.2026",
        German(Policy.Default.UpdateAcknowledgement.Assess(
            new() { UpdateId = "U-7", IssuedOn = new(2026, 11, 1), AcknowledgeBy = new(2026, 11, 30) }, AsOf)),
        StringComparison.Ordinal);

    [Fact]
    public void OrderWithAnOpenPause_IsDueOnADayNotKnown()
    {
        var order = new FteOrder
        {
            OrderId = "1042",
            OrderedOn = new(2026, 11, 1),
            Headcount = 4,
            FilledHeadcount = 3,
            Pauses = [new(new(2026, 11, 10), null, "Urlaub")],
        };
        Assert.StartsWith(
            "Auftrag 1042 ist offen an Tag 8 (Frist: 90 Tage; Termin: ein noch nicht bekannter Tag).",
            German(Policy.Default.FteFulfillment.Assess(order, AsOf)), StringComparison.Ordinal);
        Assert.StartsWith(
            "Auftrag 1042 ist zu 75 % besetzt und damit im Takt; alles ist fällig (Termin: kein Datum).",
            German(Policy.Default.FteAcquisition.Assess(order, AsOf)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("| Unkritisch | weniger als 76 Tage |")]
    [InlineData("| Einstieg | weniger als 3 volle Jahre |")]
    [InlineData("| Berechtigt | ab 3 volle Jahre bis 5 volle Jahre |")]
    public void Handbook_RangeOfABand_HasItsUnitInTheRightCase(string row) =>
        Assert.Contains(row, PolicyHandbook.Write(Policy.Default, Language.German), StringComparison.Ordinal);

    private static string German(Assessment assessment) => assessment.ReasonIn(Language.German);
}
