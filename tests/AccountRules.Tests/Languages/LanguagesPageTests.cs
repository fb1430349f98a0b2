namespace AccountRules.Tests.Languages;

/// <summary>The C# of docs/languages.md, compiled and run; a test compares the texts.</summary>
public sealed class LanguagesPageTests
{
    [Fact]
    public void LanguagesPage_Snippets_SayWhatTheyShow()
    {
        var policy = Policy.Default;
        var order = policy.FteFulfillment.Assess(new() { OrderId = "1042", OrderedOn = new(2026, 9, 1) }, new(2026, 11, 21));
        var pay = policy.PerformancePay.Assess(
            new() { EmployeeId = "7", Period = Period.Month(2026, 10), Target = 50_000, Actual = 40_000, CommittedPay = 1_234.55m }, new(2026, 11, 21));
        var translations = new Dictionary<string, string> { ["Order"] = "Auftrag" };
        var Console = new StringWriter { NewLine = "\n" };
        var requestCulture = new NamedCulture("de-AT");

        Language language = Language.Of(requestCulture);            // German for de, de-AT, …; English for all others

        Console.WriteLine(order.ReasonIn(language));
        Console.WriteLine(pay.Explain(language));
        Console.WriteLine($"{language.Title(order.Rule)}: {language.Of(order.Standing)}, {language.Date(order.DueOn!.Value)}");
        // Auftrag 1042 ist offen an Tag 81 (Frist: 90 Tage), fällig am 30.11.2026.
        // Mitarbeiter 7 (2026-10) erreichte 80 %: Teilweise, gezahlt zu 60 %, 740,73 von 1234,55.
        // 1234,55 × 60 % = 740,73
        // muss 80 % überschreiten für „Voll“
        // FTE-Erfüllung: Gefährdet, 30.11.2026

        Language french = Language.Read("""
            { "language": "fr", "date": "{2}/{1}/{0}", "decimal": ",",
              "messages": { "Order": "Commande", "{0} days": "{0} jours", "{0} is open for {1} of {2}, due {3}.": "{0} : échéance {3}, jour {1} sur {2}." } }
            """);
        Console.WriteLine(order.ReasonIn(french));
        Console.WriteLine($"{french.Missing().Count > 0}");          // what is still said in English: let a test of yours assert that it is empty
        // Commande 1042 : échéance 30/11/2026, jour 81 sur 90 jours.
        // True

        var resources = new Language("de-CH", message => translations.GetValueOrDefault(message)) { DateFormat = "{2}.{1}.{0}" };
        Console.WriteLine(order.ReasonIn(resources));
        // Auftrag 1042 is open for 81 of 90 days, due 30.11.2026.

        Assert.Equal(Page().Where(l => l.StartsWith("// ", StringComparison.Ordinal)).Select(l => l[3..]), Console.ToString().Trim().Split('\n'));
    }

    [Fact]
    public void LanguagesPage_Snippets_StandInThisTest()
    {
        var test = File.ReadLines(Path.Combine(Repository.Root, "tests/AccountRules.Tests/Languages/LanguagesPageTests.cs"))
            .Select(l => l.Trim()).Where(l => l.Length > 0);
        Assert.Contains(string.Join('\n', Page()), string.Join('\n', test), StringComparison.Ordinal);
    }

    private static string[] Page() =>
    [
        .. string.Concat(File.ReadAllText(Path.Combine(Repository.Root, "docs/languages.md")).Split("```csharp\n").Skip(1).Select(s => s.Split("```")[0]))
            .Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0),
    ];
}
