using System.Runtime.CompilerServices;

namespace AccountRules.Monitoring;

/// <summary>A slot's place in a list of each <see cref="SlotIndex{T}"/>.</summary>
[InlineArray(2)]
internal struct Links
{
    public const int ByKey = 0;
    public const int ByOwner = 1;

    private Link first;

    /// <summary>The hash by which the slot is found; 0 where it is not. The slots before and after it; 0 is none.</summary>
    public record struct Link(int Hash, int Previous, int Next);
}
