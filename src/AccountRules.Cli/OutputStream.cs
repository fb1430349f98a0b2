namespace AccountRules.Cli;

/// <summary>Standard output: where its reader has gone the run ends quietly, and where it cannot be written the run says so.</summary>
internal sealed class OutputStream(Stream inner) : Stream
{
    private static readonly int[] ReaderHasGone = [32 /* EPIPE */, unchecked((int)0x8007006D), unchecked((int)0x800700E8)];

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            inner.Write(buffer);
        }
        catch (IOException e) when (ReaderHasGone.Contains(e.HResult))
        {
            throw new StopException(ExitCode.Done);
        }
        catch (IOException e)
        {
            throw new StopException(ExitCode.Failed, $"The output cannot be written: {e.Message}");
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
