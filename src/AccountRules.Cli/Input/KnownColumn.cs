using System.Text;

namespace AccountRules.Cli.Input;

/// <summary>
/// Looks into a file, before its rows are read, for the column that says when they became known: without it rows are judged while they are read, with it only
/// when all are there. A CSV file is looked at up to the end of its header; a JSON file as a whole, since any of its objects may be the first to say it. A file
/// that is not in UTF-8 is taken to have it.
/// </summary>
internal static class KnownColumn
{
    private const int Block = 1 << 18;

    /// <summary>Whether a file has the column, or a name that has its name within it; <c>null</c> where that cannot be told, as of a pipe.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">The name of the column.</param>
    public static bool? IsIn(FactFile file, string name)
    {
        try
        {
            // A pipe has no length. It is not opened twice, since whoever writes into it would see it closed.
            // A link has a length of its own, so that what it leads to is asked.
            var source = new FileInfo(file.Path);
            if ((source.ResolveLinkTarget(returnFinalTarget: true) ?? source) is not FileInfo { Exists: true, Length: > 0 })
                return File.Exists(file.Path) ? null : false;

            using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
            return stream.CanSeek ? Finds(stream, Encoding.ASCII.GetBytes(name), file.IsJson) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever reads it says what is wrong.
            return false;
        }
    }

    private static bool Finds(FileStream stream, byte[] name, bool isJson)
    {
        var buffer = new byte[Block];
        var (kept, isFirst, isQuoted) = (0, true, false);
        while (stream.ReadAtLeast(buffer.AsSpan(kept), buffer.Length - kept, throwOnEndOfStream: false) is > 0 and var read)
        {
            var text = buffer.AsSpan(0, kept + read);
            if (isFirst && !IsUtf8(text, isJson))
                return true;

            var end = isJson ? -1 : EndOfHeader(text, ref isQuoted);
            if (Contains(end < 0 ? text : text[..end], name))
                return true;

            if (end >= 0)
                return false;

            (kept, isFirst) = (Math.Min(name.Length - 1, text.Length), false);
            text[^kept..].CopyTo(buffer);
        }

        return false;
    }

    /// <summary>Whether the name stands in it as it is written, by the first of its bytes.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> text, bool isJson) => text.StartsWith(Encoding.UTF8.Preamble)
        || !(text is [0, ..] or [_, 0, ..] or [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] || (isJson && text is [> 0x7F, ..]));

    /// <summary>Where the first line ends that no quotes hold; below 0 where it goes on.</summary>
    private static int EndOfHeader(ReadOnlySpan<byte> text, ref bool isQuoted)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
                isQuoted = !isQuoted;
            else if (text[i] == '\n' && !isQuoted)
                return i;
        }

        return -1;
    }

    private static bool Contains(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name)
    {
        var (lower, upper) = (char.ToLowerInvariant((char)name[0]), char.ToUpperInvariant((char)name[0]));
        while (text.IndexOfAny((byte)lower, (byte)upper) is >= 0 and var at && at + name.Length <= text.Length)
        {
            if (Ascii.EqualsIgnoreCase(text.Slice(at, name.Length), name))
                return true;

            text = text[(at + 1)..];
        }

        return false;
    }
}
