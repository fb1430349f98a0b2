namespace AccountRules.Cli.Output;

/// <summary>
/// Content lines of iCalendar (RFC 5545, section 3.1): UTF-8, each ended by CRLF, none longer than 75 octets, longer ones folded between characters.
/// </summary>
internal sealed class CalendarLines(Stream output) : IDisposable
{
    private const int MostOctets = 75;
    private readonly BufferedStream stream = new(output, 1 << 16);

    /// <summary>Writes a property with a text, whose special characters are escaped (section 3.3.11).</summary>
    /// <param name="name">The property.</param>
    /// <param name="lines">The lines of the text.</param>
    public void WriteText(string name, params string[] lines) => Write($"{name}:{string.Join("\\n", lines.Select(Escaped))}");

    /// <summary>Writes a line.</summary>
    /// <param name="line">The line, without its end.</param>
    public void Write(string line)
    {
        Span<byte> utf8 = stackalloc byte[4];
        var length = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            var octets = utf8[..rune.EncodeToUtf8(utf8)];
            if (length + octets.Length > MostOctets)
            {
                stream.Write("\r\n "u8);
                length = 1;
            }

            stream.Write(octets);
            length += octets.Length;
        }

        stream.Write("\r\n"u8);
    }

    /// <summary>Hands on what is written so far.</summary>
    public void Flush() => stream.Flush();

    /// <summary>Lets go of its buffer; what it writes to stays open.</summary>
    public void Dispose()
    {
        // Disposing the buffer would close the output.
    }

    /// <summary>A text holds no control characters; they are written out, like what hides in a text.</summary>
    private static string Escaped(string line) =>
        Visible.Text(line).Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal);
}
