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

    /// <summary>Whether a code is one of these.</summary>
    public static bool Knows(string code) => Codes.Contains(code, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The days on which a country's offices are closed in some years, each with its name; one that is observed across New Year is in its own.
    /// </summary>
    /// <param name="code">The code.</param>
    /// <param name="first">The first year.</param>
    /// <param name="last">The last year.</param>
    /// <exception cref="StopException">They are not known of one of the years.</exception>
    public static IEnumerable<(DateOnly Date, string Name)> Holidays(string code, int first, int last) =>
        Enumerable.Range(first - 1, last - first + 3)
            .SelectMany(year => OfYear(code, year, isNeeded: year >= first && year <= last))
            .SelectMany(h => ((DateTime[])[h.HolidayDate, h.ObservedDate]).Distinct().Select(date => (Date: DateOnly.FromDateTime(date), Name: NameOf(h))))
            .Where(h => h.Date.Year >= first && h.Date.Year <= last);

    private static IList<Holiday> OfYear(string code, int year, bool isNeeded)
    {
        try
        {
            return Of(code).PublicHolidaysInformation(year);
        }
        catch (ArgumentException) when (!isNeeded)
        {
            return [];
        }
        catch (ArgumentException)
        {
            throw StopException.Usage("--from and --until", $"{year}", $"years of which the public holidays of {code} are known; 2000 to 2050 are of most");
        }
    }

    private static string NameOf(Holiday holiday) => string.IsNullOrEmpty(holiday.EnglishName) ? holiday.Name ?? "" : holiday.EnglishName;

    private static PublicHolidayBase Of(string code) => Known.TryGetValue(code, out var make)
        ? make()
        : new GermanPublicHoliday { State = Enum.Parse<GermanPublicHoliday.States>(code[3..], ignoreCase: true) };
}
