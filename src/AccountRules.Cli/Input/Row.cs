using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace AccountRules.Cli.Input;

/// <summary>Reads the values of a row. A value that cannot be read is told, and the row is rejected; the values after it are read all the same.</summary>
/// <param name="rows">The rows, standing on the one to read.</param>
internal sealed class Row(Rows rows)
{
    private const int LongestValue = 10_000;
    private static readonly SearchValues<byte> Separators = SearchValues.Create(",;|\t"u8);
    private const string NoId = "a value, because it says what the row is about";

    private readonly Lookalikes[] lookalikes = [.. rows.Columns.Select(_ => new Lookalikes())];
    private int problems;
    private ulong rejected;
    private ulong ofTexts;

    /// <summary>Which columns the file has: a bit for each.</summary>
    public ulong There { get; } = rows.There;

    /// <summary>Whether a value could not be read.</summary>
    public bool IsRejected => problems > 0;

    /// <summary>Whether the values that say what the row is about could be read.</summary>
    public bool IsIdentified { get; private set; }

    /// <summary>Begins the next row.</summary>
    public void Begin() => (problems, rejected, ofTexts, IsIdentified) = (rows.IsFlawed ? 1 : 0, 0, 0, true);

    /// <summary>Whether the value of a column could not be read.</summary>
    /// <param name="column">The column.</param>
    public bool HasRejected(int column) => (rejected & (1UL << column)) != 0;

    /// <summary>Whether the value of a column could be read, and stands in its place.</summary>
    /// <param name="column">The column.</param>
    public bool HasRead(int column) => !rows.IsFlawed && !HasRejected(column);

    /// <summary>
    /// Whether the row's values stand in their places, so that it is about whom it names: it has as many fields as the header, or at the least each value that
    /// is no text can be read, and the name is not a whole row by itself, as of a row in quotes or with other separators.
    /// </summary>
    /// <param name="subject">The column of the name.</param>
    public bool IsInPlace(int subject) => !rows.IsMisaligned || ((rejected & ~ofTexts) == 0 && !rows[subject].ContainsAny(Separators));

    /// <summary>A text that says what the row is about, so that it cannot be blank.</summary>
    public string Id(int column)
    {
        var before = problems;
        if (Text(column) is { } text)
            return text;

        if (problems == before)
            RejectText(column, NoId);

        return "";
    }

    /// <summary>
    /// A text, which is an id or a name; <c>null</c> where it is empty. As people read it, so it is: nothing unseen around it, and in one form.
    /// </summary>
    public string? Text(int column)
    {
        var utf8 = Value(column);
        if (utf8.IsEmpty)
            return null;

        if (!utf8.ContainsAnyExceptInRange((byte)'!', (byte)'~'))
        {
            // Most ids: ASCII without blanks, which is fit.
            lookalikes[column].Take(utf8);
            return string.Create(utf8.Length, utf8, static (text, ascii) => Ascii.ToUtf16(ascii, text, out _));
        }

        if (!Utf8.IsValid(utf8))
        {
            RejectText(column, "text in UTF-8");
            return null;
        }

        var text = Encoding.UTF8.GetString(utf8);
        if (rows.Columns[column].IsIdentity && Ids.IsBlank(text))
            RejectText(column, NoId);
        else if (Ids.Problem(text) is { } allowed)
            RejectText(column, allowed);
        else
            lookalikes[column].Take(text);

        return text;
    }

    /// <summary>A date; <c>null</c> where it is missing.</summary>
    public DateOnly? Date(int column) => Date(column, ", or nothing");

    /// <summary>A date, which cannot be blank.</summary>
    public DateOnly Day(int column) => Needed(Date(column, ""), column);

