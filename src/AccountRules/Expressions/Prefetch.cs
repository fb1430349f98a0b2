using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace AccountRules.Expressions;

/// <summary>
/// Asks the processor for memory that is soon to be read, so that many places are fetched at once instead of one after the other. Only a hint: the address is
/// not read, so it does not matter if the garbage collector moves what is there meanwhile. Does nothing where the processor is not asked this way.
/// </summary>
internal static class Prefetch
{
    /// <summary>How many places ahead to ask.</summary>
    public const int Ahead = 16;

    /// <summary>The bytes of one line of the cache.</summary>
    public const int Line = 64;

    /// <summary>Asks for an object, at an offset of bytes from its start.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Object<T>(T? reference, int offset = 0)
        where T : class
    {
        if (Sse.IsSupported)
            Sse.Prefetch0((byte*)Unsafe.As<T?, nint>(ref reference) + offset);
    }

    /// <summary>Asks for a place in an array, from its start to its end: it may lie in two lines of the cache, and is no longer than one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Place<T>(ref readonly T place)
    {
        if (!Sse.IsSupported)
            return;

        var start = (byte*)Unsafe.AsPointer(ref Unsafe.AsRef(in place));
        Sse.Prefetch0(start);
        if (Unsafe.SizeOf<T>() > sizeof(long))
            Sse.Prefetch0(start + Unsafe.SizeOf<T>() - 1);
    }
}
