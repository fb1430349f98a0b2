using System.Globalization;
using System.Text;

namespace AccountRules.Cli.Input;

/// <summary>A place in a text, by line and column from 1; columns are characters.</summary>
/// <param name="Line">The line.</param>
/// <param name="Column">The column.</param>
internal readonly record struct TextPlace(long Line, long Column)
{
    /// <summary>The first character.</summary>
    public static TextPlace Begin { get; } = new(1, 1);

    /// <summary>The place behind a text that begins here.</summary>
    /// <param name="utf8">The text.</param>
    public TextPlace After(ReadOnlySpan<byte> utf8)
    {
        var lineEnd = utf8.LastIndexOf((byte)'\n');
        return lineEnd < 0
            ? this with { Column = Column + Encoding.UTF8.GetCharCount(utf8) }
            : new(Line + utf8.Count((byte)'\n'), Encoding.UTF8.GetCharCount(utf8[(lineEnd + 1)..]) + 1);
    }

    /// <summary>As it follows the name of a file: <c>:12:3</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $":{Line}:{Column}");
}
