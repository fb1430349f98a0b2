using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace AccountRules.Cli.Assessing;

/// <summary>Remembers which facts were there, by 128 bits of the SHA-256 of what identifies them: two of a billion billion facts would be taken for one.</summary>
internal sealed class SeenIds
{
    private const int DaysSize = 2 * sizeof(int);
    private readonly CompactSet hashes = new();
    private byte[] buffer = new byte[256];

    /// <summary>Remembers a fact; <c>false</c> where it was there already.</summary>
    /// <param name="id">The id that identifies it.</param>
    /// <param name="from">The day, or the first day, that identifies it together with the id, if any.</param>
    /// <param name="until">The last day that identifies it, if any.</param>
    public bool Add(string id, DateOnly? from = null, DateOnly? until = null)
    {
        var text = MemoryMarshal.AsBytes(id.AsSpan());
        if (buffer.Length < text.Length + DaysSize)
            buffer = new byte[text.Length * 2];

        BinaryPrimitives.WriteInt32LittleEndian(buffer, from?.DayNumber ?? -1);
        BinaryPrimitives.WriteInt32LittleEndian(buffer.AsSpan(sizeof(int)), until?.DayNumber ?? -1);
        text.CopyTo(buffer.AsSpan(DaysSize));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.AsSpan(0, text.Length + DaysSize), hash);
        return hashes.Add(BinaryPrimitives.ReadUInt128LittleEndian(hash));
    }
}
