using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace AccountRules.Cli.Assessing;

/// <summary>
/// Remembers which facts were there, by 80 bits of what identifies them: that two of <c>n</c> different facts are taken for one has odds of about <c>n</c>
/// squared to 2.4e24, so of 1 to 24 billion for ten million facts. Facts that differ in the last digit of their id alone have one place in memory, with a bit
/// each: ids that are counted up, as most are, take a tenth of the memory and of the time that waiting for it takes.
/// </summary>
/// <remarks>
/// The hash (80 bits of XXH3) is no cryptographic one. Each run draws a seed of its own, so a file cannot be made beforehand whose ids collide: to whoever
/// writes the file, the odds are the same as by chance. They are not for one who could watch which rows a run rejects and choose the next rows of that
/// run by it, which a file does not allow. Which rows are duplicates does not depend on the seed.
/// </remarks>
internal sealed class SeenIds
{
    private const int HeadSize = 4 * sizeof(int);
    private const int BitsOfLast = 4;
    private const int Bits = 1 << BitsOfLast;

    private readonly CompactSet hashes = new(key: uint.MaxValue << Bits);
    private readonly long seed = BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(long)));
    private byte[] buffer = new byte[256];

    /// <summary>Remembers a fact; <c>false</c> where it was there already.</summary>
    /// <param name="key">What tells it from others.</param>
    public bool Add(in FactKey key)
    {
        var (upper, lower, one) = NumberOf(key);
        ref var held = ref hashes.Held(upper, lower | one, out var isNew);
        isNew |= (held & one) == 0;
        held |= one;
        return isNew;
    }

    /// <summary>Whether a fact was there.</summary>
    /// <param name="key">What tells it from others.</param>
    public bool Has(in FactKey key) => NumberOf(key) is var (upper, lower, one) && (hashes.Find(upper, lower) & one) != 0;

    /// <summary>The number by which a fact is remembered, without its last bits, and of these the one that is the fact's own.</summary>
    private (ulong Upper, uint Lower, uint One) NumberOf(in FactKey key)
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

        // The last bits of the last character say which of the facts that have the rest in common it is.
        var last = 0;
        if (!subject.IsEmpty)
        {
            ref var end = ref whole[HeadSize + subject.Length - sizeof(char)];
            last = end & (Bits - 1);
            end = (byte)(end >> BitsOfLast);
        }

        // Its bytes, since code with UInt128 is not compiled ahead of time.
        Span<byte> hash = stackalloc byte[sizeof(ulong) * 2];
        XxHash128.Hash(whole, hash, seed);
        var lower = BinaryPrimitives.ReadUInt32LittleEndian(hash[sizeof(ulong)..]) & (uint.MaxValue << Bits);
        return (BinaryPrimitives.ReadUInt64LittleEndian(hash), lower, 1U << last);
    }
}
