using AccountRules.Documents;

namespace AccountRules.Tests.Languages;

public sealed class LanguageTests
{
    private static readonly DateOnly AsOf = new(2026, 11, 21);

    private static readonly Assessment Order =
        Policy.Default.FteFulfillment.Assess(new() { OrderId = "1042", OrderedOn = new(2026, 9, 1) }, AsOf);

    private static readonly Assessment Pay = Policy.Default.PerformancePay.Assess(
        new() { EmployeeId = "7", Period = Period.Month(2026, 10), Target = 50_000, Actual = 40_000, CommittedPay = 1_234.55m }, AsOf);

    [Fact]
    public void Reason_InGerman_HasDatesNumbersBandsAndWordsInGerman()
    {
        Assert.Equal("Auftrag 1042 ist offen an Tag 81 (Frist: 90 Tage), fällig am 30.11.2026.", Order.ReasonIn(Language.German));
        Assert.Equal("Mitarbeiter 7 (2026-10) erreichte 80 %: Teilweise, gezahlt zu 60 %, 740,73 von 1234,55.", Pay.ReasonIn(Language.German));
    }

    [Fact]
    public void Explain_InGerman_HasTheCalculationAndTheMarginInGerman() => Assert.Equal(
        """
        Mitarbeiter 7 (2026-10) erreichte 80 %: Teilweise, gezahlt zu 60 %, 740,73 von 1234,55.
        1234,55 × 60 % = 740,73
        muss 80 % überschreiten für „Voll“
        """, Pay.Explain(Language.German));

    [Fact]
    public void Reason_AskedForWhileAnotherLanguageIsSpoken_IsEnglish() =>
        Assert.Equal(
            ("Order 1042 is open for 81 of 90 days, due 2026-11-30.", "Teilweise"),
            Language.German.Speak(() => (Order.Reason, Wording.Message.Text("Partial"))));

    [Fact]
    public void Record_MadeWhileAnotherLanguageIsSpoken_IsTheSame() => Assert.Equal(Pay.ToRecord(), Language.German.Speak(() => Pay.ToRecord()));

    [Fact]
    public void Language_WhoseLookUpThrows_IsSpokenNoMoreAfterwards()
    {
        var broken = new Language("xx", _ => throw new InvalidOperationException("no resources"));
        Assert.Throws<InvalidOperationException>(() => Order.ReasonIn(broken));
        Assert.Equal("Order 1042 is open for 81 of 90 days, due 2026-11-30.", Order.Reason);
    }

    [Theory]
    [InlineData("de", "de")]
    [InlineData("de-AT", "de")]
    [InlineData("en-GB", "en")]
    [InlineData("del", "en")]
    [InlineData("", "en")]
    public void For_ACulture_IsItsLanguageOrEnglish(string culture, string tag) => Assert.Equal(tag, Language.Of(new NamedCulture(culture)).Tag);

    [Fact]
    public void MarginAndCalculation_InGerman_AreLinesOfTheExplanation() => Assert.Equal(
        ("muss 80 % überschreiten für „Voll“", "noch 9 Tage bis „Über der Frist“", "1234,55 × 60 % = 740,73"),
        (Pay.ToBandAbove!.Value.In(Language.German), Order.ToBandAbove!.Value.In(Language.German), Pay.Calculation!.In(Language.German)));

    [Fact]
    public void Words_InGerman_AreThoseOfTheCatalogue()
    {
        var german = Language.German;
        Assert.Equal(
            ("Überfällig", "Tage", "FTE-Erfüllung", "Voll", "29.02.2028", "-0,50", "1 Tag", "85,00… %"),
            (german.Of(Standing.Overdue), german.Of(Unit.Days), german.Title(Policy.Default.FteFulfillment), german.Text("Full"),
                german.Date(new(2028, 2, 29)), german.Number(-0.50m), german.Measured(1, Unit.Days), german.Measured(0.8500001m, Unit.Ratio)));
    }

    [Fact]
    public void Handbook_InGerman_HasNoSentenceInEnglish()
    {
        var pseudo = new PseudoLanguage();
        var handbook = PolicyHandbook.Write(Policy.Default, pseudo.Language);
        Assert.Empty(pseudo.Unknown.Except(["account-management", "documents"]));
        Assert.Contains("| Gefährdet |", PolicyHandbook.Write(Policy.Default, Language.German), StringComparison.Ordinal);
        Assert.DoesNotContain(" the ", handbook, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AHostsOwnLanguage_SaysItAndNamesWhatIsMissing()
    {
        var french = Language.Read("""
            { "language": "fr", "date": "{2}/{1}/{0}", "decimal": ",",
              "messages": { "Order": "Commande", "{0} days": "{0} jours", "{0} is open for {1} of {2}, due {3}.": "{0} : échéance {3}, jour {1} sur {2}." } }
            """);
        Assert.Equal("Commande 1042 : échéance 30/11/2026, jour 81 sur 90 jours.", Order.ReasonIn(french));
        Assert.Equal(Language.Messages.Count - 3, french.Missing().Count);
    }

    [Fact]
    public void Read_WhatCannotBeUsed_SaysAllOfIt()
    {
        var e = Assert.Throws<FormatException>(() => Language.Read("""
            { "date": "{0}", "messages": { "Order": 1, "Met": "", "{0} days": "{0} {1} jours", "{0} day": "jour" }, "colour": "red" }
            """));
        Assert.Equal(
            [
                "The language cannot be used:",
                "  \"Order\" has no translation that is a text: leave it out, or translate it",
                "  \"Met\" has no translation that is a text: leave it out, or translate it",
                "  \"{0} days\" has the places {0}, and its translation {0}, {1}",
                "  \"{0} day\" has the places {0}, and its translation none",
                "  `colour` is not known: there are language, date, decimal and messages",
                "  `language` is missing: give its tag, such as \"fr\"",
                "  `date` is \"{0}\", and needs {0} for the year, {1} for the month and {2} for the day",
            ],
            e.Message.ReplaceLineEndings("\n").Split('\n'));
    }

    /// <summary>Without a separator 740.73 would read 74073.</summary>
    [Theory]
    [InlineData("\"decimal\": \"\"", "  `decimal` is \"\", and is what stands between the digits of a number, such as \",\"")]
    [InlineData("\"decimal\": \"1\"", "  `decimal` is \"1\", and is what stands between the digits of a number, such as \",\"")]
    [InlineData("\"language\": \"de\"", "  `language` is there twice")]
    [InlineData("\"messages\": { \"{a}[ {b}]\": \"{a} {b}\" }", "has parts in brackets")]
    [InlineData("\"messages\": { \"{a}[ {b}]\": \"[{a} ]{b}\" }", "has parts in brackets")]
    [InlineData("\"messages\": { \"Met\": \"\\ud800\" }", "half a character")]
    [InlineData("\"messages\": { \"\\ud800\": \"Met\" }", "half a character")]
    [InlineData("\"\\ud800\": \"Met\"", "half a character")]
    public void Read_WhatWouldBeMisread_IsRefused(string part, string problem) => Assert.Contains(
        problem, Assert.Throws<FormatException>(() => Language.Read($$"""{ "language": "fr", {{part}} }""")).Message, StringComparison.Ordinal);

    [Fact]
    public void Language_WhoseNumbersOrDatesWouldBeMisread_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new Language("fr", _ => null) { DecimalSeparator = "" });
        Assert.Throws<ArgumentException>(() => new Language("fr", _ => null) { DateFormat = "{0}/{1}" });
    }
}
