using System.Text.Encodings.Web;
using System.Text.Json;

namespace AccountRules.Tests.Languages;

public sealed class MessageCatalogueTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Messages_OfSourceRulesAndTerms_AreTheRecordedCatalogue()
    {
        var messages = SourceMessages.Find().Concat(PolicyMessages.Find()).Where(message => message.Any(char.IsLetter))
            .Distinct().Order(StringComparer.Ordinal).ToDictionary(message => message, message => message);
        Approved.Matches("src/AccountRules/Wording/Languages/en.json", JsonSerializer.Serialize(new { language = "en", messages }, Readable) + "\n");
    }

    [Fact]
    public void German_TranslatesEveryMessage_WithItsPlaces() => Assert.Empty(Language.German.Missing());

    [Fact]
    public void German_TranslatesNoMessageThatIsNoLongerThere()
    {
        using var german = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src/AccountRules/Wording/Languages/de.json")));
        Assert.Empty(german.RootElement.GetProperty("messages").EnumerateObject().Select(message => message.Name).Except(Language.Messages));
    }
}
