using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace AccountRules.Cli.Assessing;

/// <summary>
/// Remembers which facts were there, by 128 bits of what identifies them: that two of <c>n</c> different facts are taken for one has odds of about <c>n</c>
/// squared to 7e38, so of 1 to 7e24 for ten million facts.
/// </summary>
/// <remarks>
/// The hash (XXH3, 128 bits) is no cryptographic one. Each run draws a seed of its own, so a file cannot be made beforehand whose ids collide: to whoever
/// writes the file, the odds are the same as by chance. They are not for one who could watch which rows a run rejects and choose the next rows of that
/// run by it, which a file does not allow. Which rows are duplicates does not depend on the seed.
/// </remarks>
internal sealed class SeenIds
{
    private const int HeadSize = 4 * sizeof(int);

    private readonly CompactSet hashes = new();
    private readonly long seed = BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(long)));
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
        return hashes.Add(UInt128.Max(XxHash128.HashToUInt128(whole, seed), 1));
    }
}
