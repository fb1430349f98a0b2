namespace AccountRules;

/// <summary>How payable amounts are rounded.</summary>
public enum PayRounding : byte
{
    /// <summary>To the nearest; halves away from zero: 0.125 to 0.13, -0.125 to -0.13.</summary>
    HalfAwayFromZero,

    /// <summary>To the nearest; halves to the even digit: 0.125 to 0.12.</summary>
    HalfToEven,

    /// <summary>Cut off: 0.129 to 0.12.</summary>
    TowardZero,

    /// <summary>Away from zero, whatever is left: 0.121 to 0.13.</summary>
    Up,

    /// <summary>Toward negative infinity: 0.129 to 0.12. As pay is never below 0, the same as <see cref="TowardZero"/>.</summary>
    Down,
}
