using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace AccountRules.Cli.Assessing;

/// <summary>
/// Remembers which facts were there, by 128 bits of the SHA-256 of what identifies them: two of a billion billion facts would be taken for one.
/// </summary>
internal sealed class SeenIds
{
    private const int HeadSize = 4 * sizeof(int);
    private readonly CompactSet hashes = new();
    private byte[] buffer = new byte[256];

    /// <summary>Remembers a fact; <c>false</c> where it was there already.</summary>
    /// <param name="key">What tells it from others.</param>
    public bool Add(FactKey key)
    {
        var subject = MemoryMarshal.AsBytes(key.Subject.AsSpan());
        var part = MemoryMarshal.AsBytes(key.Part.AsSpan());
        var length = HeadSize + subject.Length + part.Length;
        if (buffer.Length < length)
            buffer = new byte[length * 2];

        // The length of the subject tells where the part begins.
        var whole = buffer.AsSpan(0, length);
        BinaryPrimitives.WriteInt32LittleEndian(whole, key.StartedOn?.DayNumber ?? -1);
        BinaryPrimitives.WriteInt32LittleEndian(whole[4..], key.Period?.Start.DayNumber ?? -1);
        BinaryPrimitives.WriteInt32LittleEndian(whole[8..], key.Period?.End.DayNumber ?? -1);
        BinaryPrimitives.WriteInt32LittleEndian(whole[12..], key.Part is null ? -1 : subject.Length);
        subject.CopyTo(whole[HeadSize..]);
        part.CopyTo(whole[(HeadSize + subject.Length)..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(whole, hash);
        return hashes.Add(BinaryPrimitives.ReadUInt128LittleEndian(hash));
    }
}
