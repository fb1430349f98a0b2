using System.Globalization;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// A language that people read reasons, standings, bands, dates and the handbook in: <c>assessment.ReasonIn(Language.German)</c>. English is what the library
/// says unless asked; German comes with it; a host adds its own by <see cref="Read"/> or <see cref="Language(string, Func{string, string})"/>. What is not
/// translated is said in English. Records, JSON and everything else that programs read are English always. Immutable and safe for use by many threads, where
/// its look-up is.
/// </summary>
public sealed class Language
{
    [ThreadStatic]
    private static Language? spoken;

    /// <summary>Whether any language but English was ever spoken: until then no sentence looks up what its thread speaks.</summary>
    private static bool isAnySpoken;

    private readonly Func<string, string?> translate;

    /// <summary>Makes a language by a look-up, such as that of a <c>ResourceManager</c> or an <c>IStringLocalizer</c>.</summary>
    /// <param name="tag">The tag of the language, such as <c>fr</c> or <c>de-CH</c>.</param>
    /// <param name="translate">
    /// Gives the translation of a message of <see cref="Messages"/>, with the same places such as <c>{0}</c> and <c>{value}</c> in any order; <c>null</c> where
    /// it has none.
    /// </param>
    /// <exception cref="ArgumentException">The tag is empty.</exception>
    public Language(string tag, Func<string, string?> translate)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tag);
        ArgumentNullException.ThrowIfNull(translate);
        (Tag, this.translate) = (tag, translate);
    }

    /// <summary>English, which the library is written in.</summary>
    public static Language English { get; } = new("en", _ => null);

    /// <summary>German.</summary>
    public static Language German => GermanFile.Language;

    /// <summary>
    /// All messages that a language may translate, in English: sentences with places such as <c>{0}</c>, words, and what the rules and their terms say of
    /// themselves.
    /// </summary>
    public static IReadOnlyList<string> Messages => MessageFile.Messages;

    /// <summary>The tag of the language, such as <c>de</c>.</summary>
    public string Tag { get; }

    /// <summary>How a date is written: <c>{0}</c> is the year, <c>{1}</c> the month and <c>{2}</c> the day, in two digits; ISO 8601 unless given.</summary>
    /// <exception cref="ArgumentException">One of the three is missing, or there is another.</exception>
    public string DateFormat
    {
        get;
        init => field = MessageFile.IsDate(value) ? value
            : throw new ArgumentException($"A date needs {{0}} for the year, {{1}} for the month and {{2}} for the day, and is \"{value}\".", nameof(value));
    } = "{0}-{1}-{2}";

    /// <summary>What stands between the whole and the rest of a number; a point unless given. Digits are never grouped.</summary>
    /// <exception cref="ArgumentException">It is empty, or has a digit or a minus in it.</exception>
    public string DecimalSeparator
    {
        get;
        init => field = MessageFile.IsSeparator(value) ? value
            : throw new ArgumentException($"A decimal separator stands between digits, such as a comma: \"{value}\" cannot be told from them.", nameof(value));
    } = ".";

    /// <summary>The language that is being spoken on this thread, within one call of <see cref="Speak{T}"/>; <c>null</c> for English.</summary>
    internal static Language? Spoken => isAnySpoken ? spoken : null;

    /// <summary>The language of the package for a culture, or for its parent, such as German for <c>de-AT</c>; English where there is none.</summary>
    /// <param name="culture">The culture, such as that of a request.</param>
    public static Language Of(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.Name == "de" || culture.Name.StartsWith("de-", StringComparison.OrdinalIgnoreCase) ? German : English;
    }

    /// <summary>
    /// Reads a language from a JSON text: <c>{ "language": "fr", "date": "{2}/{1}/{0}", "decimal": ",", "messages": { "Order": "Commande", … } }</c>. What it
    /// leaves out is said in English, see <see cref="Missing"/>.
    /// </summary>
    /// <param name="json">The text.</param>
    /// <exception cref="FormatException">
    /// The text cannot be used; the message has a line for each problem, also for a translation whose places are others.
    /// </exception>
    public static Language Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return MessageFile.Read(json);
    }

    /// <summary>The messages that this language has no translation of, so that they are said in English; none of English.</summary>
    public IReadOnlyList<string> Missing() => this == English ? [] : [.. Messages.Where(message => translate(message) is null)];

    /// <summary>A message in this language; itself where it is not translated, as a text of the policy's own, such as the name of a band, may be.</summary>
    /// <param name="message">The message in English, such as <c>Overdue</c>.</param>
    public string Text(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return translate(message) ?? message;
    }

    /// <summary>A standing, such as <c>Overdue</c>.</summary>
    /// <param name="standing">The standing.</param>
    public string Of(Standing standing) => Text(standing.ToString());

    /// <summary>A unit, such as <c>Days</c>.</summary>
    /// <param name="unit">The unit.</param>
    public string Of(Unit unit) => Text(unit.ToString());

    /// <summary>The title of a rule, such as <c>FTE fulfilment</c>.</summary>
    /// <param name="rule">The rule.</param>
    public string Title(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Text(rule.Info.Title);
    }

    /// <summary>A date.</summary>
    /// <param name="date">The date.</param>
    public string Date(DateOnly date) => Speak(() => (string)Texts.Date(date));

    /// <summary>A number with the digits that it has.</summary>
    /// <param name="number">The number.</param>
    public string Number(decimal number) => Speak(() => Texts.AsWritten(number));

    /// <summary>A value in its unit, such as <c>81 days</c> or <c>80 %</c>.</summary>
    /// <param name="value">The value.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="name">What it is an amount of (<see cref="Rule.UnitName"/>), as in <c>38.5 hours</c>; <c>null</c> for the bare number.</param>
    public string Measured(decimal value, Unit unit, UnitName? name = null) => Speak(() => (string)Texts.Measured(value, unit, name));

    /// <summary>The tag.</summary>
    public override string ToString() => Tag;

    /// <summary>Makes texts in this language: all that is said within is.</summary>
    internal T Speak<T>(Func<T> say)
    {
        var before = spoken;
        spoken = this == English ? null : this;
        isAnySpoken |= spoken is not null;
        try
        {
            return say();
        }
        finally
        {
            spoken = before;
        }
    }

    internal string Fill(string message, List<string> arguments) => Message.Fill(Text(message), arguments);

    internal string Digits(string invariant) => DecimalSeparator == "." ? invariant : invariant.Replace(".", DecimalSeparator, StringComparison.Ordinal);

    internal string Written(DateOnly date) => Message.Fill(
        DateFormat, [.. date.ToString("O", CultureInfo.InvariantCulture).Split('-')]);

    private static class GermanFile
    {
        public static readonly Language Language = MessageFile.OfPackage("de");
    }
}
