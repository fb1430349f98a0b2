using System.Text.Json;

namespace AccountRules.Crm.Tests;

/// <summary>German and English, and nothing from elsewhere.</summary>
[Collection("reading")]
public sealed class LanguageTests(CrmServer server)
{
    [Theory]
    [InlineData("de-DE", "de", "Meine Kunden")]
    [InlineData("de-AT,fr;q=0.5", "de", "Meine Kunden")]
    [InlineData("fr,de;q=0.5", "de", "Meine Kunden")]
    [InlineData("en-GB", "en", "My accounts")]
    [InlineData("fr", "en", "My accounts")]
    public async Task Page_IsInTheLanguageThatTheBrowserAsksFor(string accepted, string language, string title)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.AcceptLanguage.ParseAdd(accepted);
        using var response = await server.Client.SendAsync(request);

        var page = await response.Content.ReadAsStringAsync();
        Assert.Contains($"<html lang=\"{language}\">", page);
        Assert.Contains($"<h1>{title}</h1>", page);
    }

    [Fact]
    public async Task Switch_ToGerman_IsRemembered()
    {
        using var client = new HttpClient { BaseAddress = new(server.Address) };

        Assert.Contains("<h1>Agenda</h1>", await client.GetStringAsync("/agenda?days=60&culture=de"));
        Assert.Contains("<html lang=\"de\">", await client.GetStringAsync("/managers"));
    }

    [Fact]
    public async Task Account_InGerman_IsGermanThroughout()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/accounts/ERNSH");
        request.Headers.AcceptLanguage.ParseAdd("de");
        using var response = await server.Client.SendAsync(request);

        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(
            [
                "11008", "überfällig Über der Frist",
                "Auftrag 11008 ist 103 Tage offen, 13 mehr als erlaubt (90); Termin war der 07.07.1998. Als erfüllt melden 11008",
                "07.07.1998", "13 Tage nach „Kurz vor der Frist“",
            ],
            Page.Rows(Page.Section(page, "fte-fulfillment")).Single(row => row[0] == "11008"));
    }

    /// <summary>Each text of a page, also those that another expression chooses.</summary>
    [Fact]
    public void Texts_OfAllPages_AreThereInGermanWithTheSamePlaces()
    {
        var folder = Path.Combine(Repository.Root, "samples", "Crm");
        var german = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(folder, "Texts", "de.json")))!;
        var used = Directory.EnumerateFiles(folder, "*.cs*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml")
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => Page.Find(File.ReadAllText(file), @"\b(?:T|texts)\[((?:[^\[\]""]|""[^""]*"")*)\]"))
            .SelectMany(use => use.Split('"') is var parts ? parts.Where((_, i) => i % 2 == 1 && !parts[i - 1].EndsWith('$')) : [])
            .Where(text => text is not ("–" or ""))
            .Concat(SampleFiles.Lines("accounts.csv").Select(row => row[2])).Distinct().ToList();

        Assert.True(used.Count > 80);
        Assert.Equal([], used.Where(text => !german.ContainsKey(text)));
        Assert.Equal([], german.Keys.Where(text => !used.Contains(text)));
        Assert.All(german, text => Assert.Equal(Places(text.Key), Places(text.Value)));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/managers")]
    [InlineData("/accounts/ERNSH")]
    [InlineData("/agenda")]
    [InlineData("/settings")]
    [InlineData("/live")]
    public async Task Page_TakesNothingFromElsewhere(string path)
    {
        using var response = await server.Client.GetAsync(path);
        var page = await response.Content.ReadAsStringAsync();

        Assert.StartsWith("default-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.All(
            Page.Find(page, "(?:src|href|action)=\"([^\"]*)\""),
            link => Assert.True(link[0] is '/' or '#' && !link.StartsWith("//", StringComparison.Ordinal), link));
        Assert.DoesNotContain("style=\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" onclick", page, StringComparison.Ordinal);
    }

    private static string Places(string text) => string.Join(' ', Page.Find(text, @"\{\d\}").Order(StringComparer.Ordinal));
}
