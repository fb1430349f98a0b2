using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Localization;

namespace AccountRules.Samples.Crm;

/// <summary>
/// The words of the pages, in the language of the request. A page writes them in English, and a file for each other language has what they are there.
/// </summary>
internal sealed class Texts(IHttpContextAccessor accessor)
{
    private static readonly Dictionary<string, string> German = Read("de.json");

    /// <summary>The languages, and the lands whose people read them: without the system's tables no culture knows its parent.</summary>
    public static string[] Cultures { get; } = ["en", "de", "en-GB", "en-US", "de-AT", "de-CH", "de-DE"];

    public CultureInfo Culture => accessor.HttpContext!.Features.Get<IRequestCultureFeature>()!.RequestCulture.UICulture;

    public string Language => Culture.Name[..2];

    /// <summary>The text; in English where the file does not have it.</summary>
    public string this[string english] => Language == "de" ? German.GetValueOrDefault(english, english) : english;

    /// <summary>The text with values in the place of {0}, {1}, and so on.</summary>
    public string this[string english, params object[] values] => string.Format(CultureInfo.InvariantCulture, this[english], values);

    private static Dictionary<string, string> Read(string file)
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream(file)!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }
}
