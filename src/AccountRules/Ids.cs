using System.Buffers;
using System.Text;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// Ids of orders, accounts, employees and the like, and names such as a KPI's: texts without blanks or invisible characters around them, without unseen ones
/// in them, and in Unicode's composed form. Case counts. Two that people read alike are then the same text; the library compares them character by character.
/// </summary>
/// <remarks>
/// Where facts are told apart or put together by their ids, one that is not clean is refused with an <see cref="ArgumentException"/> that shows it: by
/// <see cref="PolicyMonitor"/> (<see cref="PolicyMonitor.TryAddRange"/> skips and reports it), by roll-ups, by tracks, by gatherings, by
/// <see cref="Achievement"/>, by <c>AssessOnce</c> and by <see cref="Payables"/>. A group of a gathering, and the account of a fact in the monitor, may be
/// empty too, which is none. Other verbs on facts one at a time or in bulk, columns and queries do not look at ids; ask <see cref="Problem"/> where yours come
/// in. A clean id in ASCII costs a glance at it; nothing is allocated for any clean one.
/// </remarks>
public static class Ids
{
    /// <summary>
    /// What is not seen within a text, or cannot be told from a blank. Characters that join letters belong to what is written, and the wide blank to Japanese;
    /// what steers a text is written out where people read it.
    /// </summary>
    private static readonly SearchValues<char> Hidden = SearchValues.Create(
        "\u00A0\u00AD\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B\u202F\u205F\u2060\uFEFF");

    /// <summary>
    /// What an id is to be, where a text cannot be one, such as <c>a text without blanks or invisible characters around it</c>; else <c>null</c>.
    /// </summary>
    /// <param name="id">The text; one that is empty is no id.</param>
    /// <exception cref="ArgumentNullException">The text is <c>null</c>.</exception>
    public static string? Problem(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (id.Length == 0)
            return "a text that is not empty";

        if (id[0] is > ' ' and < '\u007F' && id[^1] is > ' ' and < '\u007F' && Ascii.IsValid(id))
            return null;

        Rune.DecodeFromUtf16(id, out var first, out _);
        Rune.DecodeLastFromUtf16(id, out var last, out _);
        if (IsUnseen(first) || IsUnseen(last))
            return "a text without blanks or invisible characters around it";

        if (id.AsSpan().ContainsAny(Hidden))
            return "a text without invisible characters or unusual blanks in it";

        if (id.Contains('\uFFFD', StringComparison.Ordinal))
            return "a text without U+FFFD, which stands for a character that was lost on the way";

        return Composed.Is(id) ? null : "a text in Unicode's composed form (NFC), in which é is one character; this one looks like it and is another";
    }

    /// <summary>Whether a text is nothing but blanks and invisible characters, and so says nothing; an empty one is too.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentNullException">The text is <c>null</c>.</exception>
    public static bool IsBlank(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.EnumerateRunes().All(IsUnseen);
    }

    /// <summary>The id; refuses one that is not clean.</summary>
    internal static string Checked(string? id, string argument) => Fault(id) is { } fault ? throw new ArgumentException(fault, argument) : id!;

    /// <summary>What is wrong with an id, in a sentence; <c>null</c> where nothing is. One that is not there is as an empty one.</summary>
    internal static string? Fault(string? id) => Problem(id ?? "") is { } allowed
        ? $"The id `{Visible.Text(id ?? "")}` ({id?.Length ?? 0} characters) cannot be told from others by reading: give {allowed}."
        : null;

    /// <summary>The same of a fact's id and of its part, such as its KPI, where it has one.</summary>
    internal static string? Fault(string? id, string? part) => Fault(id) ?? (part is { Length: > 0 } ? Fault(part) : null);

    /// <summary>The same of the groups that a fact belongs to; one whose subject is empty has facts of many, or of nobody.</summary>
    internal static string? Fault(IEnumerable<FactKey> groups)
    {
        foreach (var group in groups)
        {
            if (group.Subject is { Length: > 0 } && Fault(group.Subject, group.Part) is { } fault)
                return fault;
        }

        return null;
    }

    private static bool IsUnseen(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Visible.IsInvisible(rune) || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
}