    /// <summary>Pauses; <c>null</c> where there are none.</summary>
    public Pauses? Pauses(int column)
    {
        var utf8 = Value(column);
        if (utf8.IsEmpty)
            return null;

        if (Utf8.IsValid(utf8) && AccountRules.Pauses.TryParse(Encoding.UTF8.GetString(utf8), provider: null, out var pauses))
            return pauses;

        Reject(column, "pauses such as 2026-03-02/2026-03-06 client on holiday; 2026-04-01/ waiting for papers, each with its reason, or nothing");
        return null;
    }

    /// <summary>A number; <c>null</c> where it is missing.</summary>
    public decimal? Number(int column)
    {
        var utf8 = Value(column);
        if (utf8.IsEmpty)
            return null;

        if (Values.TryNumber(utf8, out var number))
            return number;

        Reject(column, Values.IsNumber(utf8)
            ? "a number of up to 28 digits, so that none of them is lost"
            : $"a number such as 1234.5{(utf8.Contains((byte)',') ? ", with . before its decimals and no thousands separators" : NoBlanks(utf8))}, or nothing");
        return null;
    }

    /// <summary>A whole number; <c>null</c> where it is missing.</summary>
    public int? WholeNumber(int column)
    {
        var utf8 = Value(column);
        if (utf8.IsEmpty)
            return null;

        if (Values.TryWholeNumber(utf8, out var number))
            return number;

        Reject(column, $"a whole number such as 3{NoBlanks(utf8)}, or nothing");
        return null;
    }

    /// <summary>True or false, in any case, as spreadsheets write them too; <c>null</c> where it is missing.</summary>
    public bool? Flag(int column)
    {
        var utf8 = Value(column);
        if (utf8.IsEmpty)
            return null;

        if (Ascii.EqualsIgnoreCase(utf8, "true"u8))
            return true;

        if (!Ascii.EqualsIgnoreCase(utf8, "false"u8))
        {
            Reject(column, $"true or false{NoBlanks(utf8)}, or nothing");
            return null;
        }

        return false;
    }

    /// <summary>A value that cannot be blank.</summary>
    /// <typeparam name="TValue">The type of the value.</typeparam>
    public TValue Needed<TValue>(TValue? value, int column)
        where TValue : struct
    {
        if (value is null && (rejected & (1UL << column)) == 0)
            Reject(column, "a value, since this one cannot be blank");

        return value.GetValueOrDefault();
    }

    /// <summary>A period, which cannot be blank.</summary>
    public Period Period(int column)
    {
        var before = problems;
        var utf8 = Value(column);
        if (!Values.TryPeriod(utf8, out var period) && problems == before)
            Reject(column, $"{Values.Periods}{NoBlanks(utf8)}");

        return period;
    }

    /// <summary>A member of an enumeration, by its name or its first word; the first member where it is missing.</summary>
    /// <typeparam name="TChoice">The enumeration, such as <c>Direction</c>.</typeparam>
    public TChoice Choice<TChoice>(int column)
        where TChoice : struct, Enum => Chosen<TChoice>(column, $", which is {FirstWord(Enum.GetNames<TChoice>()[0])}").GetValueOrDefault();

    /// <summary>The same; nothing where it is missing.</summary>
    /// <typeparam name="TChoice">The enumeration, such as <c>PlanDecision</c>.</typeparam>
    public TChoice? ChoiceOrNone<TChoice>(int column)
        where TChoice : struct, Enum => Chosen<TChoice>(column, "");

    private TChoice? Chosen<TChoice>(int column, string nothing)
        where TChoice : struct, Enum
    {
        var utf8 = Value(column);
        var names = Enum.GetNames<TChoice>();
        for (var i = 0; i < names.Length && !utf8.IsEmpty; i++)
        {
            if (Ascii.EqualsIgnoreCase(utf8, names[i])
                || Ascii.EqualsIgnoreCase(utf8, FirstWord(names[i]))
                || IsNumber(column, Encoding.UTF8.GetBytes($"{i:D}")))
            {
                return Enum.Parse<TChoice>(names[i]);
            }
        }

        if (!utf8.IsEmpty)
            Reject(column, $"{string.Join(", ", names.Select(FirstWord))}, or nothing{nothing}");

        return null;
    }

