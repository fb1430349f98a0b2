using PublicHoliday;

namespace AccountRules.Cli.Input;

/// <summary>The public holidays of countries and of some of their parts, by ISO 3166 code, as the library PublicHoliday works them out.</summary>
internal static class Countries
{
    private static readonly SortedDictionary<string, Func<PublicHolidayBase>> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AT"] = () => new AustriaPublicHoliday(),
        ["AU"] = () => new AustraliaPublicHoliday(),
        ["BE"] = () => new BelgiumPublicHoliday(),
        ["BR"] = () => new BrazilPublicHoliday(),
        ["CA"] = () => new CanadaPublicHoliday(),
        ["CH"] = () => new SwitzerlandPublicHoliday(),
        ["CZ"] = () => new CzechRepublicPublicHoliday(),
        ["DE"] = () => new GermanPublicHoliday(),
        ["DK"] = () => new DenmarkPublicHoliday(),
        ["EE"] = () => new EstoniaPublicHoliday(),
        ["ES"] = () => new SpainPublicHoliday(),
        ["FR"] = () => new FrancePublicHoliday(),
        ["GB"] = () => new UKBankHoliday(),
        ["GB-NIR"] = () => new UKBankHoliday { UkCountry = UKBankHoliday.UkCountries.NorthernIreland },
        ["GB-SCT"] = () => new UKBankHoliday { UkCountry = UKBankHoliday.UkCountries.Scotland },
        ["GR"] = () => new GreecePublicHoliday(),
        ["HR"] = () => new CroatiaPublicHoliday(),
        ["HU"] = () => new HungaryPublicHoliday(),
        ["IE"] = () => new IrelandPublicHoliday(),
        ["IT"] = () => new ItalyPublicHoliday(),
        ["JP"] = () => new JapanPublicHoliday(),
        ["LT"] = () => new LithuaniaPublicHoliday(),
        ["LU"] = () => new LuxembourgPublicHoliday(),
        ["LV"] = () => new LatviaPublicHoliday(),
        ["MX"] = () => new MexicoPublicHoliday(),
        ["NL"] = () => new DutchPublicHoliday(),
        ["NO"] = () => new NorwayPublicHoliday(),
        ["NZ"] = () => new NewZealandPublicHoliday(),
        ["PL"] = () => new PolandPublicHoliday(),
        ["PT"] = () => new PortugalPublicHoliday(),
        ["RO"] = () => new RomanianPublicHoliday(),
        ["SE"] = () => new SwedenPublicHoliday(),
        ["SI"] = () => new SloveniaPublicHoliday(),
        ["SK"] = () => new SlovakiaPublicHoliday(),
        ["TR"] = () => new TurkeyPublicHoliday(),
        ["US"] = () => new USAPublicHoliday(),
        ["ZA"] = () => new SouthAfricaPublicHoliday(),
    };

    /// <summary>The codes.</summary>
    public static IEnumerable<string> Codes =>
        [.. Known.Keys, .. Enum.GetNames<GermanPublicHoliday.States>().Where(name => name != "ALL").Select(name => $"DE-{name}")];

    /// <summary>The days on which a country's offices are closed in a year, each with its name; <c>null</c> for a code that is none of these.</summary>
    /// <param name="code">The code.</param>
    /// <param name="year">The year.</param>
    public static IEnumerable<(DateOnly Date, string Name)>? Holidays(string code, int year) => Of(code)?.PublicHolidaysInformation(year)
        .SelectMany(h => ((DateTime[])[h.HolidayDate, h.ObservedDate]).Distinct().Select(date => (Date: DateOnly.FromDateTime(date), Name: NameOf(h))))
        .Where(h => h.Date.Year == year);

    private static string NameOf(Holiday holiday) => string.IsNullOrEmpty(holiday.EnglishName) ? holiday.Name ?? "" : holiday.EnglishName;

    private static PublicHolidayBase? Of(string code) =>
        code.StartsWith("DE-", StringComparison.OrdinalIgnoreCase) && Enum.TryParse<GermanPublicHoliday.States>(code[3..], ignoreCase: true, out var state)
            && Enum.IsDefined(state)
            ? new GermanPublicHoliday { State = state }
            : Known.GetValueOrDefault(code)?.Invoke();
}
