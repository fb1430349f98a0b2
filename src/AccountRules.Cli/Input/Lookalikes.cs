using System.Buffers;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using AccountRules.Cli.Assessing;

namespace AccountRules.Cli.Input;

/// <summary>
/// Notices the first id of a column that was there before in another case: they are two, and most often one was meant. Of each different id that has letters it
/// remembers 96 bits; an id without letters has no other case.
/// </summary>
internal sealed class Lookalikes
{
    private const int ExactBits = 32;
    private const ulong IsThere = 1UL << ExactBits;

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    private readonly CompactSet written = new(key: UInt128.MaxValue << ExactBits);
    private readonly long seed = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));
    private char[] upper = new char[64];

    /// <summary>The first id that was there in another case; <c>null</c> while there is none.</summary>
    public string? Found { get; private set; }

    /// <summary>Takes an id.</summary>
    /// <param name="id">The id.</param>
    public void Take(string id)
    {
        if (Found is not null || !HasLetters(id))
            return;

        if (upper.Length < id.Length)
            upper = new char[id.Length * 2];

        if (Ascii.ToUpper(id, upper, out _) != OperationStatus.Done)
            id.AsSpan().ToUpperInvariant(upper);

        var folded = XxHash3.HashToUInt64(MemoryMarshal.AsBytes(upper.AsSpan(0, id.Length)), seed);
        var exact = (uint)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(id.AsSpan()), seed);
        if ((uint)written.Held(new UInt128(folded, IsThere | exact), out _) != exact)
            Found = id;
    }

    private static bool HasLetters(string id) => id.AsSpan().ContainsAny(Letters) || (!Ascii.IsValid(id) && id.Any(char.IsLetter));
}