    /// <summary>Tells which columns have ids that differ only in case; their rows are taken as they are.</summary>
    /// <param name="tell">Takes what is to be told of the file.</param>
    public void TellLookalikes(Action<string> tell)
    {
        foreach (var (column, found) in rows.Columns.Zip(lookalikes.Select(l => l.Found)).Where(pair => pair.Second is not null))
            tell($"{column.Name} has {Shown.Value(found!)} in another case too; case counts, so these are two");
    }

    /// <summary>Tells that the row's fact was there before; the row is rejected.</summary>
    /// <param name="beside">A column beside its identity in which they agree, if any.</param>
    public void RejectDuplicate(int beside = -1)
    {
        var identity = Enumerable.Range(0, rows.Columns.Count).Where(i =>
            (rows.Columns[i].IsIdentity && !(rows.Columns[i].IsOptional && Value(i).IsEmpty)) || i == beside).ToArray();
        var found = new List<string>();
        foreach (var column in identity)
            found.Add(Shown.Value(rows[column]));

        Reject(identity[0], $"{string.Join(", ", found)} again", $"each {string.Join(", ", identity.Select(i => rows.Columns[i].Name))} once");
    }

    /// <summary>Tells what is wrong with a value that could be read; the row is rejected.</summary>
    /// <param name="name">The name of the column.</param>
    /// <param name="found">What was found.</param>
    /// <param name="allowed">What is allowed.</param>
    public void Reject(string name, string found, string allowed) =>
        Reject(Enumerable.Range(0, rows.Columns.Count).First(i => rows.Columns[i].Name == name), found, allowed);

    /// <summary>Whether it is a value of <c>Direction</c> as serializers write it: a number in JSON.</summary>
    private bool IsNumber(int column, ReadOnlySpan<byte> number) => rows.IsNumber(column) && rows[column].SequenceEqual(number);

    private DateOnly? Date(int column, string orNothing)
    {
        var utf8 = Value(column);
        if (utf8.IsEmpty)
            return null;

        if (Values.TryDate(utf8, out var date))
            return date;

        Reject(column, $"a date as yyyy-MM-dd, such as 2026-05-31{NoBlanks(utf8)}{orNothing}");
        return null;
    }

    private void RejectText(int column, string allowed)
    {
        ofTexts |= 1UL << column;
        Reject(column, allowed);
    }

    private void Reject(int column, string allowed) => Reject(column, Shown.Value(rows[column]), allowed);

    private void Reject(int column, string found, string allowed)
    {
        problems++;
        rejected |= 1UL << column;
        IsIdentified &= rows.Columns[column] is { IsIdentity: false, IsGrouping: false };
        if (!rows.IsMisaligned)
            rows.Problems.Tell(rows.Where(column), found, allowed);
    }

    private ReadOnlySpan<byte> Value(int column)
    {
        var utf8 = rows[column];
        if (rows.MayBeUnfit && rows.Unfit(column) is { } allowed)
        {
            Reject(column, allowed);
            return default;
        }

        if (utf8.Length <= LongestValue || Encoding.UTF8.GetCharCount(utf8) <= LongestValue)
            return utf8;

        Reject(column, $"at most {Shown.Count(LongestValue)} characters");
        return default;
    }

    /// <summary><c>higher</c> of <c>HigherIsBetter</c>.</summary>
    private static string FirstWord(string name)
    {
        var end = 1;
        while (end < name.Length && char.IsLower(name[end]))
            end++;

        return name[..end].ToLowerInvariant();
    }

    private static string NoBlanks(ReadOnlySpan<byte> utf8) =>
        Ascii.Trim(utf8) is var trim && trim.GetOffsetAndLength(utf8.Length).Length < utf8.Length ? " without blanks around it" : "";
}
