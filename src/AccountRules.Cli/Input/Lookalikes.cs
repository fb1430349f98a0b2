using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;
using AccountRules.Cli.Assessing;

namespace AccountRules.Cli.Input;

/// <summary>
/// Notices the first id of a column that was there before in another case: they are two, and most often one was meant. Of each different id that has letters it
/// remembers 96 bits: 64 of the id in capitals, 32 of how it is written. An id without letters has no other case.
/// </summary>
internal sealed class Lookalikes
{
    private const uint InCapitals = 1;

    private readonly CompactSet written = new(key: 0);
    private readonly long seed = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));
    private byte[] capitals = new byte[64];

    /// <summary>The first id that was there in another case; <c>null</c> while there is none.</summary>
    public string? Found { get; private set; }

    /// <summary>Takes an id in ASCII.</summary>
    /// <param name="id">The id.</param>
    public void Take(ReadOnlySpan<byte> id)
    {
        if (Found is not null)
            return;

        if (!id.ContainsAnyInRange((byte)'a', (byte)'z'))
        {
            if (id.ContainsAnyInRange((byte)'A', (byte)'Z'))
                Take(id, id);

            return;
        }

        if (capitals.Length < id.Length)
            capitals = new byte[id.Length * 2];

        Ascii.ToUpper(id, capitals, out var length);
        Take(id, capitals.AsSpan(0, length));
    }

    /// <summary>Takes an id.</summary>
    /// <param name="id">The id.</param>
    public void Take(string id)
    {
        if (Ascii.IsValid(id))
            Take(Encoding.ASCII.GetBytes(id));
        else if (Found is null && id.Any(char.IsLetter))
            Take(Encoding.UTF8.GetBytes(id), Encoding.UTF8.GetBytes(id.ToUpperInvariant()));
    }

    private void Take(ReadOnlySpan<byte> id, ReadOnlySpan<byte> inCapitals)
    {
        var exact = id == inCapitals || id.SequenceEqual(inCapitals) ? InCapitals : (uint)XxHash3.HashToUInt64(id, seed) | (InCapitals << 1);
        if (written.Held(XxHash3.HashToUInt64(inCapitals, seed), exact, out _) != exact)
            Found = Encoding.UTF8.GetString(id);
    }
}
